/**
 * The paragraphs of a part of a .docx file (WordprocessingML, ISO/IEC 29500-1, clause
 * 17) as a person would have typed them: headings and list items are paragraphs, a row
 * of a table is one line with tabs between its cells, what was deleted under revision
 * is gone and what was put in stays. Comments, headers and footers lie in parts of
 * their own that are never read. Numbers of notes are left out of the sentences they
 * would stand in; the notes follow the text.
 */

/** What stands for a character. @type {Record<string, string>} */
const SIGNS = { tab: "\t", ptab: "\t", br: "\n", cr: "\n", noBreakHyphen: "\u2011" };
/** Deleted, moved away, a field's instructions, properties, and what the reader of a page does not see. */
const SKIPPED = new Set(["del", "moveFrom", "instrText", "delInstrText", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "rt", "Fallback", "object"]);
/** Marks between two notes, not notes. */
const SEPARATORS = new Set(["separator", "continuationSeparator", "continuationNotice"]);
/** A row with a longer cell is layout, and its cells are read one after the other. */
const LONGEST_CELL = 120;

/**
 * @param {Document} part
 * @returns {string[]}
 */
export function blocksOf(part) {
  /** @type {string[]} */
  const blocks = [];
  for (const child of part.documentElement.children) collect(child, blocks);
  return blocks;
}

/**
 * @param {Element} element
 * @param {string[]} blocks
 */
function collect(element, blocks) {
  const name = element.localName;
  if (SKIPPED.has(name) || SEPARATORS.has(valueOf(element, "type"))) return;
  if (name === "p") {
    /** Text boxes that hang on the paragraph. @type {Element[]} */
    const boxes = [];
    const text = squeeze(textIn(element, boxes));
    if (text) blocks.push(text);
    for (const box of boxes) for (const child of box.children) collect(child, blocks);
  } else if (name === "tr") {
    row(element, blocks);
  } else {
    for (const child of element.children) collect(child, blocks);
  }
}

/**
 * @param {Element} element
 * @param {string[]} blocks
 */
function row(element, blocks) {
  if (first(element, "trPr")?.querySelector("del")) return; // a deleted row
  const cells = cellsOf(element).map((cell) => {
    /** @type {string[]} */
    const inside = [];
    for (const child of cell.children) collect(child, inside);
    return inside;
  });
  const data = cells.length > 1 && cells.every((inside) => inside.join(" ").length <= LONGEST_CELL);
  if (!data) return blocks.push(...cells.flat());
  const line = cells.map((inside) => inside.join(" ").replace(/\s+/g, " ")).filter(Boolean).join("\t");
  if (line) blocks.push(line);
}

/** @param {Element} row @returns {Element[]} also those inside content controls */
const cellsOf = (row) => [...row.children].flatMap((child) => (
  child.localName === "tc" ? [child] : SKIPPED.has(child.localName) ? [] : cellsOf(child)));

/**
 * The text of a paragraph or of what is in it.
 * @param {Element} element
 * @param {Element[]} boxes
 * @returns {string}
 */
function textIn(element, boxes) {
  const name = element.localName;
  if (name === "t") return element.textContent ?? "";
  if (name in SIGNS) return SIGNS[name];
  if (name === "txbxContent") {
    boxes.push(element);
    return "";
  }
  if (SKIPPED.has(name) || (name === "r" && isHidden(element))) return "";
  let text = "";
  for (const child of element.children) text += textIn(child, boxes);
  return text;
}

/** @param {Element} run */
function isHidden(run) {
  const properties = first(run, "rPr");
  const mark = properties && first(properties, "vanish");
  return Boolean(mark) && !["0", "false", "off"].includes(valueOf(/** @type {Element} */ (mark), "val"));
}

/**
 * @param {Element} element
 * @param {string} name
 */
const first = (element, name) => [...element.children].find((child) => child.localName === name);

/**
 * @param {Element} element
 * @param {string} name
 */
const valueOf = (element, name) => element.getAttributeNS(element.namespaceURI, name) ?? "";

/** @param {string} text */
const squeeze = (text) => text.replace(/[ \u00A0]+/g, " ").replace(/ ?\n ?/g, "\n").trim();
