/**
 * Parts of the page that are scripts of their own and fetched when they are first
 * wanted: the screens that take the desk's place, the panels of what the text says,
 * and the one that hands results out. What fills the page is named in the address
 * after `#`, so that Back and bookmarks work; nothing of a text ever stands there.
 *
 * @import { Linked } from "./links.js"
 * @import { State, Store } from "./state.js"
 * @import { Translator } from "../i18n/index.js"
 */

import { html } from "lit-html";

/** What may fill the page; the desk is the text with its panels. */
export const SCREENS = /** @type {const} */ (["desk", "library", "compare", "help"]);
/** @typedef {typeof SCREENS[number]} Screen */
/** @typedef {Exclude<Screen, "desk"> | "output" | "panels" | "passage"} PartName */

/**
 * @typedef {object} Tools  what a part works with
 * @property {Store} store
 * @property {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @property {ReturnType<typeof import("./intake.js").createIntake>} intake
 * @property {import("./actions.js").Page} page
 * @property {(screen: Screen) => void} go  to another screen
 */
/**
 * @typedef {object} Part
 * @property {(state: State, linked: Linked) => unknown} view
 * @property {() => void} [entered]  its screen has come to the front
 * @property {(files: File[]) => Promise<void>} [receive]  of the library: several files, or one of Mubin's own
 * @property {() => Promise<void>} [keep]  of the library: the text in front as it is now
 * @property {(id: string) => Promise<void>} [rejoin]  of the library: the text in front is the one that lies there under this name
 */
/** @typedef {{ create: (tools: Tools) => Part }} PartModule */
/** @typedef {Record<PartName, Part | "loading" | "failed" | null>} Parts */

/** @type {Parts} */
export const noParts = { library: null, compare: null, help: null, output: null, panels: null, passage: null };

/** @param {string} name @returns {name is Screen} */
const isScreen = (name) => SCREENS.includes(/** @type {Screen} */ (name));

/**
 * The screen an address asks for: `#help`, and `#help-colours` for a place in it; null where it names a place of another kind.
 * @param {string} hash
 * @returns {Screen | null}
 */
function screenOf(hash) {
  const [name] = hash.slice(1).split("-");
  return name === "" ? "desk" : isScreen(name) ? name : null;
}

/**
 * @param {Omit<Tools, "go">} tools
 * @param {import("./studies.js").Later["part"]} fetchPart
 */
export function createParts(tools, fetchPart) {
  const { state, set } = tools.store;
  /** @type {Partial<Record<PartName, number>>} */
  const tries = {};
  /** @type {Partial<Record<PartName, Promise<void>>>} */
  const loads = {};
  /** Where the desk was scrolled to when it was left. */
  let scrolled = 0;

  /** @param {PartName} name */
  function want(name) {
    if (state.later[name] === null || state.later[name] === "failed") loads[name] = load(name);
    return loads[name];
  }

  /** @param {PartName} name */
  async function load(name) {
    const put = (/** @type {Parts[PartName]} */ part) => set({ later: { ...state.later, [name]: part } });
    put("loading");
    const many = tries[name] ?? 0;
    tries[name] = many + 1;
    put(await fetchPart(name, many).then(({ create }) => create({ ...tools, go }), () => /** @type {const} */ ("failed")));
    if (state.screen === name) entered(name);
  }

  /**
   * A part as soon as it is there.
   * @param {PartName} name
   * @returns {Promise<Part | null>} null where it could not be fetched
   */
  async function get(name) {
    await want(name);
    const part = state.later[name];
    return typeof part === "object" ? part : null;
  }

  /** @param {Exclude<Screen, "desk">} name */
  function entered(name) {
    const part = state.later[name];
    if (typeof part === "object") part?.entered?.();
  }

  /** @param {Screen} screen */
  function show(screen) {
    if (screen === state.screen) return;
    if (state.screen === "desk") scrolled = scrollY;
    set({ screen, card: screen === "desk" ? state.card : null });
    if (screen !== "desk") {
      want(screen);
      entered(screen);
    }
    queueMicrotask(() => {
      const title = screen === "desk" ? null : tools.page.host.root.getElementById("screen-title");
      title?.focus({ preventScroll: true });
      if (!location.hash.includes("-")) scrollTo({ top: screen === "desk" ? scrolled : 0, behavior: "instant" });
    });
  }

  /** @param {Screen} screen */
  function go(screen) {
    if (screen === state.screen) return;
    const hash = screen === "desk" ? "" : `#${screen}`;
    if (location.hash !== hash) history.pushState(null, "", hash || location.pathname + location.search);
    show(screen);
  }

  const follow = () => {
    const screen = screenOf(location.hash);
    if (screen) show(screen);
  };
  if (!state.guest) {
    addEventListener("hashchange", follow);
    addEventListener("popstate", follow);
  }
  return { want, get, go: state.guest ? () => {} : go, follow: state.guest ? () => {} : follow };
}

/**
 * A part, or what stands in its place until it is there.
 * @param {State} state
 * @param {PartName} name
 * @param {(name: PartName) => void} want
 * @param {Linked} linked
 */
export function partView(state, name, want, linked) {
  const part = state.later[name];
  if (typeof part === "object" && part) return part.view(state, linked);
  return waitView(part === "failed", state.t, () => want(name));
}

/**
 * @param {boolean} failed
 * @param {Translator} t
 * @param {() => void} reload
 */
export function waitView(failed, t, reload) {
  if (!failed) return html`<p class="quiet waiting" role="status">${t.text("tools.loading")}</p>`;
  return html`<p class="remark map-failed"><span>${t.text("tools.failed")}</span>
    <button type="button" @click=${reload}>${t.text("map.reload")}</button></p>`;
}

/**
 * A screen with its title, which takes the focus when it comes to the front.
 * @param {State} state
 * @param {Exclude<Screen, "desk">} screen
 * @param {(name: PartName) => void} want
 * @param {Linked} linked
 */
export const screenView = (state, screen, want, linked) => html`<main class="screen" id="screen" tabindex="-1" aria-labelledby="screen-title">
  <h2 id="screen-title" tabindex="-1">${state.t.text(`screen.${screen}`)}</h2>
  ${partView(state, screen, want, linked)}
</main>`;
