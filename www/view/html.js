/**
 * Markup to plain text that keeps headings and paragraphs and loses menus. The
 * markup is parsed inertly. What looks like a whole page goes through Readability
 * first; everything else, and a page Readability makes nothing of, is walked block
 * by block. One paragraph a line, a blank line between.
 */

import { Readability } from "@mozilla/readability";
import { parseInert } from "../engine/trusted.js";

const DROPPED = new Set([
  "SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "SVG", "CANVAS", "IFRAME", "OBJECT", "EMBED", "HEAD",
  "NAV", "ASIDE", "FOOTER", "FORM", "BUTTON", "SELECT", "TEXTAREA", "INPUT", "DIALOG", "MENU",
]);
const BLOCKS = new Set([
  "ADDRESS", "ARTICLE", "BLOCKQUOTE", "BODY", "CENTER", "DD", "DETAILS", "DIV", "DL", "DT", "FIELDSET", "FIGCAPTION",
  "FIGURE", "H1", "H2", "H3", "H4", "H5", "H6", "HEADER", "HGROUP", "HR", "LI", "MAIN", "OL", "P", "PRE",
  "SECTION", "SUMMARY", "TABLE", "TBODY", "TFOOT", "THEAD", "TR", "UL",
]);
const LANDMARKS = "nav, aside, footer, [role=navigation], [role=contentinfo], [role=complementary]";

const UNSEEN = '[data-was-style*="display:none" i], [data-was-style*="display: none" i]';

/**
 * @param {string} markup
 * @returns {string} "" when there is nothing to read in it
 */
export function textOfMarkup(markup) {
  const page = parseInert(quiet(markup));
  page.querySelectorAll(`noscript, template, ${UNSEEN}`).forEach((node) => node.remove());
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
  let line = "";
  const flush = () => {
    const text = squeeze(line);
    if (text) blocks.push(text);
    line = "";
  };
  /** @param {Node} node */
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const inPre = node.parentElement?.closest("pre");
      const parts = inPre ? (node.nodeValue ?? "").split("\n") : [node.nodeValue ?? ""];
      parts.forEach((part, i) => {
        if (i) flush();
        line += part;
      });
      return;
    }
    if (!(node instanceof Element)) return;
    const tag = node.tagName.toUpperCase();
    if (DROPPED.has(tag) || node.hasAttribute("hidden") || node.getAttribute("aria-hidden") === "true") return;
    if (tag === "BR") return flush();
    const block = BLOCKS.has(tag);
    if (block) flush();
    if (tag === "TD" || tag === "TH") line += " ";
    node.childNodes.forEach(walk);
    if (block) flush();
  };
  walk(root);
  flush();
  return blocks.join("\n\n");
}

/**
 * Styles and handlers have no effect in an inert document, but the content security
 * policy reports every one it meets there; so they are renamed before the parsing.
 * @param {string} markup
 */
const quiet = (markup) => markup
  .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, "")
  .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s"'/])(on\w+|style)(?=\s*=)/gi, "$1data-was-$2"));

/** @param {string} text */
const squeeze = (text) => text.replace(/[ \t\r\n\f\u00A0]+/g, " ").trim();
