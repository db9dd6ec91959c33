/** What a text is read as: tokens, words, layers, offsets. */

import { STORY, TEXT, equal, fails, holds } from "./asked.js";

export const READING = {
  async "the beginning of a long text comes before the rest, over the same text"(mubin) {
    const text = `قال الوزير أحمد حسن في بغداد إن المشروع كبير.\n${"وصل الوفد إلى بغداد في مارس 2026.\n".repeat(2000)}`;
    /** @type {any[]} */
    const given = [];
    const whole = await mubin.analyze(text, { onBeginning: (result) => given.push(result) });
    equal(given.length, 1, "once");
    const [{ read, blocks, tokens, times, text: all }] = given;
    equal([all === text, read > 0 && read < 12_001, whole.read], [true, true, text.length], "up to where it was read");
    equal([tokens.at(-1).end <= read, times.every(({ end }) => end <= read)], [true, true], "layers reach as far");
    equal(blocks.at(-1).end, text.trimEnd().length, "lines reach to the end");
    holds(blocks.every((block, i) => i === 0 || block.start >= blocks[i - 1].end), "in order");
    equal(Array.from(tokens).slice(0, 30).map(({ start, end }) => [start, end]), Array.from(whole.tokens).slice(0, 30).map(({ start, end }) => [start, end]), "the same words");
    equal(JSON.stringify(whole) === JSON.stringify(await mubin.analyze(text)), true, "and the whole is what it would be without");
    const control = new AbortController();
    await fails(mubin.analyze(text, { signal: control.signal, onBeginning: () => control.abort() }), "AbortError");
    await mubin.analyze(TEXT, { onBeginning: () => { throw new Error("a short text has no beginning of its own"); } });
  },

  async "the lists of a long text are whole, however they came"(mubin) {
    const line = "وصل الوزير أحمد حسن إلى بغداد في مارس 2026، وقال ان الزيارة ناجحة. ";
    const lines = 1300;
    const text = `${line}\n\n`.repeat(lines);
    const whole = await mubin.analyze(text);
    for (const name of ["blocks", "sentences"]) {
      equal(whole[name].map(({ start }) => start), Array.from({ length: lines }, (_, i) => i * (line.length + 2)), name);
    }
    equal(whole.sentences.map(({ block }) => block), Array.from({ length: lines }, (_, i) => i), "each sentence in its block");
    for (const name of ["mentions", "times", "corrections"]) {
      holds(whole[name].length >= lines && whole[name].every(({ start }, i) => i === 0 || start > whole[name][i - 1].start), `${name} in every line, in order`);
    }
    equal(whole.entities.map(({ id }) => id), whole.entities.map((_, i) => i), "entities by their numbers");
    const control = new AbortController();
    control.abort();
    await fails(mubin.analyze(text, { signal: control.signal }), "AbortError");
    equal((await mubin.analyze(TEXT)).sentences.length, 2, "and what is asked next is answered");
  },

  async "surfaces are slices of the text"(mubin) {
    const result = await mubin.analyze(TEXT);
    equal(result.unit, "utf16", "unit");
    const tokens = [...result.tokens].map((t) => [TEXT.slice(t.start, t.end), t.kind]);
    equal(tokens.slice(0, 4), [["وصل", "word"], ["😀", "emoji"], ["الوفدُ", "word"], ["إلى", "word"]], "tokens");
    equal(tokens.at(-1), ["a@b.org", "email"], "last token");
    equal(result.sentences.length, 2, "sentences");
  },

  async "tokens are columns until they are looked at"(mubin) {
    const { tokens } = await mubin.analyze(TEXT);
    equal(tokens.at(-1).kind, "email", "at() counts from the end");
    equal(tokens.at(tokens.length), undefined, "beyond the end there is nothing");
    equal([...tokens].length, tokens.length, "iteration");
  },

  async "toJSON gives plain data with every field"(mubin) {
    const json = JSON.parse(JSON.stringify(await mubin.analyze(TEXT)));
    equal(json.schema, "mubin/1", "schema");
    for (const field of ["entities", "mentions", "statements", "times", "quantities", "keyphrases", "summary", "corrections"]) {
      holds(Array.isArray(json[field]), field);
    }
    equal([json.tokens[1], json.tokens[1].analysis], [{ start: 4, end: 6, kind: "emoji", sentence: 0, analysis: null }, null], "a token that is no word");
    equal(Object.keys(json.tokens[0].analysis), [
      "lemma", "root", "pattern", "upos", "feats", "segments", "diacritized", "gloss", "source", "score", "alternatives",
    ], "fields of an analysis");
    equal([json.morphology, json.text], [undefined, null], "nothing else crosses");
    equal(json.missing, [], "no layer is missing");
  },

  async "a lone surrogate is one unit and shifts nothing"(mubin) {
    const text = "قال \ud800 نعم \udc00.";
    const result = await mubin.analyze(text);
    equal([...result.tokens].filter((t) => t.kind === "word").map((t) => text.slice(t.start, t.end)), ["قال", "نعم"], "words");
    equal(result.characters.filter((c) => c.kind === "replacement").map((c) => c.start), [4, 10], "places");
  },

  async "a lone surrogate is taken everywhere a text is"(mubin) {
    const broken = "قال \ud800 الوفد \udc00. 3 \udbff\ud83d";
    const units = [0xd800, 0xdc00, 0xdbff, 0xdfff];
    for (let round = 0; round < 60; round++) {
      const at = (round * 7) % (TEXT.length + 1);
      const text = TEXT.slice(0, at) + String.fromCharCode(units[round % 4]) + TEXT.slice(at);
      const { tokens } = await mubin.analyze(text, { layers: ["tokens"] });
      holds([...tokens].every((token) => token.start < token.end && token.end <= text.length), "tokens lie in the text");
    }
    const doc = await mubin.open(broken);
    doc.edit(5, 5, "\udfff");
    doc.edit(0, 1, "\ud83d");
    const edited = `\ud83d${broken.slice(1, 5)}\udfff${broken.slice(5)}`;
    equal(JSON.stringify(await doc.result()), JSON.stringify(await mubin.analyze(edited)), "an edited document");
    const result = await mubin.analyze(broken, { words: ["\ud800"] });
    for (const format of ["json", "conllu", "csv", "tei", "webannotation", "text", "vowelled", "report"]) {
      const files = await mubin.export(result, format, { title: "\ud800", source: "\udc00" });
      holds(files.length > 0 && files.every((file) => file.text.isWellFormed()), `${format} is well-formed`);
    }
    equal((await mubin.study(result).search("\ud800")).total, 0, "a search finds nothing by it");
    const texts = [
      await mubin.normalize(broken, { folds: ["search"] }), await mubin.transliterate(broken, { to: "ala-lc" }),
      await mubin.transliterate(broken, { to: "buckwalter" }), await mubin.fold(broken),
    ];
    holds(texts.every((text) => text.includes("\ufffd") && text.isWellFormed()), "what is written is well-formed");
    holds(Array.isArray(await mubin.alternatives(result, 2)), "readings");
    equal(await mubin.repair(broken), null, "nothing to repair");
    equal((await mubin.analyze(TEXT)).sentences.length, 2, "and the next call works");
  },

  async "every offset lies on a cluster"(mubin) {
    const text = "a\u0301 \u{1F1EE}\u{1F1F6} كَّ \u{1F468}\u200D\u{1F469} \r\n ﻻ ـ".repeat(50);
    const edges = new Set([...new Intl.Segmenter("ar", { granularity: "grapheme" }).segment(text)].map((s) => s.index)).add(text.length);
    for (const t of (await mubin.analyze(text)).tokens) holds(edges.has(t.start) && edges.has(t.end), `${t.start}..${t.end} cuts a cluster`);
  },

  async "layers can be chosen"(mubin) {
    const result = await mubin.analyze(TEXT, { layers: ["tokens"] });
    equal([result.blocks.length, result.statistics, result.missing], [0, null, []], "layers left out");
    holds(result.tokens.length > 0, "tokens are there");
    await fails(mubin.analyze(TEXT, { layers: ["colours"] }), "unknown-layer");
  },

  async "what each stage took stands on the timeline, the latest alone"(mubin) {
    if (mubin.where === "worker") return; // there it is the worker's
    await mubin.analyze(STORY);
    await mubin.analyze(TEXT);
    const names = performance.getEntriesByType("measure").map(({ name }) => name).filter((name) => name.startsWith("mubin: "));
    const stages = [
      "tokens", "lines", "roles", "sentences", "words", "readings", "choosing", "explaining", "characters", "measures", "view", "numerals", "times",
      "quantities", "names", "entities", "statements", "gist", "corrections",
    ];
    equal(names.sort(), ["analysis", "result", ...stages].map((name) => `mubin: ${name}`).sort(), "measures");
    const took = (name) => performance.getEntriesByName(`mubin: ${name}`)[0].duration;
    const sum = stages.reduce((all, name) => all + took(name), 0);
    // A clock that is made coarse may round each of them up.
    holds(sum <= took("analysis") + 0.1 * stages.length, `stages of ${sum} ms in an analysis of ${took("analysis")} ms`);
  },

  async "decided roles change blocks and what is counted"(mubin) {
    const text = "قال الوزير إن الجلسة المقبلة ستكون حاسمة، وإن الحكومة مستعدة لها.\n\nوأضاف أن اللجنة أنهت عملها يوم الخميس الماضي في العاصمة.";
    const before = await mubin.analyze(text);
    equal(before.blocks.map((b) => b.role), ["body", "body"], "automatic roles");
    const { start, end } = before.blocks[1];
    const after = await mubin.analyze(text, { roles: [{ start: start + 1, end: start + 2, role: "other" }] });
    equal(after.blocks.map((b) => b.role), ["body", "other"], "a touched line has the decided role");
    equal([after.blocks[1].start, after.blocks[1].end, after.blocks[1].score], [start, end, 1], "the whole of it, for certain");
    const forms = (result) => [...result.words].map((word) => word.form);
    holds(forms(before).includes("اللجنة") && !forms(after).includes("اللجنة"), "its words are no longer counted");
    holds(after.statistics.words < before.statistics.words, "nor in the number of words");
    const back = await mubin.analyze(text, { roles: [{ start, end, role: "other" }, { start, end, role: "body" }] });
    equal(back.statistics, before.statistics, "the later decision holds");
    await fails(mubin.analyze(text, { roles: [{ start, end, role: "advert" }] }), "bad-options");
    await fails(mubin.analyze(text, { roles: [{ start, role: "body" }] }), "bad-options");
    await fails(mubin.analyze(text, { roles: "body" }), "bad-options");
  },

  async "folding groups spellings"(mubin) {
    const text = "الإدارة والادارة الاداره";
    const count = async (folding) => (await mubin.analyze(text, { folding })).words.length;
    equal([await count("exact"), await count("light"), await count("full")], [3, 3, 2], "types");
    equal(await mubin.fold("الإِدَارَةُ ١٢"), "الاداره 12", "fold");
  },

  async "files are decoded and mojibake is offered, not applied"(mubin) {
    const decoded = await mubin.decode(new Uint8Array([0xff, 0xfe, 0x46, 0x06, 0x35, 0x06]));
    equal([decoded.text, decoded.encoding, decoded.basis], ["نص", "UTF-16LE", "bom"], "UTF-16");
    const broken = "Ø§Ù„Ø¹Ø±Ø¨ÙŠØ© Ù„ØºØ© Ø¬Ù…ÙŠÙ„Ø©";
    equal((await mubin.repair(broken)).text, "العربية لغة جميلة", "repair");
    equal(await mubin.repair("العربية لغة جميلة"), null, "sound text");
  },

  async "an open document follows its edits"(mubin) {
    const doc = await mubin.open("وصل الوفد.");
    doc.edit(4, 9, "الرئيس");
    const fresh = await mubin.analyze("وصل الرئيس.");
    equal(JSON.stringify(await doc.result()), JSON.stringify(fresh), "result");
  },

  async "words are explained"(mubin) {
    equal(["lexicon", "frequency", "models", "names", "places"].map((name) => mubin.packs[name]), Array(5).fill("loaded"), "packs");
    const text = "\u{1F600} وستتاح للباحثين";
    const { tokens, morphology, statistics } = await mubin.analyze(text);
    const { analysis } = tokens.at(-1);
    equal([analysis.upos, analysis.source, analysis.feats.Number, analysis.feats.Case], ["NOUN", "lexicon", "Plur", "Gen"], "analysis");
    equal(analysis.segments.map(({ start, end, tag }) => [text.slice(start, end), tag]),
      [["ل", "PREP"], ["ل", "DET"], ["باحث", "NOUN"], ["ين", "NSUFF"]], "segments are slices of the text");
    equal(morphology.pieces(2).map((piece) => piece.text), ["ل", "ال", "باحث", "ين"], "pieces are spelled as elsewhere");
    equal([tokens.at(0).analysis, morphology.pieces(0), morphology.answerOf(0)], [null, [], -1], "an emoji is no word");
    equal([statistics.lemmas, typeof statistics.roots], [2, "number"], "figures");
    holds(analysis.score > 0 && analysis.score <= 1 && Math.abs(analysis.score * 1000 - Math.round(analysis.score * 1000)) < 1e-6, "a probability of three digits");
  },

  async "what the text says lies where the text says it"(mubin) {
    const text = "\u{1F600} بغداد - الاثنين 16 نوفمبر 2015\n\nقال رئيس الوزراء حيدر العبادي إن الحكومة ستدفع 40 مليون دولار في مدينة الموصل خلال شهرين.";
    const result = await mubin.analyze(text, { date: "2015-11-17" });
    const at = ({ start, end }) => text.slice(start, end);
    holds(result.mentions.some((mention) => at(mention) === "حيدر العبادي" && mention.type === "person"), "a person");
    for (const { entity, type, score, why } of result.mentions) {
      equal(result.entities[entity]?.id, entity, "a mention's entity is at its number");
      holds(result.entities[entity].type === type && score > 0 && score <= 1 && why !== "", "of its type, with its reason");
    }
    const mosul = result.entities.find(({ name }) => name.includes("الموصل"));
    holds(mosul?.geo?.country === "IQ" && Math.abs(mosul.geo.lat - 36.3) < 1, "a place on the map");
    const [statement] = result.statements;
    equal([at(statement.cue), statement.speaker.basis, at(statement.content).startsWith("الحكومة ستدفع")], ["قال", "explicit", true], "a statement");
    holds(result.quantities.some((quantity) => quantity.value === 40e6 && quantity.currency === "USD" && at(quantity) === "40 مليون دولار"), "an amount");
    holds(result.times.some((time) => time.value === "2015-11-16" && at(time) === "الاثنين 16 نوفمبر 2015"), "a date");
    equal([result.date, result.missing], [{ value: "2015-11-17", stated: null }, []], "the caller's date, and nothing missing");
    holds(result.keyphrases.every(({ occurrences }) => occurrences.length > 0), "keyphrases");
    equal(JSON.parse(JSON.stringify(result)).statements, result.statements, "plain objects");
  },

  async "the text is given with its vowels"(mubin) {
    const text = "قال: \u{1F600} «وصل الوفد» 3.5 ok\n";
    const result = await mubin.analyze(text);
    const bare = (vowelled) => vowelled.replace(/[\u064B-\u0652]/g, "");
    equal(bare(result.vowelled()), text, "only marks are added");
    holds(result.vowelled().startsWith("قَالَ: \u{1F600} «"), "words have them");
    const stranger = await mubin.analyze("OK 12");
    equal(stranger.vowelled(), "OK 12", "what is no word stays");
  },

  async "a word has other readings, and one can be decided for"(mubin) {
    const text = "\u{1F600} قال رئيسه نعم. وصل الكتاب. ثم وصل الكتاب.";
    const before = await mubin.analyze(text);
    const places = [...before.tokens].flatMap((token, i) => (text.slice(token.start, token.end) === "الكتاب" ? [i] : []));
    const readings = await mubin.alternatives(before, places[0]);
    equal(readings.map(({ reading }) => reading), readings.map((_, i) => i), "numbers");
    equal(readings.length, before.tokens.at(places[0]).analysis.alternatives + 1, "as many as the analysis says");
    holds(readings.length > 1, "a word with more than one");
    equal([readings.filter(({ chosen }) => chosen).length, readings.filter(({ current }) => current).length], [1, 1], "one is chosen, one current");
    const plain = ({ reading, chosen, current, gloss, score, ...analysis }) => JSON.stringify(analysis);
    const { gloss, score, ...now } = before.tokens.at(places[0]).analysis;
    equal(JSON.parse(plain(readings.find(({ current }) => current))), { ...now, alternatives: readings[0].alternatives }, "the current one is the analysis, places and all");
    const other = readings.find(({ current }) => !current);
    const pins = places.map((i) => ({ start: before.tokens.at(i).start, end: before.tokens.at(i).end, reading: other.reading }));
    const after = await mubin.analyze(text, { pins });
    for (const i of places) equal([after.tokens.at(i).analysis.diacritized, after.tokens.at(i).analysis.lemma], [other.diacritized, other.lemma], "decided");
    const again = await mubin.alternatives(after, places[0]);
    equal([again.findIndex(({ current }) => current), again.findIndex(({ chosen }) => chosen)],
      [other.reading, readings.findIndex(({ chosen }) => chosen)], "current and chosen are told apart");
    equal(JSON.stringify(await mubin.analyze(text)), JSON.stringify(before), "without pins all is as before");
    equal(await mubin.alternatives(before, 0), [], "an emoji has none");
    await fails(mubin.analyze(text, { pins: [{ start: 0 }] }), "bad-options");
    await fails(mubin.analyze(text, { pins: "all" }), "bad-options");
  },

  async "a word deep in an endless sentence has its readings too"(mubin) {
    const result = await mubin.analyze("وصل الكتاب ".repeat(450));
    equal((await mubin.alternatives(result, 899)).length, result.tokens.at(899).analysis.alternatives + 1, "the last word");
    equal((await mubin.alternatives(result, 401)).length, result.tokens.at(401).analysis.alternatives + 1, "one in the middle");
  },
};
