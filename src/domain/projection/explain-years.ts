import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { cohortNode, driverOf, noteCohorts } from '#domain/projection/explain-cohorts';
import { noteGiven, ruleNode } from '#domain/projection/explain-driver';
import type { PoolPopulation, ProjectedYear, SchemeProjection } from '#domain/projection/scheme-projection';
import type { ExplainedNode } from '#rules/explain/node';
import { createTrace } from '#rules/explain/trace';

/** What a node of a year is in the explanation of all years: `2027/balance-after/east`. */
const yearNode = (year: number, node: string): string => `${year}/${node}`;

/**
 * Explains the years of one insurance type in one piece: the nodes that the pipeline gave of every year, and between
 * them how each given figure of a later year follows from the year before, from the cohorts and from the drivers, down to
 * the drivers with their sources.
 */
export function explainYears(
  scheme: SchemeProjection,
  years: readonly ProjectedYear[],
): readonly ExplainedNode[] {
  const trace = createTrace();
  noteGiven(trace, scheme);
  for (const [index, { result, cohorts }] of years.entries()) {
    const { year } = result.facts;
    for (const [at, pool] of scheme.pools.entries()) {
      noteCohorts(trace, scheme, pool, year, present(cohorts[at], `the cohorts of pool ${pool.id}`));
    }
    const before = years[index - 1];
    const known = new Set(before?.result.nodes.map(({ id }) => id));
    for (const node of result.nodes) {
      const follows = followsFrom(node.id, scheme, year, before, known);
      const { id, value, inputs, ...text } = node;
      const formula = follows.formula ?? node.formula;
      const all = [...inputs.map((input) => yearNode(year, input)), ...follows.inputs];
      trace.note(
        {
          ...text,
          ...(formula === undefined ? {} : { formula }),
          id: yearNode(year, id),
          inputs: all.map((input) => ({ node: input })),
        },
        value,
      );
    }
  }
  return trace.nodes();
}

/** How a figure follows from outside its own year. */
interface Follows {
  readonly inputs: readonly string[];
  readonly formula?: Bilingual;
}

const OF_ITS_YEAR: Follows = { inputs: [] };

function followsFrom(
  id: string,
  scheme: SchemeProjection,
  year: number,
  before: ProjectedYear | undefined,
  known: ReadonlySet<string>,
): Follows {
  const [kind, name = '', subject = ''] = id.split('/');
  if (kind === 'value') return { inputs: ruleOf(scheme, year, name) };
  if (kind !== 'given' || before === undefined) return OF_ITS_YEAR;
  const last = (node: string): readonly string[] => (known.has(node) ? [yearNode(year - 1, node)] : []);
  if (name === 'fund') {
    return subject === 'openingBalance'
      ? { inputs: last('fund/closing'), formula: CARRIED }
      : { inputs: last(id), formula: AS_BEFORE };
  }
  const pool = scheme.pools.find((candidate) => candidate.id === subject);
  return pool === undefined ? OF_ITS_YEAR : ofPool(name, pool, year, before, last);
}

function ofPool(
  field: string,
  pool: PoolPopulation,
  year: number,
  { result }: ProjectedYear,
  last: (node: string) => readonly string[],
): Follows {
  const both = (figure: 'contributors' | 'cost'): readonly string[] =>
    [year - 1, year].map((at) => cohortNode(figure, pool.id, at));
  const stated = last(`given/${field}/${pool.id}`);
  const outcome = result.pools.find(({ id }) => id === pool.id);
  switch (field) {
    case 'collections':
    case 'revenue':
    case 'collectionTask':
      return {
        inputs: [...stated, ...both('contributors'), driverOf(pool, 'premium')],
        formula: BY_CONTRIBUTORS,
      };
    case 'expenditure':
      return { inputs: [...stated, ...both('cost')], formula: BY_COST };
    case 'openingBalance':
      return { inputs: last(outcome?.balanceAfter.node ?? ''), formula: CARRIED };
    case 'priorLevy':
      return { inputs: last(outcome?.levy.node ?? ''), formula: CARRIED };
    case 'priorCollections': {
      const collected = last(`given/collections/${pool.id}`);
      return collected.length > 0
        ? { inputs: collected, formula: CARRIED }
        : { inputs: [...stated, ...both('contributors')], formula: BY_CONTRIBUTORS };
    }
    case 'legacyBalance':
      return { inputs: stated, formula: LESS_USED };
    default:
      return { inputs: stated, formula: ONCE };
  }
}

/** The change of a value that holds in a year, if one does. */
function ruleOf({ rules }: SchemeProjection, year: number, value: string): readonly string[] {
  const changes = rules.filter(({ from, values }) => from <= year && Object.hasOwn(values, value));
  const latest = changes.toSorted((a, b) => a.from - b.from).at(-1);
  return latest === undefined ? [] : [ruleNode(value, latest.from)];
}

const CARRIED: Bilingual = { zh: '上年结果', en: "the year before's outcome" };
const AS_BEFORE: Bilingual = { zh: '与上年相同', en: 'as the year before' };
const LESS_USED: Bilingual = { zh: '上年数减去已用部分', en: "the year before's, less what was used" };
const ONCE: Bilingual = { zh: '一次性事项，次年不再计', en: 'decided once; it does not recur' };
const BY_CONTRIBUTORS: Bilingual = {
  zh: '上年数 × 本年缴费人数 ÷ 上年缴费人数 ×（1 + 人均缴费增长率），四舍五入到分',
  en: "the year before's × contributors ÷ last year's contributors × (1 + premium growth), half up to the fen",
};
const BY_COST: Bilingual = {
  zh: '上年数 × 本年相对费用 ÷ 上年相对费用，四舍五入到分',
  en: "the year before's × relative cost ÷ last year's relative cost, half up to the fen",
};
