/** The page installed, without a network, shared to, and renewed; and the same page where all that is denied. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { serve } from "../../www/build/serve.js";
import { auditor } from "./axe.js";
import { ARTICLE, headline, openCard, paste, readSample, SINGLE_FILE, stage, unfold, visit } from "./harness.js";

const here = stage();
const site = fileURLToPath(new URL("../../dist/site/", import.meta.url));
const HEADLINE = ARTICLE.split("\n")[0];
const OTHER = "وصل الوفد التجاري إلى بغداد صباح الاثنين، وقال رئيسه إن الزيارة ناجحة وإنها ستتكرر في الخريف المقبل.";

/**
 * The site in a folder of its own, with a server that may be closed.
 * @param {(site: { url: string, folder: string, close: () => Promise<void> }) => Promise<void>} scenario
 */
async function served(scenario) {
  const folder = await mkdtemp(join(tmpdir(), "mubin-site-"));
  await cp(site, folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  const server = await serve({ port: 0, dir: folder });
  let open = true;
  const close = async () => {
    if (open) await server.close();
    open = false;
  };
  try {
    await scenario({ url: server.url, folder, close });
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
}

const sha256 = (content) => `sha256-${createHash("sha256").update(content).digest("base64")}`;

/**
 * Puts a newer version into a folder: other bytes in the page's script and in a part that is loaded later, and none of the old ones.
 * @param {string} folder
 */
async function renew(folder) {
  const read = (name) => readFile(join(folder, name), "utf8");
  const files = await readdir(join(folder, "assets"));
  let service = await read("service-worker.js");
  /** @param {string} part @param {(text: string) => string} change */
  const replace = async (part, change) => {
    const old = files.find((name) => name.startsWith(`${part}-`) && name.endsWith(".js"));
    const made = `${part}-bbbbbbbbbb.js`;
    const before = await read(`assets/${old}`);
    const text = change(before);
    await rm(join(folder, "assets", old));
    await writeFile(join(folder, "assets", made), text);
    service = service.replace(`assets/${old}":"${sha256(before)}`, `assets/${made}":"${sha256(text)}`);
    return [old, made];
  };
  const [oldPart, newPart] = await replace("study", (text) => `${text}\nglobalThis.partEdition = "B";`);
  const [oldMain, newMain] = await replace("main", (text) => `${text.replaceAll(oldPart, newPart)}\nglobalThis.edition = "B";`);
  const index = await read("index.html");
  const changed = index.replace(oldMain, newMain);
  await writeFile(join(folder, "index.html"), changed);
  service = service.replace(sha256(index), sha256(changed)).replace(/(mubin \$\{\w+\} [^]*?\+")\w{10}"/, '$1bbbbbbbbbb"');
  await writeFile(join(folder, "service-worker.js"), service);
}

/**
 * The caches of the page with the number of files in each. Looking into one that was given up a moment ago makes it anew, with nothing in it.
 * @param {any} page @returns {Promise<Record<string, number>>}
 */
const stored = (page) => page.evaluate(async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("mubin "));
  const all = await Promise.all(names.map(async (name) => [name.split(" ").at(-1), (await (await caches.open(name)).keys()).length]));
  return Object.fromEntries(all.filter(([, files]) => files > 0));
});

/**
 * Until so many versions are kept, each with all its files.
 * @param {any} page
 * @param {number} [versions]
 */
async function settled(page, versions = 1) {
  const files = (await readFile(join(site, "service-worker.js"), "utf8")).match(/"sha256-/g).length;
  await page.evaluate(async ([many, all]) => {
    const counts = async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith("mubin "));
      const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
      return all.filter((files) => files > 0); // looking into one that was given up makes it anew
    };
    const began = performance.now();
    for (let now = []; now.length !== many || !now.includes(all); now = await counts()) {
      if (performance.now() - began > 60_000) throw new Error(`${now} files in ${now.length} caches, not ${all} in ${many}`);
      await new Promise(requestAnimationFrame);
    }
  }, [versions, files]);
}

/** @param {any} page */
const edition = (page) => page.evaluate(() => globalThis.edition ?? "A");

