import type { PackLoading } from '#application/packs/load-pack-with-parents';

/** Where a command writes: results to `out`, progress, notes and problems to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** What commands need from outside; the composition root wires it. */
export interface CliServices extends PackLoading {
  readonly terminal: Terminal;
  /** The text of a file, or of standard input for "-"; undefined where there is no such file. */
  readonly readText: (path: string) => Promise<string | undefined>;
  readonly version: string;
}
