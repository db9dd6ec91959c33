/**
 * The whole tool in a shadow tree: the frame that takes the place of the document, its
 * styles, and the tool mounted in it as a guest, which asks nothing of the page around
 * it but room. Closing the box ends all that it listens to and paints.
 *
 * @import { AnalyzeOptions, Analyzer } from "../engine/types.js"
 * @import { Host } from "../view/host.js"
 * @import { Preferences } from "../view/preferences.js"
 * @import { Guest, State } from "../view/state.js"
 */

import { html, nothing, render } from "lit-html";
import { element } from "../view/dom.js";
import { holdEngine } from "../view/engine.js";
import { bringToView } from "../view/host.js";
import { createTool } from "../view/tool.js";
import styles from "./analyzer.css" with { type: "text" };
import { registerFaces } from "./faces.js";
import { later } from "./later.js";

/** @typedef {ReturnType<typeof openBox>} Box */

/** A sheet belongs to its document. @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/** @param {Document} document */
function sheetFor(document) {
  const known = sheets.get(document);
  if (known) return known;
  const sheet = new (/** @type {Window & typeof globalThis} */ (document.defaultView)).CSSStyleSheet();
  sheet.replaceSync(styles);
  sheets.set(document, sheet);
  return sheet;
}

/**
 * @param {ShadowRoot} shadow
 * @param {object} manner
 * @param {() => Promise<Analyzer>} manner.ready  the engine
 * @param {() => Pick<AnalyzeOptions, "date">} manner.given  what is wished of every analysis
 * @param {Preferences} manner.preferences
 * @param {Guest} manner.guest
 * @param {(state: State) => void} manner.drawn
 */
export function openBox(shadow, { ready, given, preferences, guest, drawn }) {
  const end = new AbortController();
  const { signal } = end;
  registerFaces();
  shadow.adoptedStyleSheets = [sheetFor(shadow.ownerDocument)];
  const body = element("div", { class: "mubin-body" });
  const frame = element("div", { class: "mubin-root", part: "frame", role: "group" }, body);
  const box = element("div", { class: "mubin-box" }, frame);
  const room = element("div", { class: "mubin-room", "aria-hidden": "true" });
  shadow.append(room, box);

  /** The size that a rem of the page has here, and how much of the box is seen. */
  const measure = () => {
    box.style.setProperty("--mubin-rem", getComputedStyle(box).fontSize);
    box.style.setProperty("--mubin-view", `${Math.min(frame.clientHeight, innerHeight)}px`);
    box.toggleAttribute("data-grown", frame.clientHeight > innerHeight && frame.scrollHeight <= frame.clientHeight);
  };
  const sizes = new ResizeObserver(measure);
  sizes.observe(frame);
  signal.addEventListener("abort", () => sizes.disconnect());
  addEventListener("resize", measure, { signal });
  measure();

  const engine = holdEngine(ready, given, signal);
  /** @type {Host} */
  const host = { root: shadow, mount: body, frame, scroller: frame, signal, remember: () => {} };
  shadow.addEventListener("click", (event) => followInside(event, host), { signal });
  for (const name of ["keydown", "keypress", "keyup"]) shadow.addEventListener(name, keepTyping, { signal });
  const tool = createTool(host, engine, later, {
    preferences, guest,
    drawn(state) {
      frame.setAttribute("aria-label", state.t.text("title"));
      drawn(state);
    },
  });
  tool.begin().catch(() => {}); // whoever first needs the engine is told

  return {
    tool, frame,
    close() {
      tool.page.deselect();
      end.abort();
      engine.cancel();
      render(html`${nothing}`, body);
      shadow.replaceChildren();
    },
  };
}

/**
 * What is typed in a field of the box: the page around sees no field there, and would take the letters for its own shortcuts.
 * @param {Event} event
 */
function keepTyping(event) {
  const { target, key, ctrlKey, metaKey, altKey } = /** @type {KeyboardEvent} */ (event);
  const field = target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  if (field && key.length === 1 && !ctrlKey && !metaKey && !altKey) event.stopPropagation();
}

/**
 * A link to a place of the page is one to a place in this tree, and the host's address stays as it is.
 * @param {Event} event
 * @param {Host} host
 */
function followInside(event, host) {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (!link) return;
  event.preventDefault();
  const place = host.root.getElementById((link.getAttribute("href") ?? "").slice(1));
  if (place) bringToView(host, place, "start");
  place?.focus({ preventScroll: true });
}