/** @param {any} page */
async function lookForUpdate(page) {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
}

/** Opens what is a script of its own. @param {any} page */
async function openStudy(page) {
  await page.locator("#tab-words").click();
  await page.locator("#study-keyness").click();
  await page.waitForFunction(() => document.querySelector("#panel-words") && !document.querySelector("#panel-words .waiting"));
  assert.equal(await page.locator(".study-failed").count(), 0, "it was there");
}

const banner = (page) => page.locator(".renewal");
const reloadNow = (page) => page.getByRole("button", { name: "أعد التحميل الآن" });

test("the page can be installed: its manifest and its icons are sound", () => visit(here, {}, async (page) => {
  await settled(page);
  const session = await page.context().newCDPSession(page);
  const { errors, data, url } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.equal(url, `${here.url}manifest.webmanifest`);
  const manifest = JSON.parse(data);
  assert.deepEqual([manifest.lang, manifest.dir, manifest.display], ["ar", "rtl", "standalone"]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  const shown = await page.evaluate((icons) => Promise.all(icons.map(async ({ src, sizes }) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return [sizes, `${image.naturalWidth}x${image.naturalHeight}`, context.getImageData(0, 0, 1, 1).data[3]];
  })), manifest.icons);
  for (const [sizes, real] of shown) assert.equal(real, sizes);
  assert.deepEqual(shown.map(([, , corner]) => corner), [0, 0, 255], "only the icon that is cut to a shape reaches the corners");
  assert.equal(manifest.share_target.method, "POST", "no text in an address");
  assert.match((await page.request.get(url)).headers()["content-type"], /^application\/manifest\+json/);
}));

test("after one visit the page works without a network", () => served(({ url, close }) => visit(here, { url }, async (page) => {
  await settled(page);
  await close();
  await page.reload();
  await readSample(page);
  await openCard(page, "للباحثين");
  assert.match(await page.locator(".card-facts").textContent(), /researcher/);
  await page.keyboard.press("Escape");
  for (const tab of ["statements", "names", "time", "writing"]) {
    await page.locator(`#tab-${tab}`).click();
    await page.locator(`#panel-${tab} :is(h3, li, table)`).first().waitFor();
  }
  await page.locator("#tab-names").click();
  await page.locator(".map").first().waitFor();
  await page.locator("#tab-words").click();
  await page.getByRole("tab", { name: "السياق" }).click();
  await paste(page, { text: ARTICLE }, "body");
  await page.locator("h2", { hasText: HEADLINE }).waitFor();
  await page.goto(`${url}#help`);
  await page.reload();
  await page.locator("#screen-title").waitFor();
  assert.ok(await page.evaluate(() => document.fonts.check('1em "Noto Naskh Arabic"', "ن")));
})));

/**
 * A form like the one a phone sends, from a page of the site.
 * @param {any} page
 * @param {{ title?: string, text?: string, url?: string, files?: [string, string, string][] }} shared
 */
const share = (page, shared) => page.evaluate(({ files = [], ...fields }) => {
  const form = document.createElement("form");
  Object.assign(form, { action: "share", method: "post", enctype: "multipart/form-data" });
  const add = (name, type) => form.appendChild(Object.assign(document.createElement("input"), { name, type }));
  for (const [name, value] of Object.entries(fields)) add(name, "hidden").value = value;
  const data = new DataTransfer();
  for (const [content, name, type] of files) data.items.add(new File([content], name, { type }));
  if (files.length) Object.assign(add("files", "file"), { multiple: true, files: data.files });
  document.body.append(form);
  form.submit();
}, shared);

test("a shared text is read, and stands in no address", () => visit(here, { draft: true }, async (page, log) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await settled(page);
  await share(page, { title: "خبر", text: OTHER, url: "https://example.org/a" });
  await page.locator(".reader", { hasText: "الوفد التجاري" }).waitFor();
  await unfold(page);
  const shown = await page.locator(".reader").textContent();
  assert.ok(shown.includes("خبر") && shown.includes("example.org"), "all that was shared");
  assert.equal(page.url(), here.url);
  assert.ok(log.requests.every((request) => !/%D|وفد|\?/.test(request)), "no address carries text");
  await page.getByRole("button", { name: "أعد النص السابق" }).click();
  await page.locator("h2", { hasText: HEADLINE }).waitFor();
  await page.reload();
  await headline(page).waitFor();
  assert.equal(await headline(page).textContent(), HEADLINE, "what was shared is given once");
}));

