/** The hashes that prove the ledger, with the chain's keys where they are at hand. */
export interface LedgerSeals {
  /** SHA-256 of a text's UTF-8 bytes as 64 hex digits. */
  readonly sha256Hex: (text: string) => string;
  /** A SHA-256 over bytes that come one after the other. */
  readonly beginDigest: () => RunningDigest;
  /** The id of the key that seals; undefined where there is no key at all. */
  readonly currentKey: string | undefined;
  /** The keyed MAC of a block's text in hex; undefined where the key of that id is not at hand. */
  readonly mac: (keyId: string, text: string) => string | undefined;
}

export interface RunningDigest {
  add(bytes: Uint8Array): void;
  /** Adds the 32 bytes of a text's own SHA-256. */
  addHashOf(text: string): void;
  /** Ends the digest and returns its 64 hex digits. */
  hex(): string;
}
