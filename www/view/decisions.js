/**
 * What the reader says of a part of the page: it is text, or it is furniture.
 * Pure functions from a verdict to the roles the engine is given. Taking a verdict
 * back gives the part the role it had of itself, so that a headline once called
 * furniture comes back as a headline and not as one more paragraph.
 *
 * @import { Block, DecidedRole, Role, Span } from "../engine/types.js"
 */

import { isContent } from "./outline.js";

/** @typedef {"text" | "furniture"} Verdict */

/** What a line is called before it was read. */
const UNREAD = { role: /** @type {Role} */ ("body") };

/**
 * @param {DecidedRole[]} decisions  so far; the later holds
 * @param {Block[]} automatic  the blocks as the engine alone divides the text
 * @param {Span} part
 * @param {Verdict} verdict
 * @returns {DecidedRole[]}
 */
export function decided(decisions, automatic, { start, end }, verdict) {
  const others = decisions.filter((decision) => decision.start < start || decision.end > end);
  const role = roleFor(automatic.filter((block) => block.start < end && block.end > start), verdict);
  return [...others, { start, end, role }];
}

/**
 * @param {Block[]} blocks  those the part covers
 * @param {Verdict} verdict
 * @returns {Role}
 */
function roleFor(blocks, verdict) {
  const [{ role } = UNREAD] = blocks;
  const unanimous = blocks.every((block) => block.role === role);
  if (unanimous && isContent(role) === (verdict === "text")) return role;
  return verdict === "text" ? "body" : "other";
}
