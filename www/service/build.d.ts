/** What the bundler fills in: the version, and its files with the hashes they must have. */
declare const __VERSION__: string;
declare const __FIRST__: Record<string, string>;
declare const __REST__: Record<string, string>;
