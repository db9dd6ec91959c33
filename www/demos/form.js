/** A field with the corrections of its text: asks the engine when the typing rests, and writes an accepted suggestion into the field. */

import { sharedEngine } from "../mubin.js";

const field = document.querySelector("#text");
const list = document.querySelector("#list");
const state = document.querySelector("#state");
const count = document.querySelector("#count");
const certain = document.querySelector("#certain");
const undo = document.querySelector("#undo");

/** @type {string[]} what the field held before each change made here */
const before = [];
let corrections = [];
let running = new AbortController();
let timer = 0;

const both = (arabic, english) => {
  const also = Object.assign(document.createElement("span"), { className: "also", lang: "en", dir: "ltr", textContent: english });
  return [`${arabic} `, also];
};

function show() {
  const text = field.value;
  count.textContent = String(corrections.length);
  state.replaceChildren(...(corrections.length ? [] : both("لا أخطاء ظاهرة.", "Nothing to correct.")));
  certain.disabled = !corrections.some(({ tier, suggestions }) => tier === "certain" && suggestions.length);
  undo.disabled = before.length === 0;
  list.replaceChildren(...corrections.map((correction) => {
    const { start, end, suggestions: [suggestion], reason } = correction;
    const row = document.createElement("li");
    const pair = Object.assign(document.createElement("p"), { className: "pair" });
    const written = Object.assign(document.createElement("del"), { textContent: text.slice(start, end).trim() || "مسافة" });
    pair.append(written);
    if (suggestion) pair.append(" ← ", Object.assign(document.createElement("ins"), { textContent: suggestion.trim() || "مسافة" }));
    row.append(pair, Object.assign(document.createElement("p"), { className: "reason", textContent: reason }));
    if (suggestion !== undefined) {
      const accept = Object.assign(document.createElement("button"), { type: "button" });
      accept.append(...both("اقبل", "Accept"));
      accept.setAttribute("aria-label", suggestion ? `اقبل Accept: ${suggestion}` : `اقبل Accept: احذف ${written.textContent}`);
      accept.addEventListener("click", () => change([correction]));
      row.append(accept);
    }
    return row;
  }));
}

async function read() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  if (!field.value.trim()) {
    corrections = [];
    return show();
  }
  try {
    const engine = await sharedEngine();
    const result = await engine.analyze(field.value, { layers: ["corrections"], signal });
    corrections = result.corrections;
    show();
  } catch (error) {
    if (error.name !== "AbortError") state.replaceChildren(...both("تعذّر الفحص، ونصك كما هو.", "The text could not be checked; it is as you wrote it."));
  }
}

/** Writes suggestions into the field, from the last to the first, so that the places of the others hold. */
function change(accepted) {
  const focus = list.contains(document.activeElement) ? [...list.querySelectorAll("button")].indexOf(document.activeElement) : -1;
  before.push(field.value);
  for (const { start, end, suggestions: [suggestion] } of [...accepted].reverse()) field.setRangeText(suggestion, start, end, "preserve");
  read().then(() => focus >= 0 && ([...list.querySelectorAll("button")][focus] ?? field).focus());
}

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(read, 300);
});
certain.addEventListener("click", () => change(corrections.filter(({ tier, suggestions }) => tier === "certain" && suggestions.length)));
undo.addEventListener("click", () => {
  field.value = before.pop();
  read();
});
document.querySelector("#letter").addEventListener("submit", (event) => event.preventDefault());
read();
