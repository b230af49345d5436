import { findFigure, type YearFigure } from '#domain/adjustment-year/figure';
import type { YearOutcome } from '#domain/adjustment-year/year-line';
import { assert } from '#kernel/assert';
import { fen, parseYuan, sumFen, type Fen } from '#kernel/fen';

/**
 * A year of a county's responsibility account under full pooling (JH-R1): no cash of its own, but what it collected and
 * sent up, what was spent for it, and who bears what was missing. Amounts in fen.
 */
export interface ResponsibilityYear {
  /** Revenue sent up whole (JH-4.7-a). */
  readonly remitted: Fen;
  /** Spending paid down whole. */
  readonly paidDown: Fen;
  /** The audited gap from before pooling that fell due in the year; the county's treasury bears it (JH-4.7-d). */
  readonly auditedGap: Fen;
  readonly byCity: Fen;
  readonly byLegacy: Fen;
  readonly byTreasury: Fen;
  /** The balance from before pooling, which the city keeps for this county (JH-4.7-e), before and after the year. */
  readonly legacyBefore: Fen;
  readonly legacyAfter: Fen;
}

/** What a year decided, with the figures that it was decided on. */
export interface DecidedYear {
  readonly outcome: Pick<YearOutcome, 'levies' | 'allocations' | 'burdens'>;
  readonly figures: readonly YearFigure[];
}

/** A county's account of one year, from what the year decided. */
export function responsibilityYear({ outcome, figures }: DecidedYear, pool: string): ResponsibilityYear {
  const ofPool = <Row extends { readonly pool: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => row.pool === pool);
  const borneBy = (bearer: string): Fen =>
    total(ofPool(outcome.burdens).filter((row) => row.bearer === bearer));
  const legacyBefore = amountOf(figures, pool, 'legacyBalance');
  const byLegacy = borneBy('legacy_balance');
  assert(byLegacy <= legacyBefore, `${pool} uses no more than it has from before pooling`);
  return {
    remitted: total(ofPool(outcome.levies)),
    paidDown: total(ofPool(outcome.allocations)),
    auditedGap: amountOf(figures, pool, 'auditedPriorGap'),
    byCity: borneBy('city'),
    byLegacy,
    byTreasury: borneBy('local_treasury'),
    legacyBefore,
    legacyAfter: fen(legacyBefore - byLegacy),
  };
}

function total(rows: readonly { readonly amount: Fen }[]): Fen {
  return sumFen(rows.map(({ amount }) => amount));
}

/** A figure that the year was decided on: the freeze refuses one that is missing. */
function amountOf(figures: readonly YearFigure[], pool: string, field: string): Fen {
  const text = findFigure(figures, pool, field)?.value;
  const amount = text === undefined ? undefined : parseYuan(text);
  assert(typeof amount === 'bigint', `${field} of ${pool} was frozen with the year`);
  return amount;
}
