/** A page that says who said what in one of its paragraphs. */

import { createAnalyzer, MubinError } from "mubin";

const given = document.querySelector("#text").textContent;
const found = document.querySelector("#found");

try {
  const mubin = await createAnalyzer();
  const { statements, tokens } = await mubin.analyze(given);
  const words = ({ start, end }) => given.slice(start, end);
  found.textContent = statements.map(({ speaker, content }) => `${words(speaker)}: ${words(content)}`).join("\n");
  found.dataset.where = mubin.where;
  found.dataset.packs = Object.values(mubin.packs).join(" ");
  found.dataset.root = tokens.at(0).analysis.root;
} catch (error) {
  found.textContent = error instanceof MubinError ? error.kind : String(error);
}
