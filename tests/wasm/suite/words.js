/** What is asked of a result: searches, tables, files, other scripts. */

import { STORY, equal, fails, holds } from "./asked.js";

export const WORDS = {
  async "a text is written in other scripts and read back"(mubin) {
    const text = "\u{1F600} قال الرئيس باراك أوباما، والشمس iPhone";
    const result = await mubin.analyze(text);
    const ala = await mubin.transliterate(result, { to: "ala-lc", capitals: true });
    equal(ala, "\u{1F600} qāla al-raʼīs Bārāk Ūbāmā, wa-al-shams iPhone", "by the result");
    equal(await mubin.transliterate(text, { to: "ala-lc", capitals: true }), ala, "by the text");
    equal(await mubin.transliterate(result, { to: "din-31635", token: [...result.tokens].findIndex(({ start }) => text.startsWith("والشمس", start)) }), "wa-š-šams", "one word");
    equal(await mubin.transliterate("هذا كتاب الوزير.", { to: "ala-lc", endings: "keep" }), "hādhā kitābu al-wazīri.", "with endings");
    for (const to of ["buckwalter", "safe-buckwalter", "hsb"]) {
      equal(await mubin.transliterate(await mubin.transliterate(text, { to }), { from: to, to: "arabic" }), text, to);
    }
    equal(await mubin.transliterate("", { to: "ipa" }), "", "nothing");
    await fails(mubin.transliterate(text, { to: "morse" }), "bad-options");
    await fails(mubin.transliterate(text, { to: "arabic", from: "ipa" }), "bad-options");
  },

  async "differences of writing are made equal"(mubin) {
    equal(await mubin.normalize("الإِدَارَةُ  ١٢؟", { folds: ["search"] }), "الاداره 12?", "a preset");
    equal(await mubin.normalize("مـــرحبا 12", { folds: ["digits-arabic", "tatweel"] }), "مرحبا ١٢", "folds");
    await fails(mubin.normalize("", { folds: ["digits-arabic", "digits-latin"] }), "bad-options");
    await fails(mubin.normalize("", { folds: ["x"] }), "bad-options");
  },

  async "words are found by spelling, lemma, root, wildcard and part of speech"(mubin) {
    const study = mubin.study(await mubin.analyze(STORY));
    const found = async (query, options) => {
      const { total, start, end, first, last, sentence, unclear } = await study.search(query, options);
      equal([start.length, first.length, last.length, sentence.length, unclear.length], [total, total, total, total, 0], "columns of one length");
      return Array.from(start, (from, i) => STORY.slice(from, end[i]));
    };
    equal(await found("الكتاب"), ["الكتابَ"], "folded by itself");
    equal(await found("الكتاب", { mode: "exact" }), [], "as it is written");
    equal(await found("كتاب", { clitics: true }), ["الكتابَ", "وكتابها"], "with what is attached");
    equal(await found("قال", { mode: "lemma" }), ["قال", "وقالت"], "by lemma");
    equal(await found("ك ت ب", { mode: "root" }), ["الكتابَ", "المكتبة", "وكتابها"], "by root");
    equal(await found("ال*ب?", { mode: "wildcard" }), ["المكتبة"], "with gaps");
    equal(await found("lemma:قال noun", { mode: "tags" }), ["قال المعلم", "وقالت المعلمة"], "a row of words");
    equal(await found(""), [], "an empty query");
    equal((await study.search("NOUN COLOUR", { mode: "tags" })).unclear, ["COLOUR"], "what means nothing");
    await fails(study.search("x", { mode: "colours" }), "bad-options");
    await fails(study.search(7), "bad-options");
    const [one] = (await study.concordance("قال", { window: 2 })).lines;
    const contexts = [one.before, one.after].map(({ start, end }) => STORY.slice(start, end));
    equal(contexts, ["ذهب 😀 الولد.", "المعلم: «إن"], "contexts stand on their sides");
  },

  async "a concordance is sorted and comes page by page"(mubin) {
    const text = "ثم جاء وليد. ثم جاء أحمد. وقد جاء باسم.";
    const study = mubin.study(await mubin.analyze(text));
    const lines = async (options) => {
      const { total, lines } = await study.concordance("جاء", options);
      equal(total, 3, "all are counted");
      return lines.map(({ after, end }) => text.slice(end, after.end).trim().split(/[ .]/)[0]);
    };
    equal(await lines(), ["وليد", "أحمد", "باسم"], "by place");
    equal(await lines({ sort: "after1" }), ["أحمد", "باسم", "وليد"], "by the word after");
    equal(await lines({ sort: ["before1", "after1"], reversed: true }), ["باسم", "وليد", "أحمد"], "by two words, backwards");
    equal(await lines({ offset: 1, limit: 1 }), ["أحمد"], "the second page of one");
    await fails(study.concordance("x", { sort: "colour" }), "bad-options");
    await fails(study.concordance("x", { limit: "many" }), "bad-options");
  },

  async "rows of words, collocates, spread and key words"(mubin) {
    const text = "رفع البنك المركزي سعر الفائدة. وقال البنك المركزي إن التضخم مرتفع. وأضاف البنك المركزي أن التضخم سيتراجع.";
    const study = mubin.study(await mubin.analyze(text));
    const ngrams = await study.ngrams();
    equal([ngrams.total, ngrams.rows[0].text, ngrams.rows[0].count], [3, "البنك المركزي", 3], "n-grams, hamza or none");
    equal(text.slice(ngrams.rows[0].start, ngrams.rows[0].end), "البنك المركزي", "the first place");
    const near = await study.collocations("بنك", { mode: "lemma", by: "form", before: 0, after: 1 });
    equal([near.total, near.words, near.rows[0].text, near.rows[0].after, near.rows[0].logDice], [3, 1, "المركزي", 3, 14], "collocates");
    const { total, words, positions, counts, dp } = await study.dispersion("التضخم");
    equal([total, words, positions.length, counts.length], [2, 17, 2, 10], "dispersion");
    holds(positions[0] > 0.5 && positions[1] < 1 && dp > 0 && dp < 1, "shares");
    const keys = await study.keyness();
    equal([keys.words, keys.corpus], [17, 1e8], "what is compared");
    const best = keys.rows.find(({ root }) => root === "بنك");
    holds(best.count === 3 && best.g2 > 15.13 && best.ratio > 4 && best.here > best.general && best.upos === "NOUN" && !best.closed, "a key word");
    equal((await study.search(best.lemma, { mode: "lemma" })).total, 3, "which is found again");
  },

  async "any result may be asked at any time"(mubin) {
    const texts = Array.from({ length: 6 }, (_, i) => `وصل الوفد ${"ثم غادر ".repeat(i)}.`);
    const results = [];
    for (const text of texts) results.push(await mubin.analyze(text));
    const ask = async (result) => (await mubin.study(result).search("غادر")).total;
    equal(await Promise.all(results.map(ask)), [0, 1, 2, 3, 4, 5], "the engine keeps three of them");
    equal(await ask(results[0]), 0, "again");
    await fails((async () => mubin.study({ ...results[0] }))(), "bad-options");
  },

  async "a result is written as files, decisions and all"(mubin) {
    const text = "ثمّ 😀 جاء الوزير، وقال: «نعم & لا».\nالتعليقات\n=رائع";
    const before = await mubin.analyze(text);
    const [token, word] = [...before.tokens].map((token, i) => [i, token]).find(([, { start, end }]) => text.slice(start, end) === "الوزير");
    const other = (await mubin.alternatives(before, token)).find(({ current }) => !current);
    const result = await mubin.analyze(text, {
      pins: [{ start: word.start, end: word.end, reading: other.reading }],
      roles: [{ start: text.indexOf("=رائع"), end: text.length, role: "body" }],
    });
    const [json] = await mubin.export(result, "json");
    equal([json.name, json.type], ["result.json", "application/json"], "the name of a file");
    const [written, model] = [json.text, JSON.stringify(result)].map((document) => JSON.parse(document));
    equal(Object.keys(written).sort(), Object.keys(model).sort(), "the fields of the model");
    for (const field of Object.keys(model)) equal(written[field], field === "text" ? text : model[field], `${field}; JSON carries the text`);
    equal(JSON.parse((await mubin.export(result, "json", { text: false }))[0].text).text, null, "or not");
    const tables = await mubin.export(result, "csv", { layers: ["tokens", "blocks"] });
    equal(tables.map(({ name }) => name), ["tokens.csv", "blocks.csv"], "the tables asked for");
    const row = tables[0].text.split("\r\n").find((line) => line.startsWith(`${token},`));
    holds(row.startsWith(`${token},${word.start},${word.end},`) && row.includes(other.diacritized), "in UTF-16, as it was decided");
    holds(tables[1].text.includes(",body,1,'=رائع\r\n"), "a decided role, and a formula that does not run");
    const [notes] = await mubin.export(result, "webannotation", { source: "https://example.org/a" });
    const { target: [{ source, selector: [quote, place] }] } = JSON.parse(notes.text).first.items.at(-1);
    equal([source, [...text].slice(place.start, place.end).join("")], ["https://example.org/a", quote.exact], "annotations count code points");
    const [tei] = await mubin.export(result, "tei", { title: "أ & ب" });
    holds(tei.text.includes("<title>أ &amp; ب</title>") && tei.text.includes("norm=") === before.corrections.some(({ start, end }) => start < end), "TEI");
    const [report] = await mubin.export(result, "report", { lang: "en" });
    holds(report.type.startsWith("text/html") && report.text.includes('<html lang="en" dir="ltr">'), "a report in English");
    equal((await mubin.export(result, "text"))[0].text.split("\n\n").at(-1), "=رائع\n", "the clean text");
    equal((await mubin.export(result, "vowelled"))[0].text, result.vowelled(), "the text with vowels");
    holds((await mubin.export(result, "conllu"))[0].text.includes(`Start=${word.start}|End=${word.end}|`), "CoNLL-U");
    await fails(mubin.export(result, "docx"), "bad-options");
    await fails(mubin.export(result, "csv", { layers: ["colours"] }), "bad-options");
    await fails(mubin.export(result, "report", { lang: "fr" }), "bad-options");
    await fails(mubin.export({ ...result }, "text"), "bad-options");
    await fails(mubin.export(result, "text", { signal: AbortSignal.abort() }), "AbortError");
  },

  async "without packs words are found by their spelling"(_, make) {
    const mubin = await make({ packs: null });
    const study = mubin.study(await mubin.analyze(STORY));
    equal((await study.search("الكتاب")).total, 1, "a word");
    equal((await study.search("كتب", { mode: "root" })).total, 0, "roots are not known");
    const { corpus, rows } = await study.keyness();
    equal([corpus, rows], [null, []], "nor what is common");
    mubin.dispose();
  },
};
