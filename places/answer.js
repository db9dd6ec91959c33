/** What a script answers that is itself in a worker: the engine is on its own thread. */

import { createAnalyzer } from "./mubin/index.js";

/** @param {string} text */
export async function answer(text) {
  const mubin = await createAnalyzer();
  await mubin.glosses();
  const { tokens, entities } = await mubin.analyze(text);
  return { where: mubin.where, gloss: tokens.at(1).analysis?.gloss, lat: entities[0]?.geo?.lat };
}
