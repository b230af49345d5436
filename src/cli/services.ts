import type { AuditBundles } from '#application/ports/audit-bundles';
import type { ClaimsBatch } from '#application/ports/claims-batch';
import type { CsvReader, TextSource } from '#application/ports/csv-reader';
import type { HeldOutput } from '#application/ports/held-output';
import type { LedgerProof } from '#application/ports/ledger-proof';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import type { NoticeFiles } from '#application/ports/notice-files';
import type { PanelSource } from '#application/ports/panel-source';
import type { Passwords } from '#application/ports/passwords';
import type { StatementFileReader } from '#application/ports/statement-file-reader';
import type { StatementFiles } from '#application/ports/statement-files';
import type { PackLoading } from '#application/packs/load-pack-with-parents';
import type { Stores } from '#application/ports/stores';
import type { PackSource } from '#application/ports/pack-source';
import type { ExitStatus } from '#cli/outcome';
import type { Bilingual } from '#kernel/bilingual';
import type { Decision } from '#kernel/decision';

/** Where the program writes. */
interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Where a command writes: results to `out`, progress, notes and problems to `err`, in the language that was chosen. */
export interface Terminal extends Streams {
  readonly language: Language;
}

/** The program's database while it is open. */
export interface OpenedStore extends Stores {
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

/** What commands need from outside: what the composition root wires, and what the command line chose for all of them. */
export interface CliServices extends ProgramServices {
  readonly terminal: Terminal;
}

/** Runs a command with the services and gives its status to whoever ran the command line. */
export type RunCommand = (command: (services: CliServices) => Promise<ExitStatus>) => Promise<void>;

/** In which tables and messages are written; JSON has its own words. */
export type Language = keyof Bilingual;

/** What the composition root wires. */
export interface ProgramServices extends PackLoading {
  readonly terminal: Streams;
  readonly version: string;
  /** The text of a file, or of standard input for "-"; undefined where there is no such file. */
  readonly readText: (path: string) => Promise<string | undefined>;
  /** The text of a file, or of standard input for "-", as it comes; undefined where there is no such file. */
  readonly readPieces: (path: string) => Promise<AsyncIterable<string> | undefined>;
  /** Keeps back what would go to `terminal.out`. */
  readonly holdOutput: () => HeldOutput;
  /** A data file of the project by its name below data/, such as `disclosures/local-fund-disclosures.csv`. */
  readonly readData: (name: string) => Promise<TextSource | undefined>;
  /** A file of the project's reference by its name below docs/reference/. */
  readonly readReference: (name: string) => Promise<TextSource | undefined>;
  /** Makes a new folder with files (path inside it → text); false where something of that name is there. */
  readonly writeFiles: (folder: string, files: ReadonlyMap<string, string>) => Promise<boolean>;
  /** Makes a file; false where one is there already, which is kept. */
  readonly writeBytes: (path: string, bytes: Uint8Array) => Promise<boolean>;
  readonly noticeFiles: NoticeFiles;
  readonly statementFiles: StatementFiles;
  /** The folder that `source` reads. */
  readonly packsFolder: string;
  /** Packs of another folder, above those of the checkout; undefined where there is no such folder. */
  readonly packsIn: (folder: string) => Promise<PackSource | undefined>;
  readonly readCsv: CsvReader;
  readonly readStatementFile: StatementFileReader;
  /** The bytes of a file; undefined where there is no such file. */
  readonly readBytes: (path: string) => Promise<Uint8Array | undefined>;
  readonly panels: PanelSource;
  /** Years of claims in column files. */
  readonly claims: ClaimsBatch;
  readonly passwords: Passwords;
  readonly bundles: AuditBundles;
  /** The keys of the ledger's chain: of this file, else of the environment or the program's own. */
  readonly ledgerSeals: (keyFile?: string) => Promise<Decision<LedgerSeals>>;
  /** Where they are looked for if no file is named: the environment's variable, or the program's own file. */
  readonly ledgerKeyAt: string;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Opens the database: the one at DATABASE_URL, else the embedded one. */
  readonly openStore: () => Promise<Decision<OpenedStore>>;
  /** 256 random bits as text. */
  readonly randomToken: () => string;
  /** With each of the set-up tokens the server lets its holder make one administrator. */
  readonly serve: (
    store: OpenedStore,
    port: number,
    source: PackSource,
    setUpTokens?: readonly string[],
  ) => Promise<Decision<RunningServer>>;
  /** Fulfilled when the user asks the program to stop. */
  readonly stopRequested: () => Promise<void>;
}
