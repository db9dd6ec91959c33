/**
 * Of the help: what becomes of a text, what Mubin does badly, and whose work it stands on.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { Part } from "./entries.js"
 */

/** Million characters that the page reads at once. */
const LIMIT = 16;

/** @param {Translator} t @returns {Part} */
export const aboutPart = (t) => ({
  id: "about",
  sections: [
    { id: "privacy", groups: [{ entries: t.keys("help.privacy").map((key) => ({ id: `privacy:${key}`, term: t.text(`help.privacy.${key}.term`), text: t.text(`help.privacy.${key}.text`) })) }] },
    {
      id: "limits",
      groups: [{
        entries: t.keys("help.limits").map((key) => ({ id: `limit:${key}`, term: "", text: t.text(`help.limits.${key}`, { limit: LIMIT }) })),
      }],
    },
    { id: "licences", groups: [{ entries: t.keys("help.licence").map((key) => ({ id: `licence:${key}`, term: t.text(`help.licence.${key}.term`), text: t.text(`help.licence.${key}.text`) })) }] },
  ],
});
