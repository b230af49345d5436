import type { Bilingual } from '#kernel/bilingual';
import { refusalLine } from '#kernel/decision';

/**
 * An expected failure of storage that a person can put right: it carries a refusal in both languages. Whoever
 * starts the program catches it and prints the refusal; any other error is a defect.
 */
export class StorageError<Code extends string = string> extends Error {
  override readonly name: string = 'StorageError';
  readonly refusal: StorageRefusal<Code>;

  constructor(refusal: StorageRefusal<Code>, cause?: unknown) {
    super(refusalLine(refusal), cause === undefined ? {} : { cause });
    this.refusal = refusal;
  }

  get code(): Code {
    return this.refusal.code;
  }
}

/** A refusal (see `decision`) whose codes are known. */
export interface StorageRefusal<Code extends string> {
  readonly code: Code;
  /** The folder, file, role or migration that is meant. */
  readonly at: string;
  readonly what: Bilingual;
  readonly next: Bilingual;
}
