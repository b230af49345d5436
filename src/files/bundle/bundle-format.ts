import type { BundleFacts, BundleFile, Withheld } from '#application/ports/audit-bundles';

/** Raised when an earlier program could not read a bundle as it is. */
export const BUNDLE_FORMAT = 4;
/** Before seals had salts: read as it is. */
export const UNSALTED_FORMAT = 3;

export const MANIFEST = 'manifest.json';
/** In the form of sha256sum, so that any machine can check it. */
export const MANIFEST_HASH = 'manifest.sha256';
/** The key's id and the MAC in hex. */
export const MANIFEST_MAC = 'manifest.mac';
export const RUNS = 'runs.ndjson';
/** What years decided for the pools of a part. */
export const SHARES = 'shares.ndjson';
/** Artefacts as they are stored, to the byte: their file's SHA-256 is the hash by which they are cited. */
export const PACKS = 'packs/';

/** The tables of the ledger, each a file of one JSON object a line, members in the order of their names. */
export const TABLES = {
  templates: 'ledger/templates.ndjson',
  moves: 'ledger/moves.ndjson',
  books: 'ledger/books.ndjson',
  months: 'ledger/months.ndjson',
  requests: 'ledger/requests.ndjson',
  approvals: 'ledger/approvals.ndjson',
  paymentRuns: 'ledger/payment-runs.ndjson',
  paymentLines: 'ledger/payment-lines.ndjson',
  paymentPostings: 'ledger/payment-postings.ndjson',
  paymentDecisions: 'ledger/payment-decisions.ndjson',
  paymentEnds: 'ledger/payment-ends.ndjson',
  events: 'ledger/events.ndjson',
  entries: 'ledger/entries.ndjson',
  blocks: 'ledger/blocks.ndjson',
  totals: 'ledger/totals.ndjson',
  withheld: 'ledger/withheld.ndjson',
} as const;

export type TableName = keyof typeof TABLES;

export interface Manifest extends BundleFacts {
  readonly format: number;
  readonly pools: readonly string[] | null;
  readonly withheld: Withheld;
  /** Hashes of the packs that the ledger cites; the others are of runs. */
  readonly ledgerPacks: readonly string[];
  /** Pack id by hash, as stored with runs. */
  readonly packIds: Readonly<Record<string, string>>;
  readonly files: readonly BundleFile[];
}
