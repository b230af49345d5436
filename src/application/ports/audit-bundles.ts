import type { LedgerRows } from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import type { ChainHead } from '#application/ports/ledger-verifier';
import type { PackArtefact, StoredRun } from '#application/ports/run-store';
import type { Decision } from '#kernel/decision';

/** The description of a bundle. */
export interface BundleFacts {
  /** The program's version, and the engine's that reckons runs. */
  readonly version: string;
  readonly engineVersion: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly head: ChainHead | null;
}

/** An approved year's decisions for one pool, with the ledger events they became; amounts in yuan. */
export interface YearShare {
  readonly yearId: string;
  readonly fund: string;
  readonly insuranceType: string;
  readonly year: number;
  readonly version: number;
  readonly pool: string;
  /** The run that reckoned the version, for all pools of the fund; its result is named by hash. */
  readonly run: string;
  readonly resultHash: string;
  readonly packHash: string;
  readonly engineVersion: string;
  readonly lines: readonly {
    readonly id: string;
    readonly amount: string;
    readonly clauses: readonly string[];
  }[];
  readonly postings: readonly {
    readonly line: string;
    readonly part: string;
    readonly version: number;
    readonly event: string;
    readonly amount: string;
  }[];
}

/** The extent of what a bundle leaves out: sealed rows given by hash only, and runs. */
export interface Withheld {
  readonly rows: number;
  readonly runs: number;
}

/** The data by which an auditor proves a ledger and its runs without the program's database. */
export interface BundleContent {
  readonly rows: LedgerRows;
  readonly runs: () => AsyncIterable<readonly StoredRun[]>;
  readonly withheldRuns: number;
  /** Decisions of years for the pools of a partial bundle; empty in a whole bundle, which has their runs. */
  readonly shares: () => Promise<readonly YearShare[]>;
  /** Pack versions that runs cite, beside those of the ledger. */
  readonly runArtefacts: () => Promise<readonly PackArtefact[]>;
  readonly facts: BundleFacts;
}

/** A file of a bundle, as in the manifest or as found. */
export interface BundleFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface BundleSummary {
  readonly files: readonly BundleFile[];
  /** SHA-256 of the bundle itself, to be kept elsewhere. */
  readonly sha256: string;
}

/** A bundle ready to be sent, with its size in bytes and SHA-256. */
export interface SpooledBundle {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly size: number;
  readonly sha256: string;
}

export interface OpenedBundle extends Omit<BundleContent, 'withheldRuns'> {
  readonly listed: readonly BundleFile[];
  readonly found: readonly BundleFile[];
  /** The manifest's text, its SHA-256 as the bundle gives it, and its MAC where it was made with a key. */
  readonly manifest: {
    readonly text: string;
    readonly sha256: string;
    readonly mac: ManifestMac | null;
    readonly withheld: Withheld;
  };
}

export interface ManifestMac {
  readonly keyId: string;
  readonly mac: string;
}

/** Bundles as files. */
export interface AuditBundles {
  /** Writes a bundle; refuses to overwrite a file. With a key the manifest is sealed. */
  write(file: string, content: BundleContent, seals: LedgerSeals): Promise<Decision<BundleSummary>>;
  /** Writes a bundle that is read once and then gone; nothing of it stays in memory. */
  spool(content: BundleContent, seals: LedgerSeals): Promise<Decision<SpooledBundle>>;
  /** Opens a bundle while `use` runs; refuses what cannot be read as one. */
  open<T>(file: string, use: (bundle: OpenedBundle) => Promise<T>): Promise<Decision<T>>;
}

/** Writes the text over which a manifest's MAC is made. */
export function manifestSealText(sha256: string): string {
  return `tongchou audit bundle|${sha256}`;
}
