/** Pictures written small, and compared with small tolerance. */

import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/**
 * Two renderings of one page differ by the smoothing of letters' edges, which pixelmatch tells and leaves out; what
 * remains of that lies scattered, a pixel here and there. What a reader would notice is dense: the least of it, a line one
 * pixel thin that is gone or of another colour, changes 24 pixels of some square as large as a target (24 by 24); letters
 * moved by one pixel change 70 and more. So two thirds of such a line is the limit, wherever it lies and however large the picture.
 */
const SQUARE = 24;
const MOST = 16;

/** @typedef {{ same: boolean, why: string, difference: Buffer | null }} Verdict */

/**
 * @param {Buffer} actual
 * @param {Buffer} expected
 * @returns {Verdict}
 */
export function compare(actual, expected) {
  const [a, b] = [PNG.sync.read(actual), PNG.sync.read(expected)];
  if (a.width !== b.width || a.height !== b.height) return { same: false, why: `${a.width} × ${a.height} instead of ${b.width} × ${b.height}`, difference: null };
  const drawn = new PNG({ width: a.width, height: a.height });
  const most = pixelmatch(a.data, b.data, drawn.data, a.width, a.height, { windowSize: SQUARE });
  return { same: most <= MOST, why: `${most} pixels of a square of ${SQUARE} by ${SQUARE} differ`, difference: PNG.sync.write(drawn) };
}

/**
 * Without transparency and by the better of two filters.
 * @param {Buffer} png
 * @returns {Buffer}
 */
export function packed(png) {
  const image = PNG.sync.read(png);
  const [one, other] = [0, 4].map((filterType) => PNG.sync.write(image, { colorType: 2, filterType, deflateLevel: 9, deflateStrategy: 0 }));
  return one.length < other.length ? one : other;
}
