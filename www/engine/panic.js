/**
 * What the console is told when the core panics: where it did. The hook in the binary
 * writes Rust's own report, and a message of Rust's may quote the text (a slice that
 * would cut a letter prints the whole of what it was to be cut from); so it is left out
 * on this side of the boundary, where that costs the binary nothing. The place in the
 * sources says which check it was.
 */

/**
 * @param {string} report  as the hook writes it: the place, a message, the stack
 * @returns {string} without the message
 */
export function withoutMessage(report) {
  const stack = report.lastIndexOf("\n\nStack:\n\n"); // what is quoted may look like one, and stands before it
  return `panicked at ${/^panicked at ([\w./\\@:+-]+:\d+):\n/.exec(report)?.[1] ?? "?"}${stack < 0 ? "" : report.slice(stack)}`;
}

/** Stands in the bindings for the console. */
export const quietConsole = { ...console, error: (/** @type {string} */ report) => console.error(withoutMessage(report)) };
