/**
 * The first rows of a table of comma-separated values (RFC 4180), for a preview: as a
 * line of text Arabic and figures between commas would stand in another order.
 */

/**
 * @param {string} text
 * @param {number} most  rows
 * @returns {string[][]}
 */
export function rowsOf(text, most) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  for (let found = cell.exec(text); found && rows.length < most; found = cell.exec(text)) {
    const [whole, quoted, bare, end] = found;
    if (whole === "" && row.length === 0) break;
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === ",") continue;
    rows.push(row);
    row = [];
    if (end === "") break;
  }
  return rows;
}
