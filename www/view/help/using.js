/**
 * Of the help: how the page is used, and what its colours, parts and signs mean. The
 * samples are painted by the classes that paint the page, so that they cannot differ.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { Entry, Part } from "./entries.js"
 */

import { html } from "lit-html";

const KEYS = { skip: "Tab", word: "← →", rows: "↑ ↓ Home End", sentence: "Ctrl ← →", select: "Shift ← →", edit: "F2", open: "Enter", escape: "Esc", tabs: "← → Home End", lines: "↑ ↓", undo: "Ctrl Z", paste: "Ctrl V" };
const GESTURES = /** @type {const} */ (["tap", "hover"]);
const FOLLOWED = /** @type {const} */ (["hover", "cursor", "sentence", "word", "current"]);
/** @type {Record<string, string>} */
const TOKENS = {
  word: "كتبناها", number: "12.5 ١٢٫٥", punct: "، ؛ ؟", symbol: "% + ©", latin: "GDP", url: "https://…", email: "a@b.org", hashtag: "#نادي_القراءة",
  handle: "@nada", emoji: "📚",
};

/**
 * A term over the line of its layer.
 * @param {string} layer
 * @param {string} term
 */
export const layerTerm = (layer, term) => ({ term, painted: html`<span class="help-sample" data-layer=${layer}><span class="stroke">${term}</span></span>` });

/**
 * @param {Translator} t
 * @returns {Part[]}
 */
export const usingParts = (t) => [{
  id: "use",
  sections: [
    { id: "use", groups: [{ entries: t.keys("help.use").map((key) => ({ id: `use:${key}`, term: t.text(`help.use.${key}.term`), text: t.text(`help.use.${key}.text`) })) }] },
    {
      id: "keys",
      groups: [{
        entries: [
          ...Object.entries(KEYS).map(([key, code]) => ({ id: `key:${key}`, term: code, painted: html`<kbd dir="ltr" lang="en">${code}</kbd>`, text: t.text(`help.keys.${key}`) })),
          ...GESTURES.map((key) => ({ id: `key:${key}`, term: t.text(`help.keys.${key}`), text: t.text(`help.keys.${key}Text`) })),
        ],
      }],
    },
    {
      id: "colours",
      groups: [
        {
          title: t.text("help.colours.groups.layers"),
          entries: t.keys("help.colours").filter((key) => t.known("layer", key)).map((layer) => ({ id: `layer:${layer}`, ...layerTerm(layer, t.text(`layer.${layer}`)), text: t.text(`help.colours.${layer}`) })),
        },
        { title: t.text("help.colours.groups.tiers"), entries: tierEntries(t, "line") },
        {
          title: t.text("help.colours.groups.places"),
          entries: FOLLOWED.map((place) => {
            const term = t.text(`help.colours.${place}.term`);
            return { id: `place:${place}`, term, text: t.text(`help.colours.${place}.text`), painted: html`<span class="help-sample help-${place}">${term}</span>` };
          }),
        },
      ],
    },
  ],
}, {
  id: "page",
  sections: [
    { id: "roles", groups: [{ entries: t.keys("reader.role").map((role) => ({ id: `role:${role}`, term: t.text(`reader.role.${role}`), code: role, text: t.text(`help.roles.${role}`) })) }] },
    { id: "tokens", groups: [{ entries: t.keys("kind").map((kind) => ({ id: `token:${kind}`, term: t.text(`kind.${kind}`), code: kind, formula: TOKENS[kind] })) }] },
    { id: "hidden", groups: [{ entries: t.keys("hidden").map((kind) => ({ id: `hidden:${kind}`, term: t.text(`hidden.${kind}`), code: kind, text: t.text(`corrections.effect.${kind}`) })) }] },
  ],
}];

/**
 * How sure a correction is, with its line.
 * @param {Translator} t
 * @param {string} as  what they are shown as
 * @returns {Entry[]}
 */
export const tierEntries = (t, as) => t.keys("corrections.tier").map((tier) => {
  const term = t.text(`corrections.tier.${tier}`);
  return {
    id: `${as}:${tier}`, term, code: tier, text: t.text(`corrections.tierHint.${tier}`),
    painted: html`<span class="help-sample"><span class="stroke" data-tier=${tier}>${term}</span></span>`,
  };
});
