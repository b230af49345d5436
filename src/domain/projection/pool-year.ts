import { monthsPayable } from '#domain/adjustment/months';
import { isBelowFloor } from '#domain/adjustment/projection/outlook';
import { BEARERS_PUTTING_IN, type RefusalRow } from '#domain/adjustment/rows';
import { contributingOf, personsOf, type Band } from '#domain/projection/cohorts';
import { deficitBetween, type Deficit } from '#domain/projection/deficit';
import type { Floor } from '#domain/projection/floor';
import type { ProjectedYear } from '#domain/projection/scheme-projection';
import { present } from '#kernel/assert';
import { fen, sumFen, type Fen } from '#kernel/fen';
import { halfUpToInteger, quotient } from '#kernel/rational';

/**
 * One pool in one projected year: opening + income − expenditure − levy + received + cover is the balance, where the
 * pack's pools close their own books.
 */
export interface PoolYear extends Deficit {
  readonly id: string;
  readonly persons: readonly bigint[];
  readonly total: bigint;
  readonly contributingPpm: bigint;
  readonly opening: Fen;
  readonly income: Fen;
  readonly expenditure: Fen;
  readonly levy: Fen;
  readonly received: Fen;
  /** What others put into the pool. */
  readonly cover: Fen;
  readonly balance: Fen;
  /** Conditions for which the fund pays the pool nothing, or refuses an application of it, each with its clause. */
  readonly refusals: readonly RefusalRow[];
  /** Hundredths of a month, half up; undefined without expenditure. */
  readonly monthsHundredths: bigint | undefined;
  /** By the exact months. */
  readonly isBelow: boolean;
}

/** The pools of a projected year, in the input's order. */
export function poolYears(
  { result, cohorts }: ProjectedYear,
  bands: readonly Band[],
  floor: Floor | undefined,
): readonly PoolYear[] {
  return result.pools.map((outcome, index) => {
    const { id, balanceAfter } = outcome;
    const { amounts } = present(result.facts.pools[index], `the facts of pool ${id}`);
    const here = present(cohorts[index], `the cohorts of pool ${id}`);
    const expenditure = present(amounts.expenditure, `expenditure of pool ${id}`);
    const opening = present(amounts.openingBalance, `opening balance of pool ${id}`);
    const months = monthsPayable(balanceAfter.fen, expenditure);
    const covers = result.burdens.filter((row) => row.pool === id && BEARERS_PUTTING_IN.includes(row.bearer));
    return {
      id,
      persons: here.persons,
      total: personsOf(here),
      contributingPpm: contributingOf(bands, here),
      opening,
      income: present(amounts.revenue, `revenue of pool ${id}`),
      expenditure,
      levy: outcome.levy.fen,
      received: outcome.received.fen,
      cover: sumFen(covers.map((row) => row.amount.fen)),
      balance: fen(balanceAfter.fen),
      ...deficitBetween(opening, balanceAfter.fen),
      refusals: result.refusals.filter((row) => row.pool === id),
      monthsHundredths:
        months && halfUpToInteger(quotient(months.numerator * HUNDREDTHS, months.denominator)),
      isBelow: isBelowFloor(result, outcome, floor?.months),
    };
  });
}

const HUNDREDTHS = 100n;
