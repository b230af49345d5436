import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import { adjust } from '#domain/adjustment/adjust';
import { planAdjustment, type AdjustmentPlan } from '#domain/adjustment/plan';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { refusalLine, type Decision } from '#kernel/decision';
import { formatYuan } from '#kernel/fen';
import { formatRate } from '#kernel/rate';
import type { ExplainedNode } from '#rules/explain/node';
import type { Pack } from '#rules/pack/pack';
import { inventedPack, type FileOverrides } from '#tests/support/invented-pack';
import { city, factsOf } from '#tests/support/invented-request';

/** Yunhai with other rules than its own, one for each shape of adjustment that there is besides topping up. */
export type Pipeline =
  'gap_sharing_with_cap' | 'gap_sharing_with_pause' | 'distribution_with_reserve' | 'full_pooling';

export const PIPELINES = [
  'gap_sharing_with_cap',
  'gap_sharing_with_pause',
  'distribution_with_reserve',
  'full_pooling',
] as const satisfies readonly Pipeline[];

const common = `kind: delegated
    anchor: fund_year`;

/** A gap of a tenth of the spending is wide; a score of 60 passes. */
const GAP_TABLE = `axes:
  gap_band: [narrow, wide]
  score_band: [pass, fail]
values:
  gap_share:
    label: { zh: 缺口分担比例, en: Share of a gap }
    unit: rate
    ${common}
    axes: [gap_band, score_band]
    versions:
      - from: 2024-01-01
        cells: { narrow: { pass: 50%, fail: 30% }, wide: { pass: 40%, fail: 20% } }
        cite: [YH-8]
        reading: YH-R2
        reliability: own
  gap_band_floor:
    label: { zh: 缺口档次, en: Floors of the gap bands }
    unit: rate
    ${common}
    axes: [gap_band]
    versions: [{ from: 2024-01-01, cells: { narrow: 0%, wide: 10% }, cite: [YH-8], reading: YH-R1, reliability: own }]
  score_band_floor:
    label: { zh: 考核档次, en: Floors of the score bands }
    unit: score
    kind: exact
    anchor: fund_year
    axes: [score_band]
    versions: [{ from: 2024-01-01, cells: { pass: 60, fail: 0 }, cite: [YH-8] }]
  levy_multiple:
    label: { zh: 上限倍数, en: Cap as a multiple of the levy }
    unit: multiple
    kind: exact
    anchor: fund_year
    versions: [{ from: 2024-01-01, value: 2, cite: [YH-8] }]
  levy_pause_share:
    label: { zh: 暂停上解的界限, en: Line that pauses the levy }
    unit: rate
    kind: exact
    anchor: fund_year
    versions: [{ from: 2024-01-01, value: 10%, cite: [YH-3] }]
`;

const RESERVE = `values:
  reserve_share:
    label: { zh: 预留比例, en: Share set aside }
    unit: rate
    ${common}
    versions: [{ from: 2024-01-01, value: 10%, cite: [YH-6], reading: YH-R1, reliability: own }]
`;

const CITY_SHARE = `axes:
  county_class: [class_1, class_2, class_3]
values:
  gap_share:
    label: { zh: 市级分担比例, en: Share of the city }
    unit: rate
    ${common}
    axes: [county_class]
    versions:
      - from: 2024-01-01
        cells: { class_1: 50%, class_2: 40%, class_3: 25% }
        cite: [YH-8]
        reading: YH-R2
        reliability: own
  legacy_balance_last_year:
    label: { zh: 统筹前结余截至年度, en: Last year of balances from before pooling }
    unit: year
    kind: exact
    anchor: fund_year
    versions: [{ from: 2024-01-01, value: 2024, cite: [YH-8] }]
  audited_gap_last_year:
    label: { zh: 审计缺口截至年度, en: Last year of audited gaps }
    unit: year
    kind: exact
    anchor: fund_year
    versions: [{ from: 2024-01-01, value: 2024, cite: [YH-8] }]
`;

const OWN_SOURCES = `    - mechanism: residual
      with: { order: [own_balance, bonds, subsidy] }
      cite: [YH-5]
      readings: [R-5]
`;

const RULES: Readonly<Record<Pipeline, { readonly values: string; readonly steps: string }>> = {
  gap_sharing_with_cap: {
    values: GAP_TABLE,
    steps: `    - mechanism: levy
      with: { base: priorCollections, rate: levy_rate }
      cite: [YH-2]
      readings: [R-3]
    - mechanism: share_gap
      with:
        causes: [policy, emergency, proper]
        share: gap_share
        score_floor: score_band_floor
        gap_floor: gap_band_floor
        levy_multiple: levy_multiple
      cite: [YH-8]
      readings: [YH-R2]
${OWN_SOURCES}`,
  },
  gap_sharing_with_pause: {
    values: GAP_TABLE,
    steps: `    - mechanism: levy
      with: { base: priorCollections, rate: levy_rate, pause: levy_pause_share, pause_cite: YH-3 }
      cite: [YH-2]
      readings: [R-3]
    - mechanism: share_gap
      with:
        causes: [policy, emergency, proper, dependency]
        share: gap_share
        score_floor: score_band_floor
        gap_floor: gap_band_floor
      cite: [YH-8]
      readings: [YH-R2]
${OWN_SOURCES}`,
  },
  distribution_with_reserve: {
    values: RESERVE,
    steps: `    - mechanism: levy
      with: { base: revenue, rate: levy_rate }
      cite: [YH-2]
      readings: [R-3]
    - mechanism: reserve
      with: { share: reserve_share, causes: [epidemic, disaster] }
      cite: [YH-6]
      readings: [YH-R1]
    - mechanism: breach_loss
      cite: [YH-3]
    - mechanism: distribute_all
      cite: [YH-7]
      readings: [R-3]
    - mechanism: residual
      with: { order: [legacy_balance, own_balance, local_treasury] }
      cite: [YH-5]
      readings: [R-5]
`,
  },
  full_pooling: {
    values: CITY_SHARE,
    steps: `    - mechanism: full_pooling
      with: { city_share: gap_share, audited_cite: YH-3 }
      cite: [YH-1]
      readings: [R-1, R-3]
`,
  },
};

