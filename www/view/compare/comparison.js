/**
 * Two results put together: everything the screen shows, made once.
 *
 * @import { Quantity, Result, Time } from "../../engine/types.js"
 * @import { Facts } from "./facts.js"
 * @import { NamesOf } from "./names.js"
 * @import { Copied } from "./passages.js"
 * @import { Fold } from "./sequence.js"
 * @import { Speech } from "./speech.js"
 * @import { Vocabularies } from "./vocabulary.js"
 */

import { compareAmounts, compareDates } from "./facts.js";
import { compareNames } from "./names.js";
import { copiedPassages } from "./passages.js";
import { sequencesOf } from "./sequence.js";
import { compareSpeech } from "./speech.js";
import { compareVocabularies } from "./vocabulary.js";

/**
 * @typedef {object} Comparison
 * @property {Result} left
 * @property {Result} right
 * @property {"letters" | "words" | null} same  whether they are one text, to the letter or word by word
 * @property {Copied} copied
 * @property {Vocabularies} vocabulary
 * @property {NamesOf[]} names
 * @property {Speech} speech
 * @property {Facts<Time>} dates
 * @property {Facts<Quantity>} amounts
 */

/**
 * @param {Result} left
 * @param {Result} right
 * @param {Fold} fold
 * @returns {Promise<Comparison>}
 */
export async function comparisonOf(left, right, fold) {
  const [own, other] = await sequencesOf([left, right], fold);
  const names = await compareNames(left, right, fold);
  const alike = own.ids.length > 0 && own.ids.length === other.ids.length && own.ids.every((id, i) => id === other.ids[i]);
  return {
    left, right, names,
    same: left.text === right.text ? "letters" : alike ? "words" : null,
    copied: copiedPassages(own, other),
    vocabulary: await compareVocabularies(left, right, fold),
    speech: await compareSpeech(left, right, names, fold),
    dates: compareDates(left, right),
    amounts: await compareAmounts(left, right, fold),
  };
}
