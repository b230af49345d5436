import type { ClaimsBatch } from '#application/ports/claims-batch';
import type { CsvReader, TextSource } from '#application/ports/csv-reader';
import type { IdentityStore } from '#application/ports/identity-store';
import type { LedgerProof } from '#application/ports/ledger-proof';
import type { LedgerStore } from '#application/ports/ledger-store';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PanelSource } from '#application/ports/panel-source';
import type { Passwords } from '#application/ports/passwords';
import type { RunStore } from '#application/ports/run-store';
import type { ScenarioStore } from '#application/ports/scenario-store';
import type { PackLoading } from '#application/packs/load-pack-with-parents';
import type { PackSource } from '#application/ports/pack-source';
import type { Bilingual } from '#kernel/bilingual';
import type { Decision } from '#kernel/decision';

/** Where a command writes: results to `out`, progress, notes and problems to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The program's database while it is open. */
export interface OpenedStore {
  readonly runStore: RunStore;
  readonly scenarioStore: ScenarioStore;
  readonly packLifeStore: PackLifeStore;
  readonly identityStore: IdentityStore;
  readonly ledgerStore: LedgerStore;
  readonly ledgerProof: LedgerProof;
  readonly where: Bilingual;
  /** Fulfilled when the database ends by itself. */
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

/** The running console and API. */
export interface RunningServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** What commands need from outside; the composition root wires it. */
export interface CliServices extends PackLoading {
  readonly terminal: Terminal;
  readonly version: string;
  /** The text of a file, or of standard input for "-"; undefined where there is no such file. */
  readonly readText: (path: string) => Promise<string | undefined>;
  /** A data file of the project by its name below data/, such as `disclosures/local-fund-disclosures.csv`. */
  readonly readData: (name: string) => Promise<TextSource | undefined>;
  /** A file of the project's reference by its name below docs/reference/. */
  readonly readReference: (name: string) => Promise<TextSource | undefined>;
  /** Makes a new folder with files (path inside it → text); false where something of that name is there. */
  readonly writeFiles: (folder: string, files: ReadonlyMap<string, string>) => Promise<boolean>;
  /** The folder that `source` reads. */
  readonly packsFolder: string;
  /** Packs of another folder, above those of the checkout; undefined where there is no such folder. */
  readonly packsIn: (folder: string) => Promise<PackSource | undefined>;
  readonly readCsv: CsvReader;
  readonly panels: PanelSource;
  /** Years of claims in column files. */
  readonly claims: ClaimsBatch;
  readonly passwords: Passwords;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Opens the database: the one at DATABASE_URL, else the embedded one. */
  readonly openStore: () => Promise<Decision<OpenedStore>>;
  /** 256 random bits as text. */
  readonly randomToken: () => string;
  /** With a set-up token the server lets its holder make one administrator. */
  readonly serve: (
    store: OpenedStore,
    port: number,
    source: PackSource,
    setUpToken?: string,
  ) => Promise<Decision<RunningServer>>;
  /** Fulfilled when the user asks the program to stop. */
  readonly stopRequested: () => Promise<void>;
}
