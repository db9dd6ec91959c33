/** An article whose words are explained, and a program beside it that uses the same engine. */

import { createAnalyzer } from "mubin";
import { sharedEngine } from "mubin/element";

const found = document.querySelector("#found");

document.addEventListener("mubin-result", async ({ detail }) => {
  found.dataset.shared = await sharedEngine() === await createAnalyzer();
  found.textContent = detail.result.entities.map(({ name }) => name).join("، ");
});
document.addEventListener("mubin-error", ({ detail }) => { found.textContent = `${detail.kind}: ${detail.message}`; });
