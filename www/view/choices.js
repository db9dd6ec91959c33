/**
 * Readings the reader decided for. A choice holds for a written form, wherever in
 * the text it stands; the engine is given it as a pin for each of those places.
 *
 * @import { Pin, Result } from "../engine/types.js"
 */

/** @typedef {{ form: string, reading: number }} Choice */

/**
 * @param {Result} result
 * @param {number} token
 */
export function formOf({ text, tokens: { columns } }, token) {
  return text.slice(columns.start[token], columns.end[token]);
}

/**
 * @param {Choice[]} choices
 * @param {Choice} choice
 * @returns {Choice[]}
 */
export const chosen = (choices, choice) => [...unchosen(choices, choice.form), choice];

/**
 * @param {Choice[]} choices
 * @param {string} form
 */
export const unchosen = (choices, form) => choices.filter((choice) => choice.form !== form);

/**
 * @param {Result} result
 * @param {string} form
 * @returns {number[]} the tokens that are so written
 */
export function placesOf({ text, tokens: { columns: { start, end } } }, form) {
  /** @type {number[]} */
  const places = [];
  for (let token = 0; token < start.length; token++) {
    if (end[token] - start[token] === form.length && text.startsWith(form, start[token])) places.push(token);
  }
  return places;
}

/**
 * @param {Result} result  of the text the choices were made in
 * @param {Choice[]} choices
 * @returns {Pin[]}
 */
export const pinsFor = (result, choices) => choices.flatMap(({ form, reading }) => {
  const { start, end } = result.tokens.columns;
  return placesOf(result, form).map((token) => ({ start: start[token], end: end[token], reading }));
});
