/**
 * The content security policies, in one place for the pages, the server and the
 * tests. Nothing is ever fetched from another origin; script is only ours, by
 * origin in the folder and by hash in the single file; the two Trusted Types
 * policies are ours and lit-html's.
 */

const common = ["require-trusted-types-for 'script'", "trusted-types mubin lit-html", "object-src 'none'", "base-uri 'none'"];

export const sitePolicy = [
  "default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", ...common,
].join("; ");

/**
 * @param {string} scriptHash  `sha256-…`
 * @param {string} styleHash
 */
export const singlePolicy = (scriptHash, styleHash) => [
  "default-src 'none'", `script-src '${scriptHash}' 'wasm-unsafe-eval'`, `style-src '${styleHash}'`,
  "font-src data:", "img-src data:", "worker-src blob:", ...common,
].join("; ");
