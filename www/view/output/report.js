/**
 * The report in front of the page, to be read and printed. It is a document of its
 * own with styles of its own, which the page's content security policy would forbid
 * in a frame or a tab, and even where they are only parsed; so its style sheet is taken
 * out first, its elements are parsed where nothing runs and put into a shadow tree, and
 * the sheet is adopted there.
 */

import { parseInert } from "../../engine/trusted.js";
import { element } from "../dom.js";

/** Elements that a report has no use for, whatever wrote it. */
const ACTIVE = "script, style, link, meta, base, iframe, object, embed, form, template";
const SHEET = /<style>([^<]*)<\/style>/g;

/**
 * @param {string} markup
 * @returns {HTMLElement} holds the report
 */
function reportElement(markup) {
  const styles = [...markup.matchAll(SHEET)].map(([, style]) => style).join("\n");
  const parsed = parseInert(markup.replaceAll(SHEET, ""));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.replaceAll(":root", ":host"));
  for (const active of parsed.querySelectorAll(ACTIVE)) active.remove();
  const { lang, dir } = parsed.documentElement;
  const host = element("div", { class: "outreport-body", lang, dir });
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(document.importNode(parsed.body, true));
  return host;
}

/**
 * Opens the report; it is gone when it is closed.
 * @param {string} markup
 * @param {{ title: string, print: string | null, close: string }} labels  print: null where the report cannot be printed alone
 * @param {HTMLElement} place
 */
export function showReport(markup, { title, print, close }, place) {
  const dialog = element("dialog", { class: "outreport", "aria-label": title, close: () => dialog.remove() },
    element("div", { class: "outreport-tools" },
      ...(print === null ? [] : [element("button", { type: "button", class: "strong", click: () => globalThis.print() }, print)]),
      element("button", { type: "button", click: () => dialog.close() }, close)),
    reportElement(markup));
  place.append(dialog);
  dialog.showModal();
  return dialog;
}
