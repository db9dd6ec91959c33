/** The same from one script: no file is read beside it. */

import { createAnalyzer } from "mubin/inline";

const mubin = await createAnalyzer();
await mubin.glosses();
const { tokens } = await mubin.analyze("وصل الكتاب.");
console.log(JSON.stringify({ where: mubin.where, gloss: tokens.at(1).analysis.gloss }));
mubin.dispose();
