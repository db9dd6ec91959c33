/**
 * An article with all that can be found in it, found by hand: the panels are tested
 * against what they are given, whatever the finders make of the text. The worker's
 * answer carries these layers instead of its own.
 */

import { headline, paste, visit } from "./harness.js";

export const NEWS = [
  "قمة النقل في الرباط تقر مشروع السكة الساحلية بكلفة 3 مليارات دولار",
  "الرباط – الثلاثاء 14 أكتوبر 2025",
  "أقرت قمة النقل، أمس الاثنين، مشروع السكة الذي يربط الرباط بتونس وطرابلس والقاهرة، بكلفة تبلغ نحو 3 مليارات دولار وعلى مدى خمس سنوات، بعد مناقشات طويلة حضرها ممثلون عن الدول الأربع.",
  "وقالت وزيرة النقل هند العلمي للصحفيين إن \"الأشغال ستبدأ في 1 مارس 2026\"، مضيفة أن 40 في المئة من الكلفة تأمنت. وقال مدير المشروع سامي بدران: «لن نهدم بيتا واحدا في طريق السكة».",
  "ونفى بدران أن تكون الشركة المنفذة قد استبعدت من المناقصة، وحذر من أن التأخير يكلف 12 مليون يورو كل شهر. وأُعلن في طرابلس أن المحطة الأولى ستفتح عام 2028.",
  "ورحبت العلمي بعرض بنك الساحل، وطالبت جمعيات محلية بتحديد مسار السكة قبل نهاية العام، لأن سكان القرى القريبة منها لا يعرفون بعد أين تمر.",
].join("\n\n");

/**
 * @param {string} words
 * @param {number} [nth]  of their occurrences, from 0
 */
export function at(words, nth = 0) {
  let start = NEWS.indexOf(words);
  for (let i = 0; i < nth; i++) start = NEWS.indexOf(words, start + 1);
  if (start < 0) throw new Error(`no ${words}`);
  return { start, end: start + words.length };
}

/** @param {{ start: number }[]} spans */
const ordered = (spans) => [...spans].sort((a, b) => a.start - b.start);

const place = (id, name, lat, lon, country, ambiguous = false) => (
  { id, type: "place", name, aliases: [], geo: { lat, lon, country, geonames: id, ambiguous } });
const mention = (entity, type, words, nth) => ({ ...at(words, nth), type, entity, score: 0.9, why: "test" });
const said = (form, speaker, basis, entity, cue, lemma, stance, content, more = {}) => {
  const [from, to] = [typeof cue === "string" ? at(cue) : cue, at(content)];
  return {
    start: Math.min(from.start, to.start), end: Math.max(from.end, to.end), form, speaker: speaker && { ...speaker, entity, basis },
    cue: { ...from, lemma, stance }, content: to, addressee: null, when: null, why: "test", ...more,
  };
};
const time = (type, words, value, more = {}) => ({ ...at(words), type, value, calendar: "gregorian", anchored: false, why: "test", ...more });
const amount = (type, words, value, more = {}) => ({ ...at(words), type, value, unit: null, currency: null, approximate: false, why: "test", ...more });

