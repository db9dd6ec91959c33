/** What the reader says, in the language it is asked in and in no other: the groups of the page's catalogs that its card and its switches speak with. */

import { addMessages, createTranslator } from "../i18n/translator.js";

export { languageAround } from "./around.js";

/** @import { Language, Translator } from "../i18n/translator.js" */

/** Groups of messages that the bundler takes out of the catalogs. */
export const GROUPS = ["list", "layer", "card", "grammar", "here", "said", "time", "when", "amount", "why", "element"];

const catalogs = { ar: () => import("mubin:messages/ar"), en: () => import("mubin:messages/en") };

/** @type {Partial<Record<Language, Promise<Translator>>>} */
const made = {};

/**
 * @param {Language} lang
 * @returns {Promise<Translator>}
 */
export const translatorFor = (lang) => made[lang] ??= catalogs[lang]().then((catalog) => {
  addMessages({ [lang]: catalog.default });
  return createTranslator(lang, "latn");
}, (error) => {
  delete made[lang];
  throw error;
});
