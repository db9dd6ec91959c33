/** The page served from a folder: the binary, the packs and the worker are files beside this one. */

import { start } from "./app.js";

const beside = (/** @type {string} */ name) => new URL(name, import.meta.url);

start({
  wasm: beside(__WASM__),
  worker: beside(__WORKER__),
  packs: {
    lexicon: beside(__PACKS__.lexicon), frequency: beside(__PACKS__.frequency), models: beside(__PACKS__.models),
    glosses: beside(__PACKS__.glosses),
  },
});
