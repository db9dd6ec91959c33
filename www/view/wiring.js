/**
 * What is heard wherever on the page it happens: the key that closes what is open,
 * texts that are pasted or dropped, a press beside the settings. A page of its own
 * listens to the document, a guest to its own tree, and to the document only for the
 * press beside it, of which it takes nothing.
 *
 * @import { Host } from "./host.js"
 */

/**
 * What lies above the card is closed first.
 * @param {Host} host
 * @param {() => boolean} close  tells whether there was something to close: in a guest the key has then done its work
 */
export function closeOnEscape({ root, signal }, close) {
  root.addEventListener("keydown", (event) => {
    const { key, target } = /** @type {KeyboardEvent} */ (event);
    const above = target instanceof Element && target.closest("details[open].settings, input, [contenteditable]");
    if (key !== "Escape" || above || !close() || root instanceof Document) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true, signal });
}

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("./intake.js").createIntake>} intake
 * @param {HTMLTextAreaElement} area
 * @param {(dropping: boolean) => void} setDropping
 */
export function takeFromOutside({ root, signal }, intake, area, setDropping) {
  /** @type {(name: string, hear: (event: any) => void) => void} */
  const on = (name, hear) => root.addEventListener(name, hear, { signal });
  on("paste", (/** @type {ClipboardEvent} */ event) => {
    const { target } = event;
    const inField = target instanceof HTMLInputElement || target === area || (target instanceof HTMLElement && target.isContentEditable);
    if (inField || !event.clipboardData) return;
    event.preventDefault();
    intake.takeTransfer(event.clipboardData);
  });
  document.addEventListener("pointerdown", (event) => {
    const settings = root.querySelector("details[open].settings");
    if (settings && !event.composedPath().includes(settings)) settings.removeAttribute("open");
  }, { signal });
  on("dragover", (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    setDropping(true);
  });
  on("dragleave", (/** @type {DragEvent} */ event) => {
    if (!root.contains(/** @type {Node | null} */ (event.relatedTarget))) setDropping(false);
  });
  on("drop", (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    setDropping(false);
    if (event.dataTransfer) intake.takeTransfer(event.dataTransfer);
  });
}
