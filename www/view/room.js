/**
 * The notice that the browser had no room for the draft: it stands until there is
 * room again, whatever text comes to the front meanwhile, and its way out is to have the text as a file.
 *
 * @import { Notice } from "./chrome.js"
 */

import { saveText } from "./saving.js";

const NO_ROOM = "draft-full";

/** @param {Notice} notice */
const isOfRoom = ({ id }) => id === NO_ROOM;

/**
 * @param {Notice[]} notices
 * @param {string | null} unkept  the text there was no room for
 * @returns {Notice[]}
 */
export const withRoom = (notices, unkept) => [...notices.filter((notice) => !isOfRoom(notice)), ...unkept === null ? [] : [{
  id: NO_ROOM, key: "draftFull", action: { key: "download", run: () => saveText(unkept) },
}]];

/**
 * The notices of a text that comes to the front.
 * @param {Notice[]} notices
 * @param {Notice[]} before  those that stood there
 */
export const withRoomAsBefore = (notices, before) => [...withRoom(notices, null), ...before.filter(isOfRoom)];