test("shared files are opened like any, a link is told from a text", () => visit(here, {}, async (page) => {
  await settled(page);
  await share(page, { files: [[ARTICLE, "a.txt", "text/plain"], [OTHER, "b.txt", "text/plain"]] });
  await page.locator(".library-brought", { hasText: "أُضيف نصان." }).waitFor();
  assert.deepEqual((await page.locator(".library-name").allTextContents()).includes(HEADLINE), true);
  await share(page, { title: "صفحة", text: "", url: "https://example.org/page" });
  assert.match(await page.locator("[data-notice=link]").textContent(), /https:\/\/example\.org\/page/);
  assert.equal(await page.locator("#surface").inputValue(), "");
  assert.equal(page.url(), here.url);
}));

test("what cannot be kept for the moment of sharing is told of", () => visit(here, {}, async (page) => {
  await settled(page);
  await page.context().serviceWorkers()[0].evaluate(() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await share(page, { text: OTHER });
  await page.locator("[data-notice=share]").waitFor();
  assert.equal(page.url(), here.url);
}));

test("a file opened from the desktop is read", () => visit(here, {
  init: () => {
    Object.defineProperty(globalThis, "launchQueue", { value: { setConsumer: (take) => { globalThis.launch = take; } } });
  },
}, async (page) => {
  await page.waitForFunction(() => globalThis.launch);
  await page.evaluate((text) => globalThis.launch({ files: [{ getFile: async () => new File([text], "a.txt") }] }), ARTICLE);
  await page.locator("h2", { hasText: HEADLINE }).waitFor();
}));

test("a newer version is announced, changes nothing by itself, and is put in place on request with the text", () => served(({ url, folder }) => (
  visit(here, { url }, async (page) => {
    await settled(page);
    await page.reload(); // from the cache now
    await page.locator("#surface").fill(ARTICLE);
    await page.locator(".side").waitFor();
    const [first] = Object.keys(await stored(page));
    await renew(folder);
    await lookForUpdate(page);
    await banner(page).waitFor();
    assert.equal(await page.getByRole("status").textContent(), (await banner(page).locator("p").first().textContent()).trim(), "said too");
    assert.deepEqual(await auditor(page)(), []);

    const other = await page.context().newPage(); // opened now, it is still of the old version
    await other.goto(url);
    assert.equal(await edition(other), "A");
    await openStudy(page);
    assert.equal(await edition(page), "A");
    assert.equal(await page.evaluate(() => globalThis.partEdition), undefined, "its parts are of its version, though the server has them no more");

    await page.locator("#surface").fill(`${ARTICLE}\n\nسطر كُتب قبل التحديث.`);
    await reloadNow(page).click();
    await page.waitForFunction(() => globalThis.edition === "B");
    await page.locator("[data-notice=renewed]").waitFor();
    assert.match(await page.locator("#surface").inputValue(), /سطر كُتب قبل التحديث/);
    assert.ok(await page.locator("#surface").isVisible(), "the text is edited on");
    assert.equal(await banner(page).count(), 0);

    await readSample(other); // the other window lives on, with its own files
    await openStudy(other);
    assert.equal(await edition(other), "A");
    assert.equal(await other.evaluate(() => globalThis.partEdition), undefined);
    assert.ok(first in await stored(page), "its files are kept while it is open");
    await other.close();
    await page.reload();
    await settled(page, 1);
    assert.equal(await edition(page), "B");
    assert.ok(!(first in await stored(page)), "and no longer");
  })
)));

test("without a draft the text outlives a renewal too, and nothing of it stays behind", () => served(({ url, folder }) => (
  visit(here, { url, draft: false }, async (page) => {
    await settled(page);
    await paste(page, { text: ARTICLE });
    await headline(page).waitFor();
    await renew(folder);
    await lookForUpdate(page);
    await reloadNow(page).click();
    await page.locator("[data-notice=renewed]").waitFor();
    assert.equal(await headline(page).textContent(), HEADLINE);
    await page.reload();
    await page.locator(".sample").first().waitFor();
    await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
    assert.equal(await page.locator("#surface").inputValue(), "");
  })
)));

test("where the text cannot be kept through a renewal the page stays", () => served(({ url, folder }) => (
  visit(here, { url }, async (page) => {
    await settled(page);
    await paste(page, { text: ARTICLE });
    await headline(page).waitFor();
    await renew(folder);
    await lookForUpdate(page);
    await page.evaluate(() => { IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }; });
    await reloadNow(page).click();
    await page.getByText("لم يسمح المتصفح بحفظ نصك أثناء التحديث").first().waitFor();
    assert.equal(await headline(page).textContent(), HEADLINE);
    assert.equal(await edition(page), "A");
  })
)));

