import type { ExplainedOutput } from '#application/adjustment/output';
import { findFigure, FUND_SUBJECT, type YearFigure } from '#domain/adjustment-year/figure';
import { fen, fenOf, formatYuan, sumFen, ZERO_FEN } from '#kernel/fen';

/**
 * What a year decides for a pool without moving money: a part that nobody bears, a granted emergency that is not
 * paid in full (JX-R6), or a levy that is paused (AH-R2). Amounts in yuan; null where there is none.
 */
export interface YearRemark {
  readonly kind: 'uncovered' | 'emergency_unpaid' | 'levy_paused';
  /** The pool, or `fund` for what no pool bears (JH-R5). */
  readonly pool: string;
  readonly amount: string | null;
  readonly clauses: readonly string[];
}

const PAUSE_NODE = 'levy-pause';

/** Lists the remarks of a run, in the order of its pools. */
export function yearRemarks(
  output: Pick<ExplainedOutput, 'levies' | 'allocations' | 'burdens' | 'explanation' | 'pools'>,
  figures: readonly YearFigure[],
): readonly YearRemark[] {
  const pools = output.pools.map(({ id }) => id);
  const pause = output.explanation.find(({ id }) => id === PAUSE_NODE);
  const isPaused = pause?.value.kind === 'truth' && pause.value.holds;
  return [
    ...output.burdens
      .filter(({ bearer, amount }) => bearer === 'uncovered' && fenOf(amount) !== ZERO_FEN)
      .map(({ pool, amount, cite }) => ({
        kind: 'uncovered' as const,
        pool: pools.includes(pool) ? pool : FUND_SUBJECT,
        amount,
        clauses: cite,
      })),
    ...pools.flatMap((pool) => emergencyRemark(output, figures, pool)),
    ...(isPaused
      ? output.levies.map(({ pool, cite }) => ({
          kind: 'levy_paused' as const,
          pool,
          amount: null,
          clauses: cite,
        }))
      : []),
  ];
}

function emergencyRemark(
  { allocations }: Pick<ExplainedOutput, 'allocations'>,
  figures: readonly YearFigure[],
  pool: string,
): readonly YearRemark[] {
  const asked = findFigure(figures, pool, 'emergency');
  if (asked === undefined) return [];
  const emergencies = allocations.filter(({ stage }) => stage === 'emergency');
  const paid = sumFen(emergencies.filter((row) => row.pool === pool).map(({ amount }) => fenOf(amount)));
  const open = fen(fenOf(asked.value) - paid);
  const clauses = [...new Set(emergencies.flatMap(({ cite }) => cite))];
  return open > ZERO_FEN ? [{ kind: 'emergency_unpaid', pool, amount: formatYuan(open), clauses }] : [];
}
