import type { AdjustmentResult } from '#domain/adjustment/result';
import { formatYuan } from '#kernel/fen';
import { formatRate } from '#kernel/rate';
import type { ExplainedNode } from '#rules/explain/node';
import { packStatus } from '#rules/pack/pack';
import type { ResolvedValue } from '#rules/value/resolve-value';

/** The result of an adjustment as the contract fixes it: amounts as text in yuan with two decimals. */
export interface AdjustmentOutput {
  readonly pack: string;
  readonly packHash: string;
  readonly status: 'in_force' | 'draft';
  readonly year: number;
  readonly scheme: string;
  readonly assumptions: readonly { readonly value: string; readonly reading: string }[];
  readonly levies: readonly {
    readonly pool: string;
    readonly base: string;
    readonly rate: string;
    readonly amount: string;
    readonly cite: readonly string[];
  }[];
  readonly allocations: readonly {
    readonly stage: string;
    readonly pool: string;
    readonly amount: string;
    readonly cite: readonly string[];
  }[];
  readonly refusals: readonly {
    readonly pool: string;
    readonly condition: string;
    readonly cite: readonly string[];
  }[];
  readonly burdens: readonly {
    readonly pool: string;
    readonly bearer: string;
    readonly amount: string;
    readonly cite: readonly string[];
  }[];
  readonly fund: {
    readonly inflow: string;
    readonly outflow: string;
    readonly reserve: string;
    readonly closingBalance: string;
  };
  readonly pools: readonly {
    readonly id: string;
    readonly balanceBefore: string;
    readonly levy: string;
    readonly received: string;
    readonly balanceAfter: string;
    readonly monthsAfter: string | null;
  }[];
}

/** The output with the explanation of every figure, as it is stored, shown and printed by `--explain`. */
export interface ExplainedOutput extends AdjustmentOutput {
  readonly explanation: readonly ExplainedNode[];
}

/** An assumed value with the reading that says what is assumed. */
export function assumptionView({
  name,
  reading,
  standing,
}: Pick<ResolvedValue, 'name' | 'reading' | 'standing'>): AdjustmentOutput['assumptions'][number] {
  return { value: name, reading: reading ?? standing };
}

export function adjustmentOutput(result: AdjustmentResult): AdjustmentOutput {
  const { pack, facts, fund } = result;
  return {
    pack: pack.raw.id,
    packHash: pack.hash,
    status: packStatus(pack),
    year: facts.year,
    scheme: facts.scheme,
    assumptions: result.assumptions.map(assumptionView),
    levies: result.levies.map((row) => ({
      pool: row.pool,
      base: formatYuan(row.base.fen),
      rate: formatRate(row.rate),
      amount: formatYuan(row.amount.fen),
      cite: row.cite,
    })),
    allocations: result.allocations.map((row) => ({ ...row, amount: formatYuan(row.amount.fen) })),
    refusals: result.refusals,
    burdens: result.burdens.map((row) => ({ ...row, amount: formatYuan(row.amount.fen) })),
    fund: {
      inflow: formatYuan(fund.inflow.fen),
      outflow: formatYuan(fund.outflow.fen),
      reserve: formatYuan(fund.reserve.fen),
      closingBalance: formatYuan(fund.closingBalance.fen),
    },
    pools: result.pools.map((pool) => ({
      id: pool.id,
      balanceBefore: formatYuan(pool.balanceBefore.fen),
      levy: formatYuan(pool.levy.fen),
      received: formatYuan(pool.received.fen),
      balanceAfter: formatYuan(pool.balanceAfter.fen),
      monthsAfter: pool.monthsAfter,
    })),
  };
}
