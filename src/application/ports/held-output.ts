/** Text that is kept back until it is known that all of it may be given out. */
export interface HeldOutput {
  readonly add: (text: string) => Promise<void>;
  /** Gives out all that was added, in order. */
  readonly release: () => Promise<void>;
  readonly drop: () => Promise<void>;
}
