/**
 * A table handed out: to the clipboard as lines of text with tabs between, or as a
 * file of comma-separated values.
 *
 * @import { Translator } from "../../i18n/index.js"
 */

import { html, nothing } from "lit-html";
import { element } from "../dom.js";

/** @typedef {(string | number)[][]} Table  the first row are the headings */

const SHOWN_MS = 3000;
/** A table program would run what begins so. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * RFC 4180, and a mark in front by which table programs know that it is UTF-8.
 * @param {Table} table
 */
export const csvOf = (table) => `\uFEFF${table.map((row) => row.map((cell) => (
  typeof cell === "number" ? String(cell) : `"${cell.replace(FORMULA, " $&").replaceAll('"', '""')}"`)).join(",")).join("\r\n")}\r\n`;

/** @param {Table} table */
export const textOf = (table) => table.map((row) => row.join("\t")).join("\n");

/**
 * @param {{ set: (patch: { said: string }) => void, redraw: () => void }} page
 */
export function createHandout({ set, redraw }) {
  /** What became of the last copy, for the table it was of. @type {{ name: string, done: boolean } | null} */
  let copied = null;

  /**
   * @param {string} name
   * @param {Table | Promise<Table>} table
   * @param {Translator} t
   */
  async function copy(name, table, t) {
    const text = Promise.resolve(table).then((rows) => textOf(rows.slice(1)));
    const done = await text.then((words) => navigator.clipboard.writeText(words)).then(() => true, () => false);
    const now = copied = { name, done };
    set({ said: t.text(done ? "study.copied" : "notice.copyFailed") });
    setTimeout(() => {
      if (copied !== now) return;
      copied = null;
      redraw();
    }, SHOWN_MS);
  }

  /**
   * @param {string} name
   * @param {Table | Promise<Table>} table
   */
  async function save(name, table) {
    const rows = await Promise.resolve(table).catch(() => null);
    if (!rows) return;
    const address = URL.createObjectURL(new Blob([csvOf(rows)], { type: "text/csv;charset=utf-8" }));
    element("a", { href: address, download: `mubin-${name}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), SHOWN_MS);
  }

  /**
   * @param {string} name  of the file
   * @param {() => Table | Promise<Table>} table
   * @param {Translator} t
   */
  return (name, table, t) => {
    const own = copied?.name === name ? copied : null;
    return html`<p class="handout">
      <button type="button" @click=${() => copy(name, table(), t)}>${t.text(own?.done ? "study.copied" : "study.copy")}</button>
      <button type="button" @click=${() => save(name, table())}>${t.text("study.csv")}</button>
      ${own && !own.done ? html`<span class="quiet">${t.text("notice.copyFailed")}</span>` : nothing}</p>`;
  };
}
