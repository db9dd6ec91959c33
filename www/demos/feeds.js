/** Two lists of articles compared: the names that both have, spelled alike or nearly so, and the statements of each by speaker. */

import { sharedEngine } from "../mubin.js";

const KINDS = { person: "شخص", place: "مكان", organisation: "مؤسسة", other: "اسم" };
const made = (tag, properties, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

/** The paragraphs of a feed as one text, each in a line of its own. */
const textOf = (feed) => [...feed.querySelectorAll("h3, p")].map((part) => part.textContent.trim().replace(/\s+/g, " ")).join("\n\n");

function speakerOf({ entities, text }, { speaker }) {
  if (!speaker) return "لم يُسمَّ القائل";
  return speaker.entity === null ? text.slice(speaker.start, speaker.end) : entities[speaker.entity].name;
}

function statementsView(result, title) {
  const bySpeaker = Map.groupBy(result.statements, (statement) => speakerOf(result, statement));
  return made("section", {}, made("h3", { textContent: title }), made("dl", { className: "said" }, ...[...bySpeaker].flatMap(([speaker, said]) => [
    made("dt", { textContent: speaker }),
    ...said.map(({ cue, content }) => made("dd", {}, made("span", { className: "cue", textContent: `${result.text.slice(cue.start, cue.end).replace(/:$/, "")}: ` }),
      result.text.slice(content.start, content.end))),
  ])));
}

async function compare() {
  const state = document.querySelector("#state");
  try {
    const engine = await sharedEngine();
    const feeds = [...document.querySelectorAll(".feed")];
    const results = [];
    for (const feed of feeds) results.push(await engine.analyze(textOf(feed)));
    const [first, second] = await Promise.all(results.map(async ({ entities }) => {
      const keys = await engine.fold(entities.map(({ name }) => name));
      return new Map(entities.map((entity, i) => [`${entity.type} ${keys[i]}`, entity]));
    }));
    const shared = [...first].filter(([key]) => second.has(key)).map(([, entity]) => entity);
    document.querySelector("#names").replaceChildren(...shared.map(({ name, type }) => (
      made("li", {}, `${name} `, made("span", { className: "kind", textContent: KINDS[type] })))));
    document.querySelector("#statements").replaceChildren(...results.map((result, i) => statementsView(result, feeds[i].querySelector("h2").textContent)));
    state.hidden = true;
  } catch {
    state.replaceChildren("تعذّرت قراءة النشرتين. ", made("span", { className: "also", lang: "en", dir: "ltr", textContent: "They could not be read." }));
  }
}

compare();
