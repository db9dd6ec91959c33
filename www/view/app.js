/**
 * The page that has a document to itself: what it alone can have is joined to the
 * tool here, the draft and the reader's own words in storage, what other programs hand
 * over, the title, the faces and the service worker.
 *
 * @import { AnalyzerOptions } from "../engine/types.js"
 * @import { Later } from "./studies.js"
 */

import { createAnalyzer } from "../engine/index.js";
import { dropLeft, readDraft } from "./draft.js";
import { holdEngine } from "./engine.js";
import { followErasing } from "./erasing.js";
import { documentHost } from "./host.js";
import { layOwing } from "./owed.js";
import { readOwnWords } from "./own-words.js";
import { readPreferences } from "./preferences.js";
import { handOver, takeHanded } from "../service/handover.js";
import { createReceiver } from "./receiving.js";
import { PREVIEW, shortened } from "./shorten.js";
import { watchService } from "./service.js";
import { createTool } from "./tool.js";

/** More at once are not offered. */
const OFFERED = 3;

/**
 * @param {AnalyzerOptions} options
 * @param {Later} later
 * @param {URL} [service]  the service worker, where there can be one
 */
export async function start(options, later, service) {
  const preferences = readPreferences();
  const engine = holdEngine(() => createAnalyzer(options));
  const tool = createTool(documentHost(), engine, later, {
    preferences,
    drawn({ screen, t }) {
      document.title = screen === "desk" ? t.text("title") : t.text("screen.title", { name: t.text(`screen.${screen}`) });
    },
  });
  const { store, intake, actions, parts, receive, page: { area, toDesk } } = tool;
  const { state, set } = store;
  followErasing(store, { area });
  addEventListener("visibilitychange", () => document.hidden && actions.leave());
  addEventListener("pagehide", () => {
    actions.leave();
    layOwing();
  });
  const receiver = createReceiver(store, intake, { toDesk, edit: actions.edit, receive });

  /** @returns {Promise<boolean>} whether the text in front will be there for the page that comes next */
  async function keepText() {
    const editing = state.mode === "surface" && state.long === null;
    const text = editing ? area.value : state.result?.text ?? "";
    if (!text.trim()) return true;
    return handOver({ why: "renewed", text, editing }).then(() => true, () => false);
  }

  // Failures are reported to whoever first needs the engine.
  tool.begin().then((analyzer) => {
    performance.mark("mubin-ready");
    // The glosses come last, and before anyone has opened a card: once the page has loaded, reading a text asks for nothing more.
    if (!savesData()) analyzer.glosses().catch(() => {});
    if (service) tool.renew = watchService(service, store, keepText);
  }, () => {});
  loadFaces();

  const ownWords = await readOwnWords();
  if (ownWords.length) {
    set({ ownWords: [...ownWords, ...state.ownWords] });
    intake.again(); // a text that came before them is read with them
  }
  const handed = await takeHanded();
  const { draft, left } = preferences.draft ? await restored() : { draft: null, left: [] };
  const { text, ignored, saved } = draft ?? { text: "", ignored: [], saved: undefined };
  const untouched = () => !state.result && state.share === null && !area.value;
  if (untouched()) set({ ignored });
  const taken = await receiver.begin(handed, text);
  if (!taken && text && untouched()) await intake.take(text, { notices: [{ id: "restored", key: "restored" }, ...state.notices], restored: true });
  offer(left);
  if (saved && state.result?.text === text) (await parts.get("library"))?.rejoin?.(saved);

  async function restored() {
    const found = await readDraft();
    set({ draft: found.allowed ? "kept" : "denied", drafted: found.draft !== null || found.left.length > 0 });
    return found;
  }

  /** What tabs that are gone have left is not put in front unasked. @param {import("./draft.js").Draft[]} texts */
  function offer(texts) {
    const notices = texts.slice(0, OFFERED).map((one, i) => ({
      id: `left-${i}`, key: "left", values: { preview: shortened(one.text.trim(), PREVIEW) },
      action: { key: "leftAction", run: () => bring(one) }, closed: () => dropLeft(one),
    }));
    if (notices.length) set({ notices: [...state.notices, ...notices] });
  }

  /** @param {import("./draft.js").Draft} one */
  async function bring(one) {
    const front = state.mode === "surface" && state.long === null && area.value.trim() ? area.value : state.result?.text;
    /** @type {import("./chrome.js").Notice[]} */
    const back = front ? [{ id: "earlier", key: "earlier", action: { key: "earlierAction", run: () => intake.take(front) } }] : [];
    await intake.take(one.text, { notices: back, origin: { source: { by: "typing" }, saved: null, ignored: one.ignored } });
    if (state.result?.text === one.text.toWellFormed()) await dropLeft(one);
  }
}

/** Whoever pays for what is transferred has the glosses fetched with the first card. */
const savesData = () => /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData === true;

/** The whole face now, though no Latin letter or digit may be on the page yet: nothing is fetched later on. */
function loadFaces() {
  for (const weight of [400, 700]) document.fonts.load(`${weight} 1em "Noto Naskh Arabic"`, "\u0646 0").catch(() => {});
}
