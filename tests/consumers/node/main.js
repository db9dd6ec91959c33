/** A program in Node: it reads what comes on standard input, and prints names and quotations as JSON. */

import { text } from "node:stream/consumers";
import { createAnalyzer } from "mubin";

const mubin = await createAnalyzer();
const result = await mubin.analyze(await text(process.stdin));
const words = (span) => span && result.text.slice(span.start, span.end);
console.log(JSON.stringify({
  where: mubin.where,
  entities: result.entities.map(({ type, name }) => ({ type, name })),
  statements: result.statements.map(({ speaker, content }) => ({ speaker: words(speaker), content: words(content) })),
}));
mubin.dispose();
