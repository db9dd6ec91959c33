/** Several processors at once: each thread has an engine of its own, and the texts are dealt out among them. */

import { createAnalyzer } from "mubin";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

if (isMainThread) {
  const texts = ["وصل الكتاب.", "ذهبت المعلمة إلى المدرسة."];
  const lemmas = await Promise.all(texts.map((given) => new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url));
    thread.once("error", reject);
    thread.once("message", (found) => {
      resolve(found);
      thread.terminate();
    });
    thread.postMessage(given);
  })));
  console.log(JSON.stringify(lemmas));
} else {
  const mubin = createAnalyzer();
  parentPort.on("message", async (given) => {
    const { tokens } = await (await mubin).analyze(given);
    parentPort.postMessage([...tokens].flatMap(({ analysis }) => analysis?.lemma ?? []));
  });
}
