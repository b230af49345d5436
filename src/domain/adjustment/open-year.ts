import type { AdjustmentFacts, PoolAmount, PoolFacts } from '#domain/adjustment/facts';
import type { AdjustmentState, PoolState } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { fen, type Fen } from '#kernel/fen';
import type { Figure, Trace } from '#rules/explain/trace';

/** The state before the first step: every given amount explained as given, balances before adjustment. */
export function openYear(facts: AdjustmentFacts, trace: Trace): AdjustmentState {
  const pools = facts.pools.map((pool) => openPool(pool, trace));
  const fundFigure = (member: keyof AdjustmentFacts['fund'], label: Bilingual): Figure =>
    trace.figure({ id: `given/fund/${member}`, label }, facts.fund[member]);
  const opening = fundFigure('openingBalance', { zh: '调剂金年初结余', en: "The fund's opening balance" });
  const interest = fundFigure('interest', { zh: '调剂金利息收入', en: "The fund's interest" });
  const otherIncome = fundFigure('otherIncome', { zh: '调剂金其他收入', en: "The fund's other income" });
  return {
    facts,
    pools,
    opening,
    inflow: [interest, otherIncome],
    levies: [],
    allocations: [],
    refusals: [],
    burdens: [],
    balanceAfterLevy: new Map(),
    gaps: new Map(),
    gated: new Map(),
  };
}

/** Names of a pool's amounts. */
export const AMOUNT_LABELS: Readonly<Record<PoolAmount, Bilingual>> = {
  collections: { zh: '本年征缴收入', en: "This year's collections" },
  priorCollections: { zh: '上年征缴收入', en: "Last year's collections" },
  revenue: { zh: '本年统筹基金收入', en: "This year's pooled revenue" },
  expenditure: { zh: '本年统筹基金支出', en: "This year's pooled expenditure" },
  openingBalance: { zh: '年初累计结余', en: 'Opening balance' },
  legacyBalance: { zh: '统筹前结余', en: 'Balance from before pooling' },
  priorLevy: { zh: '上年上解额', en: "Last year's levy" },
  breachLoss: { zh: '违规支出损失', en: 'Loss from spending in breach' },
  collectionTask: { zh: '征缴任务', en: 'Collection task' },
  auditedPriorGap: { zh: '统筹前经审计缺口', en: 'Audited gap from before pooling' },
  bondsRealised: { zh: '变现债券', en: 'Bonds realised' },
  sameLevelSubsidy: { zh: '同级财政补贴', en: 'Subsidy of the same level' },
  treasuryCover: { zh: '财政补足赤字', en: "Local treasury's cover" },
  emergency: { zh: '紧急调剂申请额', en: 'Emergency application' },
};

function openPool(pool: PoolFacts, trace: Trace): PoolState {
  const given: Partial<Record<PoolAmount, Figure>> = {};
  for (const [field, amount] of Object.entries(pool.amounts) as readonly [PoolAmount, Fen][]) {
    given[field] = trace.figure({ id: `given/${field}/${pool.id}`, label: AMOUNT_LABELS[field] }, amount);
  }
  const [opening, revenue, expenditure] = (['openingBalance', 'revenue', 'expenditure'] as const).map(
    (field) => present(given[field], `${field} of pool ${pool.id}`),
  ) as [Figure, Figure, Figure];
  const balance = fen(opening.fen + revenue.fen - expenditure.fen);
  const balanceBefore = trace.figure(
    {
      id: `balance-before/${pool.id}`,
      label: { zh: '调剂前年末结余', en: 'Balance before adjustment' },
      formula: () =>
        alike(`${yuan(opening)} + ${yuan(revenue)} − ${yuan(expenditure)} = ${yuan({ fen: balance })}`),
      readings: ['R-1', 'R-5'],
      inputs: [opening, revenue, expenditure],
    },
    balance,
  );
  return { facts: pool, given, balanceBefore };
}
