/** Figures and tables as they are printed: Markdown, so that what a terminal shows may be copied into a page. */

/** @param {number} n @param {number} [digits] */
export const number = (n, digits = 0) => n.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
/** Three figures that mean something. @param {number} n */
export const figure = (n) => (n >= 1000 ? number(Number(n.toPrecision(3))) : n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n >= 0.1 ? n.toFixed(2) : n.toFixed(3));
/** @param {number} ms */
export const time = (ms) => `${figure(ms)} ms`;

/** @param {string[]} head @param {string[][]} rows  figures stand under one another, words from their beginning */
export function table(head, rows) {
  const widths = head.map((cell, i) => Math.max(...[head, ...rows].map((row) => [...row[i]].length), cell.length, 3));
  const isWords = head.map((_, i) => i === 0 || rows.some((row) => /\p{L}{9}/u.test(row[i])));
  const pad = (/** @type {string} */ cell, /** @type {number} */ i) => {
    const space = " ".repeat(widths[i] - [...cell].length);
    return isWords[i] ? cell + space : space + cell;
  };
  const line = (/** @type {string[]} */ row) => `| ${row.map(pad).join(" | ")} |`;
  const rule = `|${widths.map((width, i) => (isWords[i] ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  console.log([line(head), rule, ...rows.map(line)].join("\n"));
}
