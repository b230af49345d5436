/** Text withheld until it is certain that all of it may be written out. */
export interface HeldOutput {
  readonly add: (text: string) => Promise<void>;
  /** Writes out everything added, in order. */
  readonly release: () => Promise<void>;
  readonly drop: () => Promise<void>;
}
