/**
 * The page looks as it did: every picture against its reference in tests/e2e/looks.
 * Letters are drawn a little otherwise by every version of the browser, so another one
 * than the references were made with is no ground to fail, and is said aloud.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { stage } from "./harness.js";
import { compare } from "./looks/compare.js";
import { PICTURES, take } from "./looks/pictures.js";
import { leave, madeWith, majorOf, referenceOf } from "./looks/run.js";

const here = stage();

for (const picture of PICTURES) {
  test(`${picture.name} looks as it did`, async (t) => {
    const [made, major] = [await madeWith(), majorOf(here.browser)];
    if (made !== major) {
      console.warn(`LOOKS ARE NOT COMPARED: the references are of Chromium ${made}, this is ${major}; ./build.sh looks renew makes them anew`);
      return t.skip(`Chromium ${major}, not ${made}`);
    }
    const expected = await referenceOf(picture.name);
    assert.ok(expected, `no reference yet; ./build.sh looks renew makes it`);
    const actual = await take(here, picture);
    const { same, why, difference } = compare(actual, expected);
    if (!same) assert.fail(`${why}: ${await leave(picture.name, actual, difference)} and its .difference.png; ./build.sh looks shows all, ./build.sh looks renew accepts`);
  });
}

test("the tolerance leaves nothing out that a reader would notice", async () => {
  const expected = await referenceOf("desk-ar-desktop");
  assert.ok(expected);
  assert.deepEqual(compare(expected, expected).same, true);
  /** @param {(image: PNG, drawn: PNG) => void} change */
  const changed = (change) => {
    const [image, drawn] = [PNG.sync.read(expected), PNG.sync.read(expected)];
    change(image, drawn);
    return compare(PNG.sync.write(drawn), expected).same;
  };
  assert.equal(changed((image, drawn) => PNG.bitblt(image, drawn, 1000, 580, 200, 200, 1001, 580)), false, "a paragraph moved by a pixel");
  assert.equal(changed((image, drawn) => {
    for (let x = 1212; x < 1302; x++) drawn.data.fill(200, (175 * image.width + x) * 4, (175 * image.width + x) * 4 + 3);
  }), false, "the edge of a button in another colour");
});
