/** A worker of the page's own that uses the engine. */

import { answer } from "./answer.js";

addEventListener("message", async ({ data }) => postMessage(await answer(data)));
