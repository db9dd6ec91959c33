/** A page of the extension: asks an engine in a worker of its own, and the one in the service worker. */

import { createAnalyzer } from "./mubin/index.js";

const text = "وصل الكتاب إلى بغداد.";
const mubin = await createAnalyzer();
const here = { where: mubin.where, root: (await mubin.analyze(text)).tokens.at(0).analysis?.root };
const there = await chrome.runtime.sendMessage(text);
document.querySelector("#found").textContent = JSON.stringify({ here, there });
