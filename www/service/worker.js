/**
 * The page without a network. A version is the list of its files with their hashes,
 * and has one cache: what a first result needs is there before the worker is, or the
 * cache is not; the rest follows when the page is idle. All files but the page itself
 * are named by their content, so an open page is served those of its own version,
 * whatever came since; its cache goes when no page is open that could want it. A newer
 * worker waits until it is told or until the last page is closed.
 *
 * Written by hand, since that is nearly all of it, and since Workbox holds files of
 * all versions in one cache and drops the older ones as soon as it takes over.
 */

import { handOver } from "./handover.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
const OURS = `mubin ${scope} `;
const OWN = OURS + __VERSION__;
/** The page is asked for by its folder. */
const PAGE = new URL("./", scope).href;
const SHARE = new URL("share", scope).href;

const LOOSELY = { ignoreSearch: true, ignoreVary: true };
const own = (/** @type {string} */ url) => caches.match(url, { cacheName: OWN, ...LOOSELY });
/** Of any version, for what is named by its content. @param {string} url */
const held = async (url) => await own(url) ?? caches.match(url, LOOSELY);

/**
 * A file that is what its name says; a spoiled copy on the way is asked for anew.
 * @param {string} url
 * @param {string} integrity
 */
async function fetched(url, integrity) {
  const response = await fetch(url, { integrity, cache: url === PAGE ? "reload" : "default" }).catch(() => (
    fetch(url, { integrity, cache: "reload" })));
  if (!response.ok || response.redirected) throw new Error(`${response.status} for ${url}`);
  return response;
}

/**
 * @param {Record<string, string>} files
 * @param {boolean} ask  the network too, for what no older version has
 */
async function keep(files, ask) {
  const cache = await caches.open(OWN);
  await Promise.all(Object.entries(files).map(async ([name, integrity]) => {
    const url = new URL(name, scope).href;
    if (await cache.match(url)) return;
    const copy = url === PAGE ? undefined : await held(url);
    const response = copy ?? (ask ? await fetched(url, integrity) : undefined);
    if (response) await cache.put(url, response);
  }));
}

async function install() {
  try {
    await keep(__FIRST__, true);
    await keep(__REST__, false);
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

/**
 * Drops older versions, unless a page is open that may be of one, or a newer version is coming.
 * @param {string} [asking]  the page that has just been served from this one
 */
async function tidy(asking) {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== OWN);
  const { installing, waiting } = worker.registration;
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (installing || waiting || pages.some(({ id }) => id !== asking)) return;
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function share(request) {
  try {
    const form = await request.formData();
    const said = (/** @type {string} */ name) => String(form.get(name) ?? "");
    const files = form.getAll("files").filter((file) => file instanceof File && file.size > 0);
    await handOver({ why: "shared", title: said("title"), text: said("text"), url: said("url"), files: /** @type {File[]} */ (files) });
    return Response.redirect(PAGE, 303);
  } catch {
    return Response.redirect(`${PAGE}#share-failed`, 303);
  }
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(tidy()));

worker.addEventListener("message", (event) => {
  const { data, source } = event;
  if (data === "take over") event.waitUntil(worker.skipWaiting());
  if (data === "settled") event.waitUntil(keep(__REST__, true).then(() => tidy(/** @type {Client} */ (source).id)).catch(() => {}));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const here = origin + pathname;
  if (request.method === "POST" && here === SHARE) event.respondWith(share(request));
  if (request.method !== "GET" || origin !== worker.location.origin) return;
  const page = request.mode === "navigate";
  if (page && here !== PAGE && here !== `${PAGE}index.html`) return;
  if (request.cache === "reload" && !page) return; // it has a reason
  event.respondWith((page ? own(PAGE) : held(request.url)).then((copy) => copy ?? fetch(request)));
});
