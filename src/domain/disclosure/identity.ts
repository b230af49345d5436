import type { Bilingual } from '#kernel/bilingual';
import type { ItemName } from '#domain/disclosure/items';

/** A part of a sum; `sign` −1 is taken off. */
export interface Term {
  readonly item: ItemName;
  readonly sign: 1 | -1;
}

/**
 * One way to read which printed lines make up a total: all of `required` must be printed, and those of
 * `optional` that are printed belong to it too.
 */
export interface SumReading {
  readonly id: string;
  readonly required: readonly Term[];
  readonly optional: readonly ItemName[];
  /**
   * True when the parts are the whole by definition, so that any difference is a fault. False when a page may
   * leave parts out: then a remainder above zero is no fault, but parts above their total are.
   */
  readonly complete: boolean;
}

/** A total and the readings of its parts. A page follows one of them: the one that fits it best counts. */
export interface SumIdentity {
  readonly id: string;
  readonly label: Bilingual;
  readonly total: ItemName;
  readonly readings: readonly SumReading[];
  /** Reckoned only when none of these could be: a weaker statement about the same total. */
  readonly unless?: readonly string[];
}

/** `result` = the first printed of `dividends` ÷ the first printed of `divisors` × `times`. */
export interface QuotientIdentity {
  readonly id: string;
  readonly label: Bilingual;
  readonly result: ItemName;
  readonly dividends: readonly ItemName[];
  readonly divisors: readonly ItemName[];
  readonly times: bigint;
}

export function plus(item: ItemName): Term {
  return { item, sign: 1 };
}

export function minus(item: ItemName): Term {
  return { item, sign: -1 };
}
