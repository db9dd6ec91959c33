/**
 * The page's side of the service worker: registered when a first result could be
 * there and the page is idle, and asked for nothing before. A newer version is
 * announced and put in place only on request, after the text in front is handed to
 * the page that comes; it never is by itself. Where service workers or storage are
 * denied the page works as it does without.
 *
 * @import { Store } from "./state.js"
 * @import { Translator } from "../i18n/index.js"
 */

import { html, nothing } from "lit-html";
import { workerURL } from "../engine/trusted.js";
import { cross } from "./focus.js";

/** `unkept`: the text could not be handed over, so that the page stays. @typedef {"ready" | "unkept" | null} Renewal */

/** @param {() => void} work */
const whenIdle = (work) => (typeof requestIdleCallback === "function" ? requestIdleCallback(work, { timeout: 5000 }) : setTimeout(work, 1000));

/**
 * @param {URL} address  of the service worker
 * @param {Store} store
 * @param {() => Promise<boolean>} keepText  whether it is safe
 * @returns {() => Promise<void>} puts the newer version in place
 */
export function watchService(address, { state, set }, keepText) {
  /** @type {ServiceWorkerRegistration | undefined} */
  let registration;

  const tell = () => {
    if (registration?.waiting && registration.active) set({ renewal: "ready", said: state.t.text("renewal.ready") });
  };

  async function register() {
    try {
      const made = await navigator.serviceWorker.register(workerURL(address));
      registration = made;
      tell();
      made.addEventListener("updatefound", () => {
        const { installing } = made;
        installing?.addEventListener("statechange", () => installing.state === "installed" && tell());
      });
      (await navigator.serviceWorker.ready).active?.postMessage("settled");
    } catch {
      // Denied, or no server is there to ask: the page is whole without.
    }
  }

  whenIdle(register);

  return async () => {
    if (!(await keepText())) return set({ renewal: "unkept", said: state.t.text("renewal.unkept") });
    const waiting = registration?.waiting;
    if (!waiting) return location.reload(); // another window has put it in place
    waiting.addEventListener("statechange", () => ["activated", "redundant"].includes(waiting.state) && location.reload());
    waiting.postMessage("take over");
  };
}

/**
 * @param {Renewal} renewal
 * @param {Translator} t
 * @param {{ renew: () => void, later: () => void }} on
 */
export function renewalView(renewal, t, { renew, later }) {
  if (renewal === null) return nothing;
  return html`<section class="renewal" aria-label=${t.text("renewal.label")}>
    <p>${t.text(`renewal.${renewal}`)}</p>
    <p class="banner-actions">
      ${renewal === "ready" ? html`<button type="button" class="strong" @click=${renew}>${t.text("renewal.now")}</button>` : nothing}
      <button type="button" class="icon" aria-label=${t.text("notice.close")} @click=${later}>${cross}</button>
    </p>
  </section>`;
}
