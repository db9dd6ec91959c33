/** The translator with the catalogs that the page needs from the beginning. What is said of the content layers, and of the studies of words, stands in files of their own. */

import arContent from "./ar.content.json" with { type: "json" };
import ar from "./ar.json" with { type: "json" };
import arStudy from "./ar.study.json" with { type: "json" };
import enContent from "./en.content.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import enStudy from "./en.study.json" with { type: "json" };
import { addMessages } from "./translator.js";

export * from "./translator.js";

/** @typedef {import("./translator.js").Language} Language */
/** @typedef {import("./translator.js").Digits} Digits */
/** @typedef {import("./translator.js").Piece} Piece */
/** @typedef {import("./translator.js").Translator} Translator */

addMessages({ ar: { ...ar, ...arContent, ...arStudy }, en: { ...en, ...enContent, ...enStudy } });
