/** What a scanner says of a file; `unavailable` says nothing about the file: ask again later. */
export type ScanVerdict =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected'; readonly found: string }
  | { readonly verdict: 'unavailable'; readonly why: string };

/** A virus scanner. It never throws: whatever goes wrong is `unavailable`. */
export interface ScannerPort {
  scan(content: Buffer): Promise<ScanVerdict>;
}
