import type { Bilingual } from '#kernel/bilingual';
import { refusalLine, type Refusal } from '#kernel/decision';

/**
 * An expected failure of storage that a person can put right: it carries a refusal in both languages. Whoever
 * starts the program catches it and prints the refusal; any other error is a defect.
 */
export class StorageError extends Error {
  override readonly name: string = 'StorageError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause?: unknown) {
    super(refusalLine(refusal), cause === undefined ? {} : { cause });
    this.refusal = refusal;
  }

  get code(): string {
    return this.refusal.code;
  }
}

/** What storage says no to, before it becomes an error. */
export interface StorageRefusal<Code extends string> {
  readonly code: Code;
  /** The folder, file, role or migration that is meant. */
  readonly at: string;
  readonly what: Bilingual;
  readonly next: Bilingual;
}
