/**
 * A small static server for trying the page and testing it: the right types, the
 * content security policy as a header, hashed files cached for good, compressed
 * copies where they lie ready. It listens on this machine only and never leaves
 * its folder.
 *
 *   node www/build/serve.js [--port N] [--dir D]
 */

import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { sitePolicy } from "./csp.js";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json", ".wasm": "application/wasm", ".woff2": "font/woff2", ".svg": "image/svg+xml",
  ".png": "image/png", ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};
/** Compressed copies by their ending, the smaller first. */
const CODINGS = [["br", ".br"], ["gzip", ".gz"]];
const HASHED = /-[0-9A-Za-z]{8,10}\.\w+$/;

/**
 * @param {string} url
 * @param {string} root
 * @returns {Promise<string | null>} null for anything that is not a file inside the root
 */
async function fileFor(url, root) {
  try {
    const path = decodeURIComponent(new URL(`http://localhost${url}`).pathname);
    const file = await realpath(join(root, path.endsWith("/") ? `${path}index.html` : path));
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

/**
 * The smallest copy that lies ready and that the browser takes.
 * @param {string} file  inside the root
 * @param {string} root
 * @param {string} accepted  the header that says what it takes
 */
async function copyOf(file, root, accepted) {
  const taken = new Map(accepted.toLowerCase().split(",").map((one) => {
    const [name, ...more] = one.split(";").map((part) => part.trim());
    return [name, !more.some((part) => /^q=0(\.0*)?$/.test(part))];
  }));
  for (const [coding, ending] of CODINGS) {
    const copy = taken.get(coding) && await fileFor(`/${file.slice(root.length + 1)}${ending}`, root);
    if (copy) return { coding, copy };
  }
  return null;
}

/**
 * @param {{ port?: number, dir?: string, policy?: string, more?: Record<string, string> }} [options]  port 0: any free one; more: headers
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ port = 8080, dir = fileURLToPath(new URL("../../dist/site", import.meta.url)), policy = sitePolicy, more = {} } = {}) {
  const root = await realpath(dir);
  const server = createServer(async (request, response) => {
    const headers = { "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", ...more };
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { ...headers, Allow: "GET, HEAD" }).end();
      return;
    }
    const file = await fileFor(request.url ?? "/", root);
    if (!file) {
      response.writeHead(404, { ...headers, "Content-Type": "text/plain" }).end("Not found\n");
      return;
    }
    const ready = await copyOf(file, root, String(request.headers["accept-encoding"] ?? ""));
    response.writeHead(200, {
      ...headers,
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Cache-Control": HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
      Vary: "Accept-Encoding",
      ...(ready && { "Content-Encoding": ready.coding }),
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(ready?.copy ?? file).pipe(response);
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    }),
  };
}

/**
 * Takes the next port while one is in use.
 * @param {import("node:http").Server} server
 * @param {number} port
 */
async function listen(server, port) {
  for (let tries = 0; ; tries++) {
    try {
      await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port && port + tries, "127.0.0.1", () => {
          server.off("error", reject);
          resolve(undefined);
        });
      });
      return;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EADDRINUSE" || tries > 50) throw error;
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { port: { type: "string" }, dir: { type: "string" } } });
  const { url } = await serve({ ...(values.port && { port: Number(values.port) }), ...(values.dir && { dir: values.dir }) });
  console.log(url);
}
