/** The samples that are fetched when they are asked for; the news article, which most try first, lies in the page's own script. */

export { default as classical } from "../samples/classical.txt";
export { default as social } from "../samples/social.txt";
