/** Enough digits to tell one file from another by eye; the whole hash stands with the record. */
const SHOWN = 12;

/** A text with each SHA-256 in it cut to its first digits, which would otherwise fill lines of a table. */
export function shortHashes(text: string): string {
  return text.replaceAll(/\b[0-9a-f]{64}\b/g, (hash) => `${hash.slice(0, SHOWN)}…`);
}
