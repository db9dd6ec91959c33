import { fileURLToPath } from "node:url";

export default {
  mode: "production",
  context: fileURLToPath(new URL("./", import.meta.url)),
  entry: "./main.js",
  output: { path: fileURLToPath(new URL("./dist/", import.meta.url)), filename: "main.js", publicPath: "auto" },
  performance: { hints: false }, // the language packs are larger than what it warns of
};
