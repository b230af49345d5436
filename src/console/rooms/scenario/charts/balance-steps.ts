import type { Change, ScenarioPool } from '#console/api/scenario-queries.ts';
import { fen, fenOf, formatYuan, ZERO_FEN } from '#kernel/fen';

/** One step of a pool's balance: what it adds or takes, and the levels it leads between; exact text in yuan. */
export interface BalanceStep {
  readonly name: StepName;
  readonly amount: string;
  readonly from: string;
  readonly to: string;
}

export type StepName =
  | { readonly kind: 'before' | 'levy' | 'putIn' | 'after' }
  | { readonly kind: 'stage'; readonly code: string };

/**
 * Before − levy + each stage + what others put in = after. What was put in is what the other figures leave: who
 * puts in is the policy's to say.
 */
export function balanceSteps(
  pool: ScenarioPool,
  stages: readonly string[],
  side: 'baseline' | 'scenario',
): readonly BalanceStep[] {
  const of = (change: Change | undefined): bigint => (change === undefined ? ZERO_FEN : fenOf(change[side]));
  const before = fenOf(pool.balanceBefore);
  const after = of(pool.balanceAfter);
  const moves: { readonly name: StepName; readonly amount: bigint }[] = [
    { name: { kind: 'levy' }, amount: -of(pool.levy) },
    ...stages.map((code) => ({
      name: { kind: 'stage' as const, code },
      amount: of(pool.stages[code]),
    })),
  ];
  const moved = moves.reduce((sum, { amount }) => sum + amount, 0n);
  moves.push({ name: { kind: 'putIn' }, amount: after - before - moved });

  let level: bigint = before;
  const steps = moves.map(({ name, amount }): BalanceStep => {
    const from = level;
    level += amount;
    return { name, amount: yuan(amount), from: yuan(from), to: yuan(level) };
  });
  return [
    { name: { kind: 'before' }, amount: yuan(before), from: '0.00', to: yuan(before) },
    ...steps,
    { name: { kind: 'after' }, amount: yuan(after), from: '0.00', to: yuan(after) },
  ];
}

function yuan(amount: bigint): string {
  return formatYuan(fen(amount));
}
