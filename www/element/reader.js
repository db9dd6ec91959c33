/** Word cards and layers over an article of the host's page. */

import { sharedEngine } from "./engine.js";
import { ArticleText } from "./text.js";

/**
 * Reads an existing article of the page.
 *
 * @tag mubin-reader
 * @tagname mubin-reader
 * @attr {string} for - selector of the article
 * @fires {CustomEvent} mubin-result - the article was read
 */
export class MubinReader extends HTMLElement {
  async connectedCallback() {
    const article = document.querySelector(this.getAttribute("for") ?? "");
    if (!article) return;
    const { text, roles } = new ArticleText(article);
    const result = await (await sharedEngine(this.getAttribute("assets"))).analyze(text, { roles });
    this.dispatchEvent(new CustomEvent("mubin-result", { bubbles: true, composed: true, detail: { result } }));
  }
}
