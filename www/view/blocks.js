/**
 * The elements the reader is made of: a paragraph, a fold of page furniture, and,
 * where the parts are shown, the role of each with the buttons that dispute it and edit it.
 * One text node a paragraph, in an element with the direction its own letters
 * ask for; to which edge it is set is the article's matter and decided by the styles.
 *
 * @import { Block, Result, Role } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Verdict } from "./decisions.js"
 * @import { Content, Furniture } from "./outline.js"
 * @import { Piece } from "./pieces.js"
 */

import { directionOf, element, isolatedNodes, langOf } from "./dom.js";
import { isContent } from "./outline.js";
import { Vowelled } from "./vowels.js";

/**
 * @typedef {object} Making
 * @property {Result} result
 * @property {"rtl" | "ltr"} dir  of the article
 * @property {Translator} t
 * @property {boolean} parts  whether every block shows its role
 * @property {boolean} vowels  whether words are shown with their vowels
 * @property {(block: Block, verdict: Verdict) => void} judge
 * @property {(offset: number) => void} edit
 * @property {(item: Furniture) => void} toggle
 */

const TAGS = /** @type {const} */ ({ headline: "h2", caption: "p", byline: "p", dateline: "p", body: "p" });

/**
 * @param {Content} item
 * @param {Piece[]} pieces  where its text node is entered
 * @param {Making} making
 */
export function contentOf(item, pieces, making) {
  const { role } = item.block;
  const tag = item.continued ? "p" : TAGS[/** @type {keyof typeof TAGS} */ (role)];
  const text = textOf(tag, role, item, pieces, making);
  if (item.continued) text.classList.add("continued");
  if (!making.parts || item.continued) return text;
  return element("div", { class: "part" }, roleLabel(role, making), text, editButton(item.block, making), verdictButton(item.block, making));
}

/**
 * @param {Furniture} item
 * @param {boolean} open
 * @param {Piece[]} pieces
 * @param {Making} making
 */
export function furnitureOf(item, open, pieces, making) {
  const { t, toggle } = making;
  const counted = t.pieces(open ? "reader.shown" : "reader.furniture", { n: item.lines });
  const button = element("button", {
    type: "button", class: "fold", "aria-expanded": String(open), "data-start": String(item.start),
    click: () => toggle(item),
  }, element("span", { dir: t.dir }, element("span", {}, ...isolatedNodes(counted)), t.text("list.dot"),
    element("span", { class: "fold-act" }, t.text(open ? "reader.hide" : "reader.show"))));
  const scraps = open ? item.blocks.map((block) => element("div", { class: "scrap part" },
    roleLabel(block.role, making),
    textOf("p", block.role, block, pieces, making),
    editButton(block, making),
    verdictButton(block, making))) : [];
  return element("div", { class: "furniture" }, button, ...scraps);
}

/**
 * @param {"p" | "h2"} tag
 * @param {Role} role
 * @param {{ start: number, end: number }} span
 * @param {Piece[]} pieces
 * @param {Making} making
 */
function textOf(tag, role, { start, end }, pieces, making) {
  const text = making.result.text.slice(start, end);
  const vowelled = making.vowels ? new Vowelled(making.result, start, end) : null;
  const node = document.createTextNode(vowelled ? vowelled.text : text);
  pieces.push({ start, end, node, vowelled });
  const dir = directionOf(text, making.dir);
  const look = text.includes("\t") ? `${role} tabbed` : role;
  return element(tag, { class: look, dir, lang: dir === "rtl" ? langOf(text) : "" }, node);
}

/**
 * @param {Role} role
 * @param {Making} making
 */
const roleLabel = (role, { t }) => element("span", { class: "role", dir: t.dir }, t.text(`reader.role.${role}`));

/**
 * @param {Block} block
 * @param {Making} making
 */
const editButton = (block, { t, edit }) => (
  element("button", { type: "button", class: "edit-block", dir: t.dir, click: () => edit(block.start) }, t.text("reader.editBlock")));

/**
 * @param {Block} block
 * @param {Making} making
 */
function verdictButton(block, { t, judge }) {
  const verdict = isContent(block.role) ? "furniture" : "text";
  const label = t.text(verdict === "text" ? "reader.isText" : "reader.isFurniture");
  return element("button", { type: "button", class: "verdict", dir: t.dir, click: () => judge(block, verdict) }, label);
}
