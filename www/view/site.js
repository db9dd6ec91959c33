/** The page served from a folder: the binary and the worker are files beside this one. */

import { start } from "./app.js";

start({
  wasm: new URL(__WASM__, import.meta.url),
  worker: new URL(__WORKER__, import.meta.url),
});
