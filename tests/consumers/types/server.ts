/** Without the types of the browser: a program in Node has those of Node alone. */

import { readFile } from "node:fs/promises";
import { createAnalyzer, type Entity } from "mubin";

const mubin = await createAnalyzer({ packs: { lexicon: () => readFile("lexicon.pack"), models: await readFile("models.pack") } });
const entities: Entity[] = (await mubin.analyze(await readFile("text.txt", "utf8"))).entities;
console.log(entities.map(({ name }) => name));
