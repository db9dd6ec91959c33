/** An article of others with a reader for it, and its parts. */

export const ARTICLE = `
<h1>مكتبة الميناء تعود إلى قرائها</h1>
<p>قالت مديرة المكتبة <b>هالة</b> بن منصور، في
   مدينة صفاقس، إن <em>المكت</em>بة القديمة <a id="link" href="#there">ستفتح أبوابها</a> يوم الاثنين 14 أبريل 2025.</p>
<p>وأضافت هالة بن منصور:<br>«لن نضيف إلى المبنى شيئا». <button id="button" type="button">مشاركة المقال</button>
  <span hidden>نص مخفي</span><span data-mubin-skip>إعلان مدفوع</span><span class="sr-only">يفتح في نافذة أخرى</span></p>
<details><summary>ملاحظة</summary><p>نص مطوي</p></details>
<script type="application/json">{"نص": "ليس من المقال"}</script>
<ul><li>قاعة المطالعة</li><li>قسم الأطفال</li></ul>`;

/** @param {any} page */
export const bar = (page) => page.locator("mubin-reader").first();

/** The word on the card. @param {any} page */
export const word = (page) => page.locator("mubin-reader h2");
