/** Files that are named by what is in them, and their compressed copies: made once for a content, however often and wherever it is written. */

import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/**
 * @param {string} folder  with a slash at its end
 * @param {string | Uint8Array} content
 * @param {string} name
 */
export async function writeHashed(folder, content, name) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const file = name.replace(/(\.\w+)$/, `-${hash}$1`);
  await writeFile(folder + file, content);
  return file;
}

/** By the name of the file, where that tells what is in it. @type {Map<string, Buffer>} */
const compressed = new Map();

/**
 * Remembers the compressed copies of the build before.
 * @param {string} folder
 */
export async function keepCompressed(folder) {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((found) => /-[0-9a-f]{10}\.\w+\.br$/.test(found))) compressed.set(name.slice(0, -3), await readFile(folder + name));
}

/** @param {string} folder */
export async function compressAll(folder) {
  for (const name of await readdir(folder, { recursive: true })) {
    const path = folder + name;
    if (!(await stat(path)).isFile() || /\.(woff2|png|br)$/.test(name)) continue;
    const content = await readFile(path);
    const known = compressed.get(basename(name)) ?? await compress(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
    if (/-[0-9a-f]{10}\.\w+$/.test(name)) compressed.set(basename(name), known);
    await writeFile(`${path}.br`, known);
  }
}
