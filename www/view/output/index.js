/**
 * The panel that hands results out: made by the engine when they are asked for, kept
 * for as long as the text and what was decided in it stay the same, so that a preview,
 * a copy and a file of one format are one piece of work.
 *
 * @import { ExportedFile, ExportFormat, ExportTable, Result } from "../../engine/types.js"
 * @import { Part, Tools } from "../parts.js"
 */

import ar from "../../i18n/ar.output.json" with { type: "json" };
import en from "../../i18n/en.output.json" with { type: "json" };
import { addMessages } from "../../i18n/index.js";
import { filesOf } from "./formats.js";
import { copyText, saveFiles } from "./handing.js";
import { safeName, titleOf } from "./naming.js";
import { panelView } from "./panel.js";
import { showReport } from "./report.js";

/** The tables of the CSV, those first that most readers want. @type {ExportTable[]} */
export const LAYERS = [
  "tokens", "words", "sentences", "blocks", "entities", "mentions", "statements", "times", "quantities", "keyphrases", "summary", "corrections", "characters",
];
const SHOWN_MS = 3000;

/** @typedef {"save" | "copy" | "preview" | "show"} Deed */
/**
 * @typedef {object} Own  what the panel remembers
 * @property {ReadonlySet<ExportTable>} layers  of the CSV
 * @property {"ar" | "en" | null} lang  of the report; null: the page's
 * @property {{ format: ExportFormat, share: number } | null} busy  what is being made, and how far it is
 * @property {{ format: ExportFormat, key: string } | null} failed
 * @property {{ format: ExportFormat, key: string } | null} done
 * @property {{ format: ExportFormat, files: ExportedFile[], asked: unknown[] } | null} preview
 */

/** The document's own body where the report is to be printed by itself. @param {import("../host.js").Host} host */
const reportPlace = ({ root, mount }) => (root instanceof Document ? root.body : mount);

/**
 * @param {Tools} tools
 * @returns {Part}
 */
export function create({ store: { state, set }, engine, page }) {
  addMessages({ ar, en });
  /** @type {Own} */
  const own = { layers: new Set(LAYERS), lang: null, busy: null, failed: null, done: null, preview: null };
  /** The last that was made. @type {{ format: ExportFormat, asked: unknown[], files: ExportedFile[] } | null} */
  let made = null;
  /** @type {AbortController | null} */
  let running = null;

  /** @param {Partial<Own>} patch */
  const change = (patch) => {
    Object.assign(own, patch);
    set({});
  };
  const langOf = () => own.lang ?? state.preferences.lang;
  /**
   * What the files of a format depend on.
   * @param {ExportFormat} format
   */
  const asking = (format) => [
    state.result, state.decisions, state.choices, state.ownWords, state.ignored,
    format === "csv" ? own.layers : null, format === "report" ? langOf() : null,
  ];
  const same = (/** @type {unknown[]} */ a, /** @type {unknown[]} */ b) => a.every((value, i) => value === b[i]);

  /**
   * @param {Result} result
   * @param {ExportFormat} format
   * @param {AbortSignal} signal
   */
  async function files(result, format, signal) {
    const asked = asking(format);
    if (made?.format === format && same(made.asked, asked)) return made.files;
    const layers = format === "csv" ? LAYERS.filter((layer) => own.layers.has(layer)) : undefined;
    const onProgress = (/** @type {number} */ share) => change({ busy: { format, share } });
    const found = await filesOf(state, result, format, { lang: langOf(), ...(layers && { layers }), signal, onProgress }, engine.ready());
    made = { format, asked, files: found };
    return found;
  }

  /**
   * @param {ExportFormat} format
   * @param {string} key
   * @param {{ name?: string }} [values]
   */
  function tell(format, key, values) {
    const now = { format, key };
    change({ done: now });
    set({ said: "" });
    queueMicrotask(() => set({ said: state.t.text(`output.${key}`, values) }));
    setTimeout(() => own.done === now && change({ done: null }), SHOWN_MS);
  }

  const on = {
    change,
    langOf,
    /** Whether the preview is of what would be made now. */
    fresh: () => own.preview !== null && same(own.preview.asked, asking(own.preview.format)),
    /** @param {ExportFormat} format @param {Deed} deed */
    async act(format, deed) {
      const { result } = state;
      if (!result) return;
      if (deed === "preview" && own.preview?.format === format && on.fresh()) return change({ preview: null });
      running?.abort();
      const abort = running = new AbortController();
      change({ busy: { format, share: 0 }, failed: null, done: null });
      try {
        const found = await files(result, format, abort.signal);
        if (abort.signal.aborted) return;
        change({ busy: null });
        await finish(result, format, deed, found);
      } catch {
        if (!abort.signal.aborted) change({ busy: null, failed: { format, key: "failed" } });
      }
    },
    cancel() {
      running?.abort();
      change({ busy: null });
      set({ said: state.t.text("output.cancelled") });
    },
    /** @param {ExportTable} layer @param {boolean} wanted */
    choose(layer, wanted) {
      const layers = new Set(own.layers);
      if (wanted) layers.add(layer);
      else layers.delete(layer);
      change({ layers });
    },
    open: () => page.chooser.click(),
  };

  /**
   * @param {Result} result
   * @param {ExportFormat} format
   * @param {Deed} deed
   * @param {ExportedFile[]} found
   */
  async function finish(result, format, deed, found) {
    const { t } = state;
    if (deed === "save") tell(format, "saved", { name: saveFiles(found, safeName(titleOf(result))) });
    if (deed === "preview") change({ preview: { format, files: found, asked: asking(format) } });
    if (deed === "show") showReport(found[0].text, { title: t.text("output.of.report.name"), print: state.guest ? null : t.text("output.print"), close: t.text("output.close") }, reportPlace(page.host));
    if (deed !== "copy") return;
    if (await copyText(found[0].text)) tell(format, "copied");
    else change({ failed: { format, key: "uncopied" } });
  }

  return { view: (now) => panelView(now, own, on) };
}
