/**
 * A browser as a process of its own with a profile on disk, so that a test can end it as a machine without power would: no page hears of it
 * and nothing is put away. What it kept is there for the next one that starts with the same profile.
 */

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { FLAGS, record } from "./harness.js";

/** @param {(profile: string) => Promise<void>} scenario */
export async function withProfile(scenario) {
  const profile = await mkdtemp(join(tmpdir(), "mubin-profile-"));
  try {
    await scenario(profile);
  } finally {
    await rm(profile, { recursive: true, maxRetries: 20, retryDelay: 100 }).catch(() => {}); // the last of the killed may still write
  }
}

/**
 * @param {string} profile
 * @returns {Promise<{ open: (url: string, init?: () => void) => Promise<any>, logs: import("./harness.js").Log[], kill: () => Promise<void> }>}
 */
export async function startBrowser(profile) {
  const child = spawn(process.env.CHROMIUM ?? "/usr/bin/chromium", [
    "--headless=new", ...FLAGS, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--hide-crash-restore-bubble", "about:blank",
  ], { stdio: ["ignore", "ignore", "pipe"] });
  const gone = new Promise((done) => child.once("exit", done));
  const address = await new Promise((done, fail) => {
    let said = "";
    child.stderr.on("data", (piece) => {
      said += piece;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) done(found[1]);
    });
    gone.then(() => fail(new Error(`the browser did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  context.setDefaultTimeout(60_000);
  /** @type {import("./harness.js").Log[]} */
  const logs = [];
  return {
    logs,
    async open(url, init) {
      const page = await context.newPage();
      logs.push(record(page));
      if (init) await page.addInitScript(init);
      await page.goto(url);
      return page;
    },
    /** Without a word to it. */
    async kill() {
      child.kill("SIGKILL");
      await gone;
      await browser.close().catch(() => {});
    },
  };
}
