/**
 * The two texts that are compared, as the page knows them: chosen in the library or
 * on the screen itself, which reads and compares them when it is in front.
 */

/** @typedef {{ name: string, text: string }} Side */
/** `left` is the first that was chosen; where it stands is for the screen to say. @typedef {{ left: Side, right: Side } | null} Comparing */

/** @type {Comparing} */
export const comparingDefault = null;
