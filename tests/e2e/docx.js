/** Word files made for a test, part by part. */

import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (/** @type {[string, string][]} */ list) => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
  list.map(([type, target], i) => `<Relationship Id="r${i}" Type="${R}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

/** @param {string} text @param {string} [properties] */
export const run = (text, properties = "") => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
/** @param {string} content @param {string} [properties] */
export const paragraph = (content, properties = "") => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
/** @param {string[][]} rows */
export const table = (rows) => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;
/** @param {string} root @param {string} content */
export const part = (root, content) => `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${content}</w:${root}>`;

/**
 * @param {string} body
 * @param {Record<string, string | Uint8Array>} [others]  parts beside it, or in its place
 * @returns {Uint8Array}
 */
export const docx = (body, others = {}) => zipSync(Object.fromEntries(Object.entries({
  "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  "_rels/.rels": relations([["officeDocument", "word/document.xml"]]),
  "word/_rels/document.xml.rels": relations([["footnotes", "footnotes.xml"], ["endnotes", "endnotes.xml"], ["comments", "comments.xml"]]),
  "word/document.xml": part("document", `<w:body>${body}</w:body>`),
  ...others,
}).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content])));
