/**
 * What axe cannot judge, asked of the page as it is: names in the page's language, the
 * language of every piece of text, the size of targets, what sticks out or is cut off,
 * where the focus goes. Each check gives one line a fault, so that a test can show all.
 */

/** Names of formats, standards and files, which every language writes in Latin letters. */
const TECHNICAL = /^(JSON|JSONL|CSV|TEI|XML|ZIP|HTML|CoNLL-U|UTF-?8|UTF-16|P5|W3C|Web Annotations?|RFC|Markdown|TXT|PDF|MATTR|MTLD|OSMAN|ALA-LC|DIN|ISO|IPA|HSB|NOUN|ADJ|Web|Annotations?|Buckwalter|Timex3?|TIMEX3|UD|[A-Z][A-Za-z]*\.(json|csv|txt|xml|html|conllu))$/i;

/**
 * Text and names of the page in a language other than the one they are marked as.
 * @param {any} page
 * @returns {Promise<string[]>}
 */
export const languageFaults = (page) => page.evaluate((technical) => {
  const known = new RegExp(technical, "i");
  const arabic = /[\u0621-\u064A]/;
  const word = /\p{Script=Latin}{2,}[\p{Script=Latin}\d.-]*/gu;
  const faults = [];
  const say = (/** @type {string} */ what, /** @type {Element} */ element, /** @type {string} */ text) => (
    faults.push(`${what}: “${text.trim().slice(0, 60)}” in <${element.localName} class="${element.getAttribute("class") ?? ""}">`));
  const strange = (/** @type {string} */ text) => (text.match(word) ?? []).some((one) => !known.test(one.replace(/[.-]+$/, "")));
  const judge = (/** @type {string} */ text, /** @type {Element} */ element, /** @type {string} */ what, mixed = false) => {
    const lang = element.closest("[lang]")?.getAttribute("lang") ?? "";
    if (lang !== "ar" && arabic.test(text) && !(mixed && /\p{Script=Latin}/u.test(text))) say(`${what} Arabic marked as ${lang || "nothing"}`, element, text);
    if (lang === "ar" && !arabic.test(text) && strange(text)) say(`${what} of another language marked as Arabic`, element, text);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (!nodeValue?.trim() || !parentElement?.checkVisibility({ visibilityProperty: true }) || parentElement.closest("script, style, textarea")) continue;
    judge(nodeValue, parentElement, "text");
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt], [aria-description]")) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
      const text = element.getAttribute(name);
      if (text) judge(text, element, name, true); // one attribute has one language, and may quote the other
    }
  }
  return faults;
}, TECHNICAL.source);

const ACTING = new Set(["button", "link", "textbox", "searchbox", "combobox", "listbox", "checkbox", "radio", "tab", "slider", "spinbutton", "switch", "menuitem",
  "menuitemradio", "DisclosureTriangle", "option", "image", "img", "progressbar", "dialog", "group", "region", "navigation", "tabpanel", "table", "complementary"]);
/** Containers that need no name: a fold, a figure's frame, an unnamed grouping of form controls. */
const MAY_LACK = new Set(["group"]);

/**
 * Names as the browser itself computes them for a screen reader; none may be empty.
 * @param {any} page
 * @returns {Promise<string[]>}
 */
export async function nameFaults(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const bare = nodes.filter(({ ignored, role, name }) => !ignored && ACTING.has(role?.value) && !MAY_LACK.has(role.value) && !/[\p{L}\p{N}]/u.test(name?.value ?? ""));
  const faults = await Promise.all(bare.map(async ({ role, backendDOMNodeId }) => {
    const { object } = await session.send("DOM.resolveNode", { backendNodeId: backendDOMNodeId });
    const { result } = await session.send("Runtime.callFunctionOn", { objectId: object.objectId, functionDeclaration: "function () { return this.outerHTML?.slice(0, 120) ?? this.nodeName; }", returnByValue: true });
    return `${role.value} without a name: ${result.value}`;
  }));
  await session.detach();
  return faults;
}

/**
 * Targets smaller than 24 by 24 CSS pixels without the room around them that WCAG 2.5.8 asks for instead; links inside a line are excepted.
 * @param {any} page
 * @returns {Promise<string[]>}
 */
