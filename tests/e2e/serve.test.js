import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, mkdir, writeFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../www/build/serve.js";

let folder;
let server;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "mubin-serve-"));
  await mkdir(join(folder, "site"));
  await writeFile(join(folder, "secret.txt"), "outside");
  await writeFile(join(folder, "site", "index.html"), "<!doctype html>");
  for (const name of ["service-worker.js", "manifest.webmanifest", "icon.png"]) await writeFile(join(folder, "site", name), "");
  await writeFile(join(folder, "site", "mubin-0123456789.wasm"), "plain");
  await writeFile(join(folder, "site", "mubin-0123456789.wasm.br"), "packed");
  await writeFile(join(folder, "site", "mubin-0123456789.wasm.gz"), "zipped");
  await writeFile(join(folder, "site", "lexicon-0123456789.pack"), "plain");
  await writeFile(join(folder, "site", "lexicon-0123456789.pack.gz"), "zipped");
  server = await serve({ port: 0, dir: join(folder, "site") });
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/**
 * A request whose path goes over the wire as it is written.
 * @param {string} path
 * @param {{ method?: string, headers?: Record<string, string> }} [options]
 */
async function ask(path, options = {}) {
  const sent = request(new URL(server.url), { path, ...options }).end();
  const [response] = await once(sent, "response");
  let body = "";
  for await (const part of response) body += part;
  return { status: response.statusCode, headers: response.headers, body };
}

test("a page comes with its type and its policy and is asked for anew", async () => {
  const { status, headers } = await ask("/");
  assert.equal(status, 200);
  assert.equal(headers["content-type"], "text/html; charset=utf-8");
  assert.match(headers["content-security-policy"], /require-trusted-types-for 'script'/);
  assert.equal(headers["cache-control"], "no-cache");
});

test("a service worker is asked for anew, and a manifest has its type", async () => {
  const worker = await ask("/service-worker.js");
  assert.deepEqual([worker.headers["content-type"], worker.headers["cache-control"]], ["text/javascript; charset=utf-8", "no-cache"]);
  assert.equal((await ask("/manifest.webmanifest")).headers["content-type"], "application/manifest+json");
  assert.equal((await ask("/icon.png")).headers["content-type"], "image/png");
});

test("a hashed file is kept for good, compressed for whoever takes it", async () => {
  const plain = await ask("/mubin-0123456789.wasm");
  assert.deepEqual([plain.body, plain.headers["content-type"]], ["plain", "application/wasm"]);
  assert.match(plain.headers["cache-control"], /immutable/);
  const packed = await ask("/mubin-0123456789.wasm", { headers: { "accept-encoding": "gzip, br" } });
  assert.deepEqual([packed.body, packed.headers["content-encoding"], packed.headers["content-type"]], ["packed", "br", "application/wasm"]);
});

test("the smallest copy comes that lies ready and is taken", async () => {
  const taken = async (path, accepted) => (await ask(path, { headers: { "accept-encoding": accepted } })).body;
  assert.equal(await taken("/mubin-0123456789.wasm", "gzip"), "zipped");
  assert.equal(await taken("/mubin-0123456789.wasm", "gzip, deflate, br;q=0.5"), "packed");
  assert.equal(await taken("/mubin-0123456789.wasm", "br;q=0, gzip"), "zipped");
  assert.equal(await taken("/mubin-0123456789.wasm", "br;q=0, gzip;q=0.0"), "plain");
  assert.equal(await taken("/mubin-0123456789.wasm", "identity"), "plain");
  assert.equal(await taken("/lexicon-0123456789.pack", "br, GZIP"), "zipped", "where there is no smaller one");
  assert.equal((await ask("/lexicon-0123456789.pack", { headers: { "accept-encoding": "gzip" } })).headers["content-encoding"], "gzip");
});

test("nothing outside the folder is reached", async () => {
  for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/%00", "/%zz", "//secret.txt", "/none"]) {
    assert.equal((await ask(path)).status, 404, path);
  }
});

test("only reading is allowed, and a taken port is stepped over", async () => {
  assert.equal((await ask("/", { method: "POST" })).status, 405);
  assert.deepEqual([(await ask("/", { method: "HEAD" })).body], [""]);
  const { port } = new URL(server.url);
  const second = await serve({ port: Number(port), dir: join(folder, "site") });
  assert.notEqual(second.url, server.url);
  await second.close();
});
