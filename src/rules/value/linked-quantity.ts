import { assert, present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { parseYuan, formatYuan } from '#kernel/fen';
import { yearOf, type PlainDate } from '#kernel/plain-date';
import { parseRate } from '#kernel/rate';
import { roundToFen, timesFraction } from '#kernel/rounding';
import { findStatistic, type Pack } from '#rules/pack/pack';
import type { LinkedFigure } from '#rules/pack/raw-pack';
import type { Quantity } from '#rules/value/quantity';

interface Linked {
  readonly quantity: Quantity;
  readonly standing: 'stated' | 'provisional';
}

/**
 * Reckons a figure tied to a statistic, such as 60% of last year's average wage, exactly and rounded once. Until the
 * statistic of the wanted year is published the newest published one before it is used, and the figure is provisional.
 */
export function linkedQuantity(
  pack: Pack,
  name: string,
  linked: LinkedFigure,
  at: { readonly on: PlainDate; readonly knownOn?: PlainDate },
): Decision<Linked> {
  const statistic = present(findStatistic(pack, linked.statistic), `the statistic ${linked.statistic}`);
  const wantedYear = yearOf(at.on) + Number.parseInt(linked.year_offset, 10);
  const known = statistic.values
    .map((entry) => ({ ...entry, year: Number.parseInt(entry.year, 10) }))
    .filter(
      (entry) => entry.year <= wantedYear && (at.knownOn === undefined || entry.published <= at.knownOn),
    )
    .toSorted((a, b) => b.year - a.year);
  const [latest] = known;
  if (latest === undefined) {
    return refuse({
      code: 'statistic_missing',
      at: `${name} ${linked.statistic}`,
      what: {
        zh: `统计量 ${linked.statistic} 在 ${wantedYear} 年及以前均未公布`,
        en: `the statistic ${linked.statistic} is published for no year up to ${wantedYear}`,
      },
      next: { zh: '请在 statistics.yaml 中补充', en: 'add it to statistics.yaml' },
    });
  }
  const base = parseYuan(latest.value);
  const times = parseRate(linked.times);
  assert(
    // Stryker disable next-line ConditionalExpression,LogicalOperator: a pack is loaded with figures that can be read only
    typeof base === 'bigint' && typeof times === 'object',
    'statistics and factors are checked on loading',
  );
  const amount = roundToFen(timesFraction(base, times), linked.round);
  return allow({
    quantity: { unit: 'fen', fen: amount, text: formatYuan(amount) },
    standing: latest.year === wantedYear ? 'stated' : 'provisional',
  });
}
