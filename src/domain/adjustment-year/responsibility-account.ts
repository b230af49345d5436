import { findFigure, type YearFigure } from '#domain/adjustment-year/figure';
import type { YearOutcome } from '#domain/adjustment-year/year-line';
import { assert, present } from '#kernel/assert';
import { fen, fenOf, sumFen, type Fen } from '#kernel/fen';

/**
 * One year of a county's responsibility account under full pooling (JH-R1): the county keeps no cash; the account shows
 * what it collected and remitted, what was spent for it, and who bore the shortfall. Amounts in fen.
 */
export interface ResponsibilityYear {
  /** Revenue remitted in full (JH-4.7-a). */
  readonly remitted: Fen;
  /** Spending that the city paid for the county. */
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

/** A year's outcome with the figures it was decided on. */
export interface DecidedYear {
  readonly outcome: Pick<YearOutcome, 'levies' | 'allocations' | 'burdens'>;
  readonly figures: readonly YearFigure[];
}

/** Draws up a county's account of one year from the year's outcome. */
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

/** Reads a figure of the decided year; a freeze refuses missing ones, so that absence is a programmer's error. */
function amountOf(figures: readonly YearFigure[], pool: string, field: string): Fen {
  const figure = present(findFigure(figures, pool, field), `${field} of ${pool}, frozen with the year`);
  return fenOf(figure.value);
}
