import { contributingOf, costOf, personsOf, type Cohorts } from '#domain/projection/cohorts';
import { PPM, type DriverName } from '#domain/projection/driver';
import { bandNode, driverNode, ppmText } from '#domain/projection/explain-driver';
import type { PoolPopulation, SchemeProjection } from '#domain/projection/scheme-projection';
import { formatRational, rational } from '#kernel/rational';
import type { Trace } from '#rules/explain/trace';

/** The figures of a pool's cohorts from which others are reckoned. */
type CohortFigure = 'persons' | 'contributors' | 'cost';

export const cohortNode = (figure: CohortFigure, pool: string, year: number): string =>
  `${year}/${figure}/${pool}`;

/** Names the node of a pool's driver: its own where it has one. */
export function driverOf(pool: PoolPopulation, name: DriverName): string {
  return driverNode(name, pool.drivers[name] === undefined ? undefined : pool.id);
}

/** Six decimals show a change of one person among ten thousand; the exact figures are compared. */
const COST_DECIMALS = 6;

/** Notes persons, contributors and relative cost of one pool in one year; the first year's are given. */
export function noteCohorts(
  trace: Trace,
  { facts, bands }: SchemeProjection,
  pool: PoolPopulation,
  year: number,
  here: Cohorts,
): void {
  const isFirst = year === facts.year;
  const before = (figure: CohortFigure): readonly { readonly node: string }[] =>
    isFirst ? [] : [{ node: cohortNode(figure, pool.id, year - 1) }];
  const bandNodes = bands.map(({ id }) => ({ node: bandNode(id) }));
  const byBand = bands.map(({ id }, index) => `${id}: ${here.persons[index] ?? 0n}`).join('; ');
  const persons = trace.note(
    {
      id: cohortNode('persons', pool.id, year),
      label: { zh: '参保人数', en: 'Insured persons' },
      formula: { zh: `${byBand}（合计）`, en: `${byBand} (sum)` },
      inputs: isFirst ? bandNodes : [...before('persons'), ...bandNodes, { node: driverOf(pool, 'entries') }],
    },
    { kind: 'number', number: personsOf(here).toString(), unit: 'person' },
  );
  const shares = bands.map(({ id, contributingPpm }) => `${id} ${ppmText(contributingPpm)}`).join('; ');
  trace.note(
    {
      id: cohortNode('contributors', pool.id, year),
      label: { zh: '缴费人数', en: 'Contributors' },
      formula: { zh: `人数 × 缴费比例（${shares}）`, en: `persons × contributing share (${shares})` },
      inputs: [persons, ...bandNodes],
    },
    { kind: 'number', number: formatRational(rational(contributingOf(bands, here), PPM), 2), unit: 'person' },
  );
  const costs = bands.map(({ id }, index) => {
    const cost = rational(here.costs[index] ?? 0n, PPM * PPM);
    return `${id} ${formatRational(cost, COST_DECIMALS)}`;
  });
  trace.note(
    {
      id: cohortNode('cost', pool.id, year),
      label: { zh: '按年龄的相对费用', en: 'Relative cost by age' },
      formula: {
        zh: `人数 × 相对费用（${costs.join('; ')}）`,
        en: `persons × relative cost (${costs.join('; ')})`,
      },
      inputs: [persons, ...before('cost'), ...bandNodes, { node: driverOf(pool, 'cost') }],
    },
    {
      kind: 'number',
      number: formatRational(rational(costOf(here), PPM * PPM), COST_DECIMALS),
      unit: 'multiple',
    },
  );
}
