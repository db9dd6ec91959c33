/** What the bundler fills in: file names with their content's hash, and texts. */
declare const __WASM__: string;
declare const __WORKER__: string;
declare const __ATLAS__: string;
/** As JSON. */
declare const __LATER__: string;
declare const __PACKS__: Record<string, string>;
declare module "*.txt" {
  const text: string;
  export default text;
}
declare module "*.tsv" {
  const table: string;
  export default table;
}
declare module "*.css" {
  const styles: string;
  export default styles;
}
