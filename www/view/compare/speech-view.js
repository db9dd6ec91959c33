/**
 * Statements side by side: those with largely the same content, and what each text has
 * a speaker of both say. That they stand beside one another claims nothing about them.
 *
 * @import { Result, Statement } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Comparison } from "./comparison.js"
 * @import { On, Own, Which } from "./index.js"
 */

import { html, nothing } from "lit-html";
import { isMissing, textAt } from "../layers.js";
import { speakerOf } from "../speaker.js";
import { arabic, itemButton, listView, quoteView, sideName } from "./items.js";
import { LEAST_OVERLAP } from "./speech.js";

/**
 * @param {Comparison} comparison
 * @param {Own} own
 * @param {Translator} t
 * @param {On} on
 */
export function speechView({ left, right, speech }, own, t, on) {
  if (isMissing(left, "statements") || isMissing(right, "statements")) return html`<p class="remark absent">${t.text("empty.missing.statements")}</p>`;
  const { speakers, contents } = speech;
  const results = { left, right };
  return html`
    <p class="quiet">${t.text("compare.speech.about")}</p>
    <section class="cmp-part" aria-labelledby="cmp-contents">
      <h3 id="cmp-contents">${t.text("compare.speech.contents")}</h3>
      <p class="quiet">${t.text("compare.speech.contentsAbout", { share: t.percent(LEAST_OVERLAP) })}</p>
      ${contents.length === 0 ? html`<p class="cmp-none">${t.text("compare.speech.noContents")}</p>` : listView("contents", contents, (pair) => {
        const item = { id: `content:${pair.left.start}`, label: t.text("compare.speech.same"), left: [pair.left], right: [pair.right] };
        return html`<div class="cmp-two">${saidView(results, "left", pair.left, own, t, on, item)}${saidView(results, "right", pair.right, own, t, on, item)}</div>
          <p class="meta"><span>${t.text("compare.speech.overlap", { share: t.percent(Math.round(pair.overlap * 100) / 100) })}</span></p>`;
      }, { own, on, t, look: "cmp-list", page: 20 })}
    </section>
    <section class="cmp-part" aria-labelledby="cmp-speakers">
      <h3 id="cmp-speakers">${t.text("compare.speech.speakers")}</h3>
      ${speakers.length === 0 ? html`<p class="cmp-none">${t.text("compare.speech.noSpeakers")}</p>` : listView("speakers", speakers, (speaker) => html`
        <section class="cmp-speaker"><h4>${arabic(speaker.name)}</h4>
          <div class="cmp-two">${/** @type {const} */ (["left", "right"]).map((which) => html`<div>
            <p class="cmp-of quiet"><bdi>${sideName(own, which, t)}</bdi></p>
            ${listView(`said ${which} ${speaker.name}`, speaker[which], (statement) => saidView(results, which, statement, own, t, on), { own, on, t, look: "cmp-said", page: 10 })}</div>`)}</div>
        </section>`, { own, on, t, page: 20 })}
    </section>`;
}

/**
 * @param {Record<Which, Result>} results
 * @param {Which} which
 * @param {Statement} statement
 * @param {Own} own
 * @param {Translator} t
 * @param {On} on
 * @param {import("./index.js").Item} [pair]  what it belongs to
 */
function saidView(results, which, statement, own, t, on, pair) {
  const result = results[which];
  const { name } = speakerOf(result, statement);
  const words = textAt(result, statement.content);
  const item = pair ?? {
    id: `said:${which}:${statement.start}`, label: name ?? t.text("said.unknown"), left: which === "left" ? [statement] : [], right: which === "right" ? [statement] : [],
  };
  return html`<div class="cmp-statement">
    ${itemButton(item, own, on, quoteView(statement.form === "direct" ? `«${words}»` : words), "cmp-wide")}
    <p class="meta"><b class="stance">${t.text(`said.stances.${statement.cue.stance}`)}</b>
      ${pair ? html`<span>${name ? arabic(name) : t.text("said.unknown")}</span><span class="cmp-of"><bdi>${sideName(own, which, t)}</bdi></span>` : nothing}
      <span>${t.text(`said.forms.${statement.form}`)}</span></p>
  </div>`;
}
