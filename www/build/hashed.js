/** Files that are named by what is in them, and their compressed copies: made once for a content, however often and wherever it is written. */

import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A smaller file fits into the packet that its headers take. */
export const WORTH = 1000;

/** By the ending of the copy. @type {Record<string, (content: Buffer) => Promise<Buffer>>} */
const COMPRESS = {
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  gz: (content) => promisify(gzip)(content, { level: 9 }),
};

const HASHED = /-(?:[0-9a-f]{10}|[0-9A-Z]{8})\.\w+$/;

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

/** By the name of the copy, where that tells what is in it. @type {Map<string, Buffer>} */
const compressed = new Map();

/**
 * Remembers the compressed copies of the build before.
 * @param {string} folder
 */
export async function keepCompressed(folder) {
  const names = await readdir(folder).catch(() => []);
  const copies = names.filter((name) => /\.(br|gz)$/.test(name) && HASHED.test(name.slice(0, -3)));
  for (const name of copies) compressed.set(name, await readFile(folder + name));
}

/** @param {string} folder */
export async function compressAll(folder) {
  for (const name of await readdir(folder, { recursive: true })) {
    const path = folder + name;
    const found = await stat(path);
    if (!found.isFile() || found.size < WORTH || /\.(woff2|png|br|gz)$/.test(name)) continue;
    const content = await readFile(path);
    for (const [ending, compress] of Object.entries(COMPRESS)) {
      const copy = `${basename(name)}.${ending}`;
      const made = compressed.get(copy) ?? await compress(content);
      if (HASHED.test(name)) compressed.set(copy, made);
      await writeFile(`${path}.${ending}`, made);
    }
  }
}
