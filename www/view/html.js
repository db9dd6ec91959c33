/**
 * Markup to plain text that keeps headings and paragraphs and loses menus. The
 * markup is parsed inertly. What looks like a whole page goes through Readability
 * first; everything else, and a page Readability makes nothing of, is walked block
 * by block. A blank line stands between paragraphs, a line break is one line break,
 * and a row of a table is one line.
 */

import { Readability } from "@mozilla/readability";
import { parseInert } from "../engine/trusted.js";

const DROPPED = new Set([
  "SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "SVG", "CANVAS", "IFRAME", "OBJECT", "EMBED", "HEAD",
  "NAV", "ASIDE", "FOOTER", "FORM", "BUTTON", "SELECT", "TEXTAREA", "INPUT", "DIALOG", "MENU", "DEL",
]);
const BLOCKS = new Set([
  "ADDRESS", "ARTICLE", "BLOCKQUOTE", "BODY", "CENTER", "DD", "CAPTION", "DETAILS", "DIV", "DL", "DT", "FIELDSET", "FIGCAPTION",
  "FIGURE", "H1", "H2", "H3", "H4", "H5", "H6", "HEADER", "HGROUP", "HR", "LI", "MAIN", "OL", "P", "PRE",
  "SECTION", "SUMMARY", "TABLE", "TBODY", "TD", "TFOOT", "TH", "THEAD", "TR", "UL",
]);
const LANDMARKS = "nav, aside, footer, [role=navigation], [role=contentinfo], [role=complementary]";

/** What is not the author's: the unseen, Word's list bullets and comments, edit links of wikis, numbers of notes inside of sentences. */
const NOISE = [
  "noscript", "template", '[data-was-style*="display:none" i]', '[data-was-style*="display: none" i]',
  '[data-was-style*="mso-list:ignore" i]', '[data-was-style*="mso-element:comment-list" i]', ".MsoCommentReference", ".MsoFootnoteReference", ".MsoEndnoteReference",
  ".mw-editsection", "sup.reference", ".noprint",
].join();
const LONGEST_CELL = 120;
/** A block by its name that stands in a line, as names of accounts do on some sites. */
const INLINE = /(^|[;\s])display:\s*inline/i;
const EMOJI = /^(\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator})[\p{Emoji}\p{Emoji_Component}\u200D]*$/u;

/**
 * @param {string} markup
 * @returns {string} "" when there is nothing to read in it
 */
export function textOfMarkup(markup) {
  const page = parseInert(quiet(markup));
  page.querySelectorAll(NOISE).forEach((node) => node.remove());
  if (page.querySelector(LANDMARKS)) {
    const article = articleOf(page);
    if (article) return article;
  }
  page.querySelectorAll(LANDMARKS).forEach((node) => node.remove());
  return blocksOf(page.body);
}

/**
 * The article of a whole page, headline first.
 * @param {Document} page
 * @returns {string | null}
 */
function articleOf(page) {
  const copy = /** @type {Document} */ (page.cloneNode(true));
  const heading = squeeze(page.querySelector("h1")?.textContent ?? "");
  // One attempt only: its retries write markup back through innerHTML, which Trusted Types forbids.
  const reader = new Readability(copy, { charThreshold: 1, serializer: (node) => node });
  const content = /** @type {Element | undefined} */ (reader.parse()?.content);
  if (!content) return null;
  const text = blocksOf(content);
  const whole = blocksOf(page.body);
  if (text.length < 200 && text.length < whole.length / 4) return null;
  return heading && !text.includes(heading) ? `${heading}\n\n${text}` : text;
}

/**
 * @param {Element} root
 * @returns {string}
 */
function blocksOf(root) {
  /** @type {string[]} */
  const blocks = [];
  /** @type {string[]} */
  let lines = [];
  let line = "";
  const endBlock = () => {
    const text = squeeze(line);
    if (text) lines.push(text);
    if (lines.length) blocks.push(lines.join("\n"));
    lines = [];
    line = "";
  };
  const endLine = () => {
    const text = squeeze(line);
    if (!text) return endBlock(); // a second break is a paragraph's end
    lines.push(text);
    line = "";
  };
  /** @param {Node} node */
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const inPre = node.parentElement?.closest("pre");
      const parts = inPre ? (node.nodeValue ?? "").split("\n") : [node.nodeValue ?? ""];
      parts.forEach((part, i) => {
        if (i) endLine();
        line += part;
      });
      return;
    }
    if (!(node instanceof Element)) return;
    const tag = node.tagName.toUpperCase();
    if (DROPPED.has(tag) || node.hasAttribute("hidden") || node.getAttribute("aria-hidden") === "true") return;
    if (tag === "BR") return endLine();
    if (tag === "IMG") line += emojiOf(node);
    const row = tag === "TR" ? rowOf(node) : null;
    const block = BLOCKS.has(tag) && !INLINE.test(node.getAttribute("data-was-style") ?? "");
    if (block) endBlock();
    if (row) blocks.push(row);
    else node.childNodes.forEach(walk);
    if (block) endBlock();
  };
  walk(root);
  endBlock();
  return blocks.join("\n\n");
}

/**
 * Sites draw emoji as pictures; the letter stands in place of the picture.
 * @param {Element} image
 */
function emojiOf(image) {
  const instead = image.getAttribute("alt") ?? "";
  return EMOJI.test(instead) ? instead : "";
}

/**
 * A row of data as one line, its cells a tab apart as browsers copy them. A row with a
 * long cell is taken for layout, and its cells are read one after the other.
 * @param {Element} row
 * @returns {string | null}
 */
function rowOf(row) {
  if (row.querySelector("table")) return null;
  const cells = [...row.children].map((cell) => squeeze(blocksOf(cell)).replaceAll("\n", " "));
  return cells.length > 1 && cells.every((cell) => cell.length <= LONGEST_CELL) ? cells.filter(Boolean).join("\t") || null : null;
}

/**
 * Styles, handlers and another base have no effect in an inert document, but the content security
 * policy reports every one it meets there; so they are renamed before the parsing.
 * @param {string} markup
 */
const quiet = (markup) => withoutCode(markup)
  .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/^<base\b/i, "<meta").replace(/([\s"'/])(on\w+|style)(?=\s*=)/gi, "$1data-was-$2"));

/**
 * Scripts and style sheets go with all that is in them. What has no end is left to the parser, and its end is looked for once only.
 * @param {string} markup
 */
function withoutCode(markup) {
  /** @type {string[]} */
  const kept = [];
  const endless = new Set();
  const opening = /<(script|style)\b/gi;
  let from = 0;
  for (let found = opening.exec(markup); found; found = opening.exec(markup)) {
    const name = found[1].toLowerCase();
    if (endless.has(name)) continue;
    const closing = name === "script" ? /<\/script\s*>/gi : /<\/style\s*>/gi;
    closing.lastIndex = opening.lastIndex;
    if (!closing.test(markup)) {
      endless.add(name);
      continue;
    }
    kept.push(markup.slice(from, found.index));
    from = opening.lastIndex = closing.lastIndex;
  }
  return kept.join("") + markup.slice(from);
}

/** @param {string} text */
const squeeze = (text) => text.replace(/[ \t\r\n\f\u00A0]+/g, " ").trim();