export const targetFaults = (page) => page.evaluate(() => {
  const LEAST = 24;
  const seen = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=tab], [role=button], [role=option]")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !(/** @type {HTMLInputElement} */ (element)).disabled);
  const targets = seen.map((element) => {
    const label = element.matches("input") ? element.closest("label") : null;
    const { left, top, width, height } = (label ?? element).getBoundingClientRect();
    return { element, left, top, width, height, small: width < LEAST - 0.5 || height < LEAST - 0.5, x: left + width / 2, y: top + height / 2 };
  }).filter(({ element, width, height }) => width > 1 && height > 1 && !element.closest(".skip"));
  const inLine = (/** @type {Element} */ element) => element.matches("a") && getComputedStyle(element).display === "inline"
    && (element.parentElement?.textContent ?? "").trim().length > (element.textContent ?? "").trim().length;
  const apart = (/** @type {typeof targets[number]} */ one, /** @type {typeof targets[number]} */ other) => {
    if (one === other || one.element.contains(other.element) || other.element.contains(one.element)) return true;
    if (other.small) return Math.hypot(one.x - other.x, one.y - other.y) >= LEAST;
    const dx = Math.max(other.left - one.x, 0, one.x - other.left - other.width);
    const dy = Math.max(other.top - one.y, 0, one.y - other.top - other.height);
    return Math.hypot(dx, dy) >= LEAST / 2;
  };
  return targets.filter((one) => one.small && !inLine(one.element) && !targets.every((other) => apart(one, other)))
    .map(({ element, width, height }) => `${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 140)}`);
});

/**
 * What makes the page scroll sideways, and boxes that scroll sideways by themselves without a name or a way to reach them by keyboard.
 * @param {any} page
 * @returns {Promise<string[]>}
 */
export const sidewaysFaults = (page) => page.evaluate(() => {
  const root = /** @type {Element} */ (document.scrollingElement);
  const describe = (/** @type {Element} */ element) => element.outerHTML.slice(0, 140);
  const faults = [];
  const inBox = (/** @type {Element} */ element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible" || getComputedStyle(box).position === "fixed") return true;
    }
    return false;
  };
  if (root.scrollWidth > root.clientWidth) {
    const out = [...document.body.querySelectorAll("*")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > root.clientWidth + 1) && !inBox(element) && !element.closest(".unseen");
    });
    faults.push(`${root.scrollWidth} > ${root.clientWidth}: ${out.slice(-3).map(describe).join(" | ")}`);
  }
  for (const box of document.body.querySelectorAll("*")) {
    if (box.scrollWidth <= box.clientWidth + 1 || !/auto|scroll/.test(getComputedStyle(box).overflowX) || !box.checkVisibility() || box.localName === "textarea") continue;
    const named = box.getAttribute("aria-label") || box.getAttribute("aria-labelledby");
    const reached = box.matches("[tabindex='0']") || box.querySelector("a[href], button:not([disabled]), input, select, [tabindex='0']");
    if (!named || !box.getAttribute("role") && !/^(section|nav|aside|main)$/.test(box.localName) || !reached) faults.push(`scrolls sideways without a name or the keyboard: ${describe(box)}`);
  }
  return faults;
});

/** Quotations of the text that end in dots where they have no room; what follows is read a press away, in the text itself. */
const EXCERPTS = ".said, .held, .fix-context, .cmp-column-head > bdi";

/**
 * Text that its box cuts off.
 * @param {any} page
 * @returns {Promise<string[]>}
 */
export const cutFaults = (page) => page.evaluate((excerpts) => [...document.body.querySelectorAll("*")].filter((element) => {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".unseen, textarea, svg, .map, select, input") || !(element.textContent ?? "").trim()) return false;
  const { overflowX, overflowY, position, clipPath } = getComputedStyle(element);
  if (clipPath !== "none" && position === "absolute" || element.matches(excerpts)) return false;
  const clips = (/** @type {string} */ way) => way === "hidden" || way === "clip";
  return clips(overflowX) && element.scrollWidth > element.clientWidth + 1 || clips(overflowY) && element.scrollHeight > element.clientHeight + 1;
}).map((element) => `cut off: ${element.outerHTML.slice(0, 140)}`), EXCERPTS);

/**
 * The spacing a reader may set by WCAG 1.4.12. Arabic has no spaces between its letters: for it the other three are what the criterion asks.
 * @param {any} page
 * @param {"ar" | "en"} lang
 */
