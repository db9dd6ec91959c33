/**
 * What the engine promises to JavaScript, as checks that know neither Node nor the browser: the same list runs in both,
 * on the page and in a worker. A check throws when a promise is broken, and may return what it measured. It is given an analyzer, and a way to
 * make others in the same place.
 */

import { ENGINE } from "./suite/engine.js";
import { READING } from "./suite/reading.js";
import { WORDS } from "./suite/words.js";

export const CHECKS = { ...READING, ...ENGINE, ...WORDS };