for (const [what, spoil] of /** @type {const} */ ([
  ["lacks a file", (folder, name) => rm(join(folder, "assets", name))],
  ["has a file with other bytes", (folder, name) => writeFile(join(folder, "assets", name), "spoiled")],
])) {
  test(`a version that ${what} is not put in place, and the old one stays whole`, () => served(({ url, folder, close }) => (
    visit(here, { url }, async (page) => {
      await settled(page);
      const before = await stored(page);
      await renew(folder);
      await spoil(folder, "main-bbbbbbbbbb.js");
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const over = new Promise((done) => {
          registration.addEventListener("updatefound", () => {
            const { installing } = registration;
            installing.addEventListener("statechange", () => installing.state === "redundant" && done());
          });
        });
        await registration.update();
        await over;
      });
      assert.deepEqual(await stored(page), before);
      assert.equal(await banner(page).count(), 0);
      await close();
      await page.reload();
      await readSample(page);
      assert.equal(await edition(page), "A");
    })
  )));
}

/** What a browser may deny, each in its way. @type {Record<string, () => void>} */
const DENIED = {
  "service workers missing": () => { Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }); },
  "service workers that throw": () => {
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get() { throw new DOMException("denied", "SecurityError"); } });
  },
  "a registration refused": () => { ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("denied", "SecurityError")); },
  "caches that throw": () => { Object.defineProperty(globalThis, "caches", { get() { throw new DOMException("denied", "SecurityError"); } }); },
  "a database that throws": () => { Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("denied", "SecurityError"); } }); },
  "a database that fails to open": () => {
    IDBFactory.prototype.open = () => {
      const request = /** @type {any} */ ({ error: new DOMException("denied", "InvalidStateError") });
      queueMicrotask(() => request.onerror?.({ target: request }));
      return request;
    };
  },
  "local storage that throws": () => { Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } }); },
  "everything denied": () => {
    for (const name of ["indexedDB", "localStorage", "sessionStorage", "caches"]) {
      Object.defineProperty(globalThis, name, { get() { throw new DOMException("denied", "SecurityError"); } });
    }
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get() { throw new DOMException("denied", "SecurityError"); } });
  },
};
for (const [what, init] of Object.entries(DENIED)) {
  test(`the page works with ${what}`, () => visit(here, { init, draft: true }, async (page) => {
    await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
    await readSample(page);
    await openCard(page, "للباحثين");
    await page.keyboard.press("Escape");
    await page.getByText("الإعدادات").click();
    await page.getByLabel("داكن").check();
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await page.locator("#tab-writing").click();
    await page.locator("#writing-title").waitFor();
  }));
}

test("the single file has no service worker and no manifest", () => visit(here, { url: SINGLE_FILE }, async (page, log) => {
  await readSample(page);
  assert.equal(await page.locator("link[rel=manifest]").count(), 0);
  assert.doesNotMatch(await readFile(fileURLToPath(SINGLE_FILE), "utf8"), /service-worker/);
  assert.deepEqual(log.requests.filter((url) => !/^(data|blob):/.test(url)), [SINGLE_FILE]);
}));
