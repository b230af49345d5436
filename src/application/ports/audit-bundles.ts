import type { LedgerRows } from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import type { ChainHead } from '#application/ports/ledger-verifier';
import type { PackArtefact, StoredRun } from '#application/ports/run-store';
import type { Decision } from '#kernel/decision';

/** What a bundle says of itself. */
export interface BundleFacts {
  /** The program's version, and the engine's that reckons runs. */
  readonly version: string;
  readonly engineVersion: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly head: ChainHead | null;
}

/** What an approved year decided for one pool, and which events of the ledger that became. Amounts in yuan. */
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

/** How much of what there is a bundle leaves out: sealed rows given by hash alone, and runs. */
export interface Withheld {
  readonly rows: number;
  readonly runs: number;
}

/** What an auditor needs to prove a ledger and its runs without the program's database. */
export interface BundleContent {
  readonly rows: LedgerRows;
  readonly runs: () => AsyncIterable<readonly StoredRun[]>;
  readonly withheldRuns: number;
  /** What years decided for the pools of a part; none in a bundle of the whole, which has their runs. */
  readonly shares: () => Promise<readonly YearShare[]>;
  /** Pack versions that runs cite, beside those of the ledger. */
  readonly runArtefacts: () => Promise<readonly PackArtefact[]>;
  readonly facts: BundleFacts;
}

/** A file of a bundle, by the manifest or as it lies there. */
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

/** A bundle ready to be sent: as many bytes as `size`, and the SHA-256 of them all. */
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
  /** Refuses to write over a file that is there. With a key the manifest is sealed with it. */
  write(file: string, content: BundleContent, seals: LedgerSeals): Promise<Decision<BundleSummary>>;
  /** Writes a bundle that is read once and then gone; nothing of it stays in memory. */
  spool(content: BundleContent, seals: LedgerSeals): Promise<Decision<SpooledBundle>>;
  /** Opens a bundle for the time of `use`; what cannot be read as one is refused. */
  open<T>(file: string, use: (bundle: OpenedBundle) => Promise<T>): Promise<Decision<T>>;
}

/** What the MAC of a manifest is made over. */
export function manifestSealText(sha256: string): string {
  return `tongchou audit bundle|${sha256}`;
}
