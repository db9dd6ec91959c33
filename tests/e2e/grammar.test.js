/** What a word is called, in the terms of schools: pure functions, no browser. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { classOf, traitsOf } from "../../www/view/grammar.js";

test("a quantifier is a noun, the article is the article", () => {
  assert.equal(classOf({ upos: "DET", feats: { Case: "Gen", Definite: "Cons" } }), "quantifier");
  assert.equal(classOf({ upos: "DET", feats: { Gender: "Masc", Number: "Dual" } }), "quantifier");
  assert.equal(classOf({ upos: "DET", feats: {} }), "determiner");
  assert.equal(classOf({ upos: "DET", feats: { Case: "Nom", PronType: "Int" } }), "interrogative");
});

test("verbs say tense by their class and the rest by their traits", () => {
  const feats = { Aspect: "Imp", Mood: "Jus", Voice: "Pass", Person: "3", Gender: "Fem", Number: "Sing" };
  assert.equal(classOf({ upos: "VERB", feats }), "imperfect");
  assert.deepEqual(traitsOf({ upos: "VERB", feats }).slice(0, 2), ["voice.Pass", "mood.Jus"]);
  assert.equal(classOf({ upos: "VERB", feats: { Mood: "Imp" } }), "imperative");
});
