/** How the checks of the engine are made, and what they are made of. */

/** @param {unknown} condition @param {string} message */
export function holds(condition, message) {
  if (!condition) throw new Error(message);
}

/** @param {unknown} got @param {unknown} wanted @param {string} what */
export function equal(got, wanted, what) {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: got ${a}, wanted ${b}`);
}

/** @param {Promise<unknown>} promise @param {string} kind */
export async function fails(promise, kind) {
  const error = await promise.then(() => null, (e) => e);
  equal(error?.kind ?? error?.name, kind, "kind of error");
  holds(typeof error.message === "string" && error.message.length > 0, "an error says something");
}

export const TEXT = "وصل 😀 الوفدُ إلى «بغداد».\nثم غادر 3.5 a@b.org";

export const STORY = "ذهب 😀 الولد. قال المعلم: «إن الكتابَ في المكتبة، وكتابها جديد». وقالت المعلمة نعم.";

export const PACKS = Object.fromEntries(["lexicon", "frequency", "models", "names", "places", "glosses"].map((name) => (
  [name, new URL(`../../../dist/npm/packs/${name}.pack?checks`, import.meta.url)])));

export const WASM = new URL("../../../dist/npm/generated/mubin_bg.wasm", import.meta.url);

/** The bytes of a file, in Node and in the browser. @param {URL} url @returns {Promise<Uint8Array>} */
export async function bytesOf(url) {
  const { readFile } = globalThis.process?.getBuiltinModule("node:fs/promises") ?? {};
  return readFile ? new Uint8Array(await readFile(url)) : new Uint8Array(await (await fetch(url)).arrayBuffer());
}

/** A binary whose version is another one; its length is the same. @param {Uint8Array} wasm @param {string} version */
export function otherVersion(wasm, version) {
  const latin = Array.from(wasm, (byte) => String.fromCharCode(byte)).join("");
  return Uint8Array.from(latin.replaceAll(version, version.replace(/\d/g, "9")), (letter) => letter.charCodeAt(0));
}
