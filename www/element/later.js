/**
 * The parts of the tool that are fetched when they are wanted, found by the bundler.
 *
 * @import { PartModule, PartName } from "../view/parts.js"
 * @import { Later } from "../view/studies.js"
 */

/** What a guest has; it keeps no library, compares nothing, and its host explains it. @type {Partial<Record<PartName, () => Promise<PartModule>>>} */
const PARTS = {
  output: () => import("../view/output/index.js"), panels: () => import("../view/panels.js"), passage: () => import("../view/passage/index.js"),
};

/** @type {Later} */
export const later = {
  atlas: () => import("../view/atlas.js"), study: () => import("../view/study.js"), writing: () => import("../view/writing/index.js"),
  samples: () => import("../view/samples.js"), docx: () => import("../view/docx/index.js"),
  part: (name) => PARTS[name]?.() ?? Promise.reject(new Error(`A guest has no ${name}.`)),
};
