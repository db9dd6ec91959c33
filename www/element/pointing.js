/**
 * The pointer over the words of the page. A click on a word opens its card, unless
 * it is the page's: on a link, a button, a field, whatever the page has a meaning for already,
 * only a click with Alt opens the card, and follows nothing. A selection is left to
 * be one.
 *
 * @import { Result } from "../engine/types.js"
 * @import { ArticleText } from "./text.js"
 */

import { isWord } from "../view/cursor.js";
import { tokenAt } from "../view/pointer.js";
import { liveRange } from "./text.js";

/** What a click means something to by itself. */
const OPERATED = "a[href],button,input,select,textarea,label,summary,area,video,audio,[role=button],[role=link],[role=tab],[role=menuitem],[onclick],[contenteditable]:not([contenteditable=false])";
/** So far beside its letters a word is still meant. */
const SLACK = 2;

/**
 * @param {Element} article
 * @param {() => { text: ArticleText, result: Result } | null} read
 * @param {{ hover: (token: number) => void, choose: (token: number) => void }} on  hover: -1 for none; choose: -1 beside all words
 * @returns {() => void} stops
 */
export function listenTo(article, read, on) {
  const ended = new AbortController();
  const { signal } = ended;
  let hovered = -1;
  let frame = 0;

  /** @param {number} token */
  const hover = (token) => {
    if (token === hovered) return;
    hovered = token;
    on.hover(token);
  };

  /** What is over an element of Mubin that stands in the article is not over the article. @param {Event} event */
  const isOurs = (event) => event.composedPath().some((one) => one instanceof Element && article.contains(one) && one.matches("mubin-reader,mubin-analyzer"));

  /** @param {MouseEvent} event */
  const under = ({ clientX, clientY }) => {
    const now = read();
    return now ? wordUnder(article, now.text, now.result, clientX, clientY) : -1;
  };

  article.addEventListener("pointermove", (event) => {
    const pointer = /** @type {PointerEvent} */ (event);
    if (pointer.pointerType !== "mouse") return;
    cancelAnimationFrame(frame);
    const ours = isOurs(event);
    frame = requestAnimationFrame(() => hover(pointer.buttons || ours ? -1 : under(pointer)));
  }, { signal });
  article.addEventListener("pointerleave", () => {
    cancelAnimationFrame(frame);
    hover(-1);
  }, { signal });
  article.addEventListener("click", (event) => {
    const click = /** @type {MouseEvent} */ (event);
    const { altKey, ctrlKey, metaKey, shiftKey, button } = click;
    if (click.defaultPrevented || ctrlKey || metaKey || shiftKey || button !== 0 || isOurs(click)) return;
    const operated = click.composedPath().some((one) => one instanceof Element && article.contains(one) && one.matches(OPERATED));
    if (operated && !altKey) return;
    const selection = getSelection();
    if (selection && !selection.isCollapsed && article.contains(selection.anchorNode)) return;
    const token = under(click);
    if (operated && token >= 0) click.preventDefault();
    on.choose(token);
  }, { signal });

  return () => {
    ended.abort();
    cancelAnimationFrame(frame);
    hover(-1);
  };
}

/**
 * @param {Element} article
 * @param {ArticleText} text
 * @param {Result} result
 * @param {number} x
 * @param {number} y
 */
function wordUnder(article, text, result, x, y) {
  const caret = caretAt(article, x, y);
  const offset = caret ? text.offsetOf(...caret) : -1;
  if (offset < 0) return -1;
  const { start, end } = result.tokens.columns;
  // A point on the second half of a word's last letter is a place behind the word.
  for (const token of [tokenAt(result, offset), tokenAt(result, offset - 1)]) {
    const range = token >= 0 && isWord(result, token) ? text.rangeOf(start[token], end[token]) : null;
    const boxes = range ? [...liveRange(range).getClientRects()] : [];
    if (boxes.some(({ left, right, top, bottom }) => x >= left - SLACK && x <= right + SLACK && y >= top - SLACK && y <= bottom + SLACK)) return token;
  }
  return -1;
}

/**
 * @param {Element} article
 * @param {number} x
 * @param {number} y
 * @returns {[Node, number] | null}
 */
function caretAt(article, x, y) {
  const tree = article.getRootNode();
  const { ownerDocument } = article;
  if ("caretPositionFromPoint" in ownerDocument) {
    const found = ownerDocument.caretPositionFromPoint(x, y, tree instanceof ShadowRoot ? { shadowRoots: [tree] } : {});
    return found && [found.offsetNode, found.offset];
  }
  const range = /** @type {Document} */ (ownerDocument).caretRangeFromPoint?.(x, y);
  return range ? [range.startContainer, range.startOffset] : null;
}
