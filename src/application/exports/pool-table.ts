import type { ReportCell, ReportColumn, ReportTable } from '#application/exports/report';
import { BEARER_WORDS, CONDITION_WORDS, STAGE_WORDS } from '#application/rendering/words';
import type { PoolLine, RunView } from '#application/views/run-view';
import { fenOf, formatYuan, sumFen } from '#kernel/fen';

interface PoolColumn extends ReportColumn {
  readonly cellOf: (pool: PoolLine) => ReportCell;
}

const NO_SPENDING = '无支出';

/** Every pool's year: balance, levy, each stage, each bearer, and what is left, with the sums of the amounts. */
export function poolTable({ pools, stages }: RunView): ReportTable {
  const bearers = Object.keys(BEARER_WORDS).filter((bearer) =>
    pools.some((pool) => pool.burdens[bearer] !== undefined),
  );
  const columns: readonly PoolColumn[] = [
    text('统筹区', (pool) => pool.name.zh),
    amount('调剂前结余', (pool) => pool.balanceBefore),
    number('调剂前月数', (pool) => pool.monthsBefore ?? NO_SPENDING),
    amount('上解额', (pool) => pool.levy),
    ...stages.map((stage) => amount(STAGE_WORDS[stage] ?? stage, (pool) => pool.stages[stage] ?? null)),
    amount('下拨合计', (pool) => pool.received),
    ...bearers.map((bearer) =>
      amount(BEARER_WORDS[bearer] ?? bearer, (pool) => pool.burdens[bearer] ?? null),
    ),
    amount('调剂后结余', (pool) => pool.balanceAfter),
    number('调剂后月数', (pool) => pool.monthsAfter ?? NO_SPENDING),
    text('未满足的条件', (pool) =>
      pool.refusedFor.map((condition) => CONDITION_WORDS[condition] ?? condition).join('、'),
    ),
  ];
  return {
    title: '各统筹区上解与下拨',
    columns,
    rows: pools.map((pool) => columns.map((column) => column.cellOf(pool))),
    totals: columns.map((column, index) => (index === 0 ? '合计' : totalOf(column, pools))),
  };
}

const text = (header: string, cellOf: PoolColumn['cellOf']): PoolColumn => ({
  header,
  content: 'text',
  cellOf,
});
const amount = (header: string, cellOf: PoolColumn['cellOf']): PoolColumn => ({
  header,
  content: 'amount',
  cellOf,
});
const number = (header: string, cellOf: PoolColumn['cellOf']): PoolColumn => ({
  header,
  content: 'number',
  cellOf,
});

function totalOf(column: PoolColumn, pools: readonly PoolLine[]): ReportCell {
  if (column.content !== 'amount') return null;
  return formatYuan(
    sumFen(
      pools
        .map(column.cellOf)
        .filter((cell) => cell !== null)
        .map(fenOf),
    ),
  );
}
