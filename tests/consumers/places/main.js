/** Asks the engine in the place that the address names, and shows where it ran and what it found. */

const TEXT = "وصل الكتاب إلى بغداد.";

/** @param {{ postMessage(message: unknown): void }} there @param {EventTarget} answers */
const asked = (there, answers) => new Promise((resolve) => {
  answers.addEventListener("message", ({ data }) => resolve(data), { once: true });
  there.postMessage(TEXT);
});

async function asHere(path, options) {
  const { createAnalyzer } = await import(path);
  const mubin = await createAnalyzer(options);
  await mubin.glosses();
  const { tokens, entities } = await mubin.analyze(TEXT);
  return { where: mubin.where, gloss: tokens.at(1).analysis?.gloss, lat: entities[0]?.geo?.lat };
}

const PLACES = {
  page: () => asHere("./mubin/index.js", { worker: false }),
  worker: () => asHere("./mubin/index.js"),
  own: () => asHere("./mubin/index.js", { worker: () => new Worker("./mubin/worker.js") }),
  address: () => asHere("./mubin/index.js", { worker: "./mubin/worker.js", wasm: "./mubin/generated/mubin_bg.wasm" }),
  inline: () => asHere("./mubin/inline.js"),
  "inline-worker": () => asHere("./mubin/inline.js", { worker: true }),
  dedicated() {
    const worker = new Worker("./dedicated.js", { type: "module" });
    return asked(worker, worker);
  },
  async service() {
    const { active, installing, waiting } = await navigator.serviceWorker.register("./service.js", { type: "module" });
    const worker = active ?? installing ?? waiting;
    navigator.serviceWorker.startMessages();
    return asked(worker, navigator.serviceWorker);
  },
};

const found = document.querySelector("#found");
const { gloss, ...rest } = await PLACES[location.hash.slice(1)]().catch((error) => ({ gloss: `${error.kind ?? error}: ${error.message}` }));
Object.assign(found.dataset, rest);
found.textContent = gloss;