export const spaceText = (page, lang) => page.evaluate((letters) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root * { line-height: 1.5 !important; word-spacing: 0.16em !important; ${letters} } :root p { margin-block-end: 2em !important; }
    :root :lang(ar), :root :lang(ar) * { letter-spacing: 0 !important; }`);
  document.adoptedStyleSheets = [sheet];
}, lang === "en" ? "letter-spacing: 0.12em !important;" : "");

/** @param {any} page */
export const spaceTextAsBefore = (page) => page.evaluate(() => { document.adoptedStyleSheets = []; });

/** @param {any} page @returns {Promise<string[]>} */
export const motionFaults = (page) => page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running")
  .map((one) => `moves: ${/** @type {CSSAnimation} */ (one).animationName ?? one.id}`));

/**
 * What is wrong with how the focused element shows itself: out of view, under something else, or without a ring that can be seen.
 * @param {any} page
 * @returns {Promise<{ what: string, faults: string[], region: string, order: number,
 *   box: { left: number, right: number, top: number, bottom: number } } | null>} box: within its region; null: the focus left the page
 */
export const focusState = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const shown = element.matches("input[type=file], .unseen") ? element.closest("label")?.querySelector("span") ?? element : element;
  const { left, top, right, bottom, width, height } = shown.getBoundingClientRect();
  const faults = [];
  const view = { right: document.documentElement.clientWidth, bottom: innerHeight };
  const inView = Math.min(bottom, view.bottom) - Math.max(top, 0) >= Math.min(height, 24) && Math.min(right, view.right) - Math.max(left, 0) >= Math.min(width, 24);
  if (!inView) faults.push(`out of view (${Math.round(left)}, ${Math.round(top)}, ${Math.round(right)}, ${Math.round(bottom)})`);
  else if (width && height) {
    const [from, to] = [Math.max(top, 0), Math.min(bottom, view.bottom)]; // a fold or a paragraph may be taller than the window
    const points = [0.5, 0.1, 0.9].flatMap((x) => [0.05, 0.25, 0.5, 0.75, 0.95].map((y) => [left + width * x, from + (to - from) * y]));
    const mine = (/** @type {Element | null} */ hit) => hit && (shown.contains(hit) || hit.contains(shown) || shown.closest("label")?.contains(hit));
    const hits = points.map(([x, y]) => document.elementFromPoint(x, y));
    if (!hits.some(mine)) faults.push(`covered by <${hits[0]?.localName} class="${hits[0]?.getAttribute("class")}">`);
  }
  const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(shown);
  const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || /, 0\)$/.test(outlineColor)) faults.push(`no ring (${outlineStyle} ${outlineWidth})`);
  else {
    for (let box = shown.parentElement; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, contain, contentVisibility } = getComputedStyle(box);
      if (overflowX === "visible" && overflowY === "visible" && contentVisibility === "visible" && !contain.includes("paint")) continue;
      const edge = box.getBoundingClientRect();
      if (left - reach < edge.left - 1 || right + reach > edge.right + 1) faults.push(`ring cut at the side by <${box.localName} class="${box.className}"> (${left - reach} < ${edge.left} or ${right + reach} > ${edge.right})`);
      break;
    }
    if (left - parseFloat(outlineWidth) < -0.5 && left - reach < 0 || right + parseFloat(outlineWidth) > view.right + 0.5) faults.push("ring cut by the window");
  }
  const name = element.getAttribute("aria-label") ?? element.closest("label")?.textContent ?? element.textContent ?? "";
  const region = element.closest(".card, nav, header, .alerts, .notices, .cmp-texts, main, .tabs, .panel, .renewal, .work") ?? document.body;
  const from = region.getBoundingClientRect();
  const all = [...document.querySelectorAll("*")];
  return {
    what: `${element.localName}${element.id ? `#${element.id}` : ""}.${element.getAttribute("class") ?? ""} “${name.trim().replace(/\s+/g, " ").slice(0, 40)}”`,
    faults, region: region.id || region.className || region.localName, order: all.indexOf(element),
    box: { left: left - from.left, right: right - from.left, top: top - from.top + region.scrollTop, bottom: bottom - from.top + region.scrollTop },
  };
});
