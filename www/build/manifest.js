/**
 * The web app manifest: what a system shows of the installed page, and which texts
 * and files it hands over. What is shared comes by POST and is met by the service
 * worker, so that no text ever stands in an address; several files opened from the
 * desktop come as one window.
 *
 * @import { IconName } from "./icons.js"
 */

import ar from "../i18n/ar.json" with { type: "json" };
import en from "../i18n/en.json" with { type: "json" };

const ground = "#fbf8f1";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What the page opens, by type. */
const FILES = {
  "text/plain": [".txt", ".text", ".md"], "text/html": [".html", ".htm", ".xhtml"], [DOCX]: [".docx"], "application/json": [".json"],
};

/** @param {string} text */
const english = (text) => ({ en: { value: text, lang: "en", dir: "ltr" } });

/**
 * @param {Record<IconName, string>} icons  their files
 * @returns {string}
 */
export const manifest = (icons) => JSON.stringify({
  id: "./",
  lang: "ar",
  dir: "rtl",
  name: ar.title,
  name_localized: english(en.title),
  short_name: "مُبين",
  short_name_localized: english("Mubin"),
  description: "يقرأ النص العربي على جهازك وحده: بنية الصفحة وكلماتها، ومن قال ماذا، والأسماء والتواريخ والأخطاء.",
  description_localized: english("Reads Arabic text on your own device: the page and its words, who said what, names, dates and mistakes."),
  start_url: "./",
  scope: "./",
  display: "standalone",
  background_color: ground,
  theme_color: ground,
  categories: ["education", "productivity", "utilities"],
  icons: [
    { src: `assets/${icons["icon-192"]}`, sizes: "192x192", type: "image/png", purpose: "any" },
    { src: `assets/${icons["icon-512"]}`, sizes: "512x512", type: "image/png", purpose: "any" },
    { src: `assets/${icons["icon-shaped-512"]}`, sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
  shortcuts: [
    { name: ar.screen.library, name_localized: english(en.screen.library), url: "./#library" },
    { name: ar.screen.compare, name_localized: english(en.screen.compare), url: "./#compare" },
  ],
  share_target: {
    action: "share",
    method: "POST",
    enctype: "multipart/form-data",
    params: {
      title: "title", text: "text", url: "url",
      files: [{ name: "files", accept: Object.entries(FILES).flatMap(([type, endings]) => [type, ...endings]) }],
    },
  },
  file_handlers: [{ action: "./", accept: FILES }],
  launch_handler: { client_mode: "navigate-new" },
});