export const LAYERS = {
  entities: [
    { id: 0, type: "person", name: "هند العلمي", aliases: ["العلمي"], geo: null },
    { id: 1, type: "person", name: "سامي بدران", aliases: ["بدران"], geo: null },
    place(2, "الرباط", 34.02, -6.84, "MA"), place(3, "تونس", 36.8, 10.18, "TN"), place(4, "طرابلس", 32.89, 13.19, "LY", true),
    place(5, "القاهرة", 30.06, 31.25, "EG"),
    { id: 6, type: "organisation", name: "بنك الساحل", aliases: [], geo: null },
    { id: 7, type: "other", name: "قمة النقل", aliases: [], geo: null },
  ],
  mentions: ordered([
    mention(7, "other", "قمة النقل"), mention(7, "other", "قمة النقل", 1), mention(2, "place", "الرباط"), mention(2, "place", "الرباط", 1),
    mention(2, "place", "الرباط", 2), mention(3, "place", "تونس"), mention(4, "place", "طرابلس"), mention(4, "place", "طرابلس", 1), mention(5, "place", "القاهرة"),
    mention(0, "person", "هند العلمي"), mention(0, "person", "العلمي", 1), mention(1, "person", "سامي بدران"), mention(1, "person", "بدران", 1),
    mention(6, "organisation", "بنك الساحل"),
  ]),
  statements: ordered([
    said("direct", at("وزيرة النقل هند العلمي"), "explicit", 0, "وقالت", "قال", "report", "الأشغال ستبدأ في 1 مارس 2026", { addressee: at("الصحفيين".slice(1)) }),
    said("indirect", at("وزيرة النقل هند العلمي"), "carried", 0, "مضيفة", "أضاف", "report", "40 في المئة من الكلفة تأمنت"),
    said("direct", at("مدير المشروع سامي بدران"), "explicit", 1, { start: at("وقال مدير").start, end: at("وقال مدير").start + 4 }, "قال", "report", "لن نهدم بيتا واحدا في طريق السكة"),
    said("indirect", at("بدران", 1), "explicit", 1, "ونفى", "نفى", "deny", "تكون الشركة المنفذة قد استبعدت من المناقصة"),
    said("indirect", at("بدران", 1), "carried", 1, "وحذر", "حذر", "warn", "التأخير يكلف 12 مليون يورو كل شهر"),
    said("indirect", null, null, null, "وأُعلن", "أعلن", "report", "المحطة الأولى ستفتح عام 2028"),
    said("indirect", at("جمعيات محلية"), "explicit", null, "وطالبت", "طالب", "ask", "بتحديد مسار السكة قبل نهاية العام"),
  ]),
  times: ordered([
    time("date", "الثلاثاء 14 أكتوبر 2025", "2025-10-14"), time("date", "أمس الاثنين", "2025-10-13", { anchored: true }),
    time("duration", "خمس سنوات", "P5Y"), time("date", "1 مارس 2026", "2026-03-01"), time("set", "كل شهر", "P1M"),
    time("date", "عام 2028", "2028"), time("date", "نهاية العام", "2025", { anchored: true }),
  ]),
  quantities: ordered([
    amount("money", "3 مليارات دولار", 3e9, { currency: "USD" }),
    { ...amount("money", "3 مليارات دولار", 3e9, { currency: "USD", approximate: true }), ...at("3 مليارات دولار", 1) },
    amount("cardinal", "خمس سنوات", 5, { unit: "سنة" }), amount("percent", "40 في المئة", 40),
    amount("money", "12 مليون يورو", 12e6, { currency: "EUR" }), amount("ordinal", "الأولى", 1), amount("cardinal", "الأربع", 4, { unit: "دولة" }),
  ]),
  keyphrases: [
    { text: "مشروع السكة", lemma: "مشروع سكة", score: 0.9, occurrences: [at("مشروع السكة"), at("مشروع السكة", 1)], why: "test" },
    { text: "طريق السكة", lemma: "طريق سكة", score: 0.6, occurrences: [at("طريق السكة")], why: "test" },
  ],
  date: { value: "2025-10-14", stated: at("الثلاثاء 14 أكتوبر 2025") },
  gist: { who: at("قمة النقل"), what: at("تقر مشروع السكة الساحلية"), place: at("الرباط"), when: at("أمس الاثنين") },
  corrections: [],
  missing: [],
};

/** Best first, as indices into the sentences of the text; the fourth is shown when asked for. */
export const SUMMARY = [[5, 0.9], [2, 0.8], [3, 0.7], [0, 0.6]].map(([sentence, score]) => ({ sentence, score, why: "test" }));

/**
 * A script that puts layers into what the worker answers.
 * @param {object} layers
 */
export const giving = (layers) => `(${(given) => {
  const Real = globalThis.Worker;
  const filled = ({ data }) => {
    if (data.ok?.outline) data.ok.outline = JSON.stringify({ ...JSON.parse(data.ok.outline), ...given });
    else if (data.ok?.tokens) Object.assign(data.ok, given);
    return new MessageEvent("message", { data });
  };
  globalThis.Worker = class extends Real {
    addEventListener(type, listener, options) {
      super.addEventListener(type, type === "message" ? (event) => listener(filled(event)) : listener, options);
    }
  };
}})(${JSON.stringify(layers)})`;

/**
 * Opens the page, reads the article and, where asked, brings a panel to the front.
 * @param {{ browser: any, url: string }} here
 * @param {import("./harness.js").Wishes & { layers?: object, tab?: string }} wishes
 * @param {(page: any, log: import("./harness.js").Log) => Promise<void>} scenario
 */
export const readNews = (here, { layers = {}, tab, ...wishes }, scenario) => visit(here, {
  ...wishes, init: giving({ ...LAYERS, summary: SUMMARY, ...layers }),
}, async (page, log) => {
  await paste(page, { text: NEWS });
  await headline(page).waitFor();
  if (tab) await page.locator(`#tab-${tab}`).click();
  await scenario(page, log);
});

/** @param {any} page */
export const lit = (page) => page.locator(".panels [data-lit]:is(li, tr)");
