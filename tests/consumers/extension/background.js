/** The extension's service worker: says what it is asked, on its own thread. */

import { createAnalyzer } from "./mubin/index.js";

chrome.runtime.onMessage.addListener((text, _, reply) => {
  createAnalyzer().then((mubin) => mubin.analyze(text).then(({ tokens }) => reply({ where: mubin.where, root: tokens.at(0).analysis?.root })));
  return true;
});