/** The files of Yunhai with another rule; `change` alters its pipeline. */
function filesOf(pipeline: Pipeline, change: (old: string) => string, more: FileOverrides): FileOverrides {
  const { values, steps } = RULES[pipeline];
  return {
    'values/fund.yaml': (old) => old.slice(0, old.indexOf('  gap_share:')),
    'values/pipeline.yaml': values,
    'readings.yaml': (old) =>
      `${old}  - { id: R-4, clauses: [YH-8], reading: { zh: 当期收支缺口, en: Gap of the year } }\n`,
    'adjustment.yaml': (old) => change(`${old.slice(0, old.indexOf('    - mechanism:'))}${steps}`),
    'cases/first-year.yaml': null,
    ...more,
  };
}

/** What makes Yunhai's files those of another rule. */
export function pipelineFiles(pipeline: Pipeline): FileOverrides {
  return filesOf(pipeline, (old) => old, {});
}

/** The file `values/pipeline.yaml` of Yunhai under another rule. */
export function pipelineValues(pipeline: Pipeline): string {
  return RULES[pipeline].values;
}

/** Yunhai under another rule, its pipeline not yet checked. */
export function packOf(
  pipeline: Pipeline,
  change: (old: string) => string = (old) => old,
  more: FileOverrides = {},
): Pack {
  return inventedPack(filesOf(pipeline, change, more));
}

const plans = new Map<Pipeline, AdjustmentPlan>();

/** The plan of Yunhai under another rule; as it stands it is read once. */
export function planOf(
  pipeline: Pipeline,
  change?: (old: string) => string,
  more: FileOverrides = {},
): AdjustmentPlan {
  const known = change === undefined && Object.keys(more).length === 0 ? plans.get(pipeline) : undefined;
  if (known !== undefined) return known;
  const plan = allowed(planAdjustment(packOf(pipeline, change, more)));
  if (change === undefined && Object.keys(more).length === 0) plans.set(pipeline, plan);
  return plan;
}

/** Reckons a year under a rule and gives the answer as it is, refusals included. */
export function tryPipeline(
  pipeline: Pipeline,
  request: AdjustmentRequest,
  change?: (old: string) => string,
): Decision<AdjustmentResult> {
  return adjust(planOf(pipeline, change), factsOf(request), 'state');
}

/** Reckons a year that is expected to be reckoned. */
export function adjustBy(
  pipeline: Pipeline,
  request: AdjustmentRequest,
  change?: (old: string) => string,
): AdjustmentResult {
  return allowed(tryPipeline(pipeline, request, change));
}

const AREA: Partial<PoolRequest> = {
  priorCollections: '0.00',
  legacyBalance: '0.00',
  priorLevy: '0.00',
  insured: 0,
  breachLoss: '0.00',
  assessmentScore: '100',
  gapCause: 'policy',
  kind: 'county',
  class: 1,
  collectionTask: '0.00',
  auditedPriorGap: '0.00',
};

/** A pool with every field that any of the rules needs: nothing came in, nothing was spent, unless said. */
export function area(id: string, given: Partial<PoolRequest> = {}): PoolRequest {
  return city(id, { ...AREA, ...given });
}

/** A fund that opens with an amount and has no income of its own. */
export function fundOf(openingBalance: string): AdjustmentRequest['fund'] {
  return { openingBalance, interest: '0.00', otherIncome: '0.00' };
}

/** What others bear, as `pool bearer amount`. */
export function borneIn({ burdens }: AdjustmentResult): readonly string[] {
  return burdens.map((row) => `${row.pool} ${row.bearer} ${formatYuan(row.amount.fen)}`);
}

/** The levies, as `pool: base × rate = amount`. */
export function leviesIn({ levies }: AdjustmentResult): readonly string[] {
  return levies.map(
    ({ pool, base, rate, amount }) =>
      `${pool}: ${formatYuan(base.fen)} × ${formatRate(rate)} = ${formatYuan(amount.fen)}`,
  );
}

/** Each pool's balance after adjustment, in yuan. */
export function balancesIn({ pools }: AdjustmentResult): Readonly<Record<string, string>> {
  return Object.fromEntries(pools.map((pool) => [pool.id, formatYuan(pool.balanceAfter.fen)]));
}

/** What is refused, as `code place [clause]`. */
export function toldOf(decision: Decision<unknown>): readonly string[] {
  if (decision.allowed) return [];
  return decision.refusals.map(({ code, at, clause }) => `${code} ${at} [${clause ?? ''}]`);
}

export function nodeIn(result: AdjustmentResult, id: string): ExplainedNode | undefined {
  return result.nodes.find((node) => node.id === id);
}

/** The amount of an explained figure, in yuan. */
export function amountIn(result: AdjustmentResult, id: string): string | undefined {
  const value = nodeIn(result, id)?.value;
  return value?.kind === 'fen' ? value.amount : undefined;
}

function allowed<T>(decision: Decision<T>): T {
  if (!decision.allowed) throw new Error(decision.refusals.map(refusalLine).join('\n'));
  return decision.value;
}
