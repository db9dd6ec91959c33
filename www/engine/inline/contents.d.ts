/** What the build puts into the single-file engine: files in base64, the larger ones deflated. */
declare module "mubin:files" {
  /** Deflated. */
  export const wasm: string;
  /** Deflated. */
  export const packs: Record<import("../types.js").PackName, string>;
  /** The script as it is. */
  export const worker: string;
}
