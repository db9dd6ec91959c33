const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * What would turn the order of the letters round is named by its code instead: a name or a sentence reads as it is written,
 * and what stands beside it stays where it is.
 * @param {string} text
 */
export const unturned = (text) => text.replace(TURNING, (control) => `[U+${control.charCodeAt(0).toString(16).toUpperCase()}]`);
