/** What the bundler fills in: the names of the language packs and faces beside the script. */
declare const __LEXICON__: string;
declare const __FREQUENCY__: string;
declare const __MODELS__: string;
declare const __NAMES__: string;
declare const __PLACES__: string;
declare const __GLOSSES__: string;
declare const __FACE__: string;
declare const __FACE_BOLD__: string;
/** The groups of the catalogs that the elements speak with, picked when they are bundled. */
declare module "mubin:messages/ar" {
  const messages: object;
  export default messages;
}
declare module "mubin:messages/en" {
  const messages: object;
  export default messages;
}
declare const __FACE_LATIN__: string;
declare const __FACE_LATIN_BOLD__: string;
