/** A service worker that uses the engine; it can start no worker itself. */

import { answer } from "./answer.js";

addEventListener("message", (event) => event.waitUntil(answer(event.data).then((found) => event.source.postMessage(found))));
