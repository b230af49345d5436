import { repeat, type Contestant } from '#bench/contestants/contestant';
import type { ZenModule } from '#bench/contestants/opponents';
import { zenModel } from '#bench/contestants/zen-rule';
import type { Claims } from '#bench/rows/claims';
import { plainRows, priceYears, type PlainAnswer } from '#bench/rows/plain-rows';
import { newResults } from '#bench/rows/results';

/** Years that are under way at once: the engine evaluates on threads of its own, and is let use them. */
const LANES = 8;

/** @gorules/zen-engine: one decision, made once from its model and evaluated for each row. */
export function zenContestant({ ZenEngine }: ZenModule, claims: Claims): Contestant {
  const engine = new ZenEngine();
  const decision = engine.createDecision(zenModel());
  const rows = plainRows(claims);
  const results = newResults(claims.length);
  const pass = (): Promise<void> =>
    priceYears(
      rows,
      async (row, totals) => {
        const { result } = await decision.evaluate({ ...row, ...totals });
        const answer = result as PlainAnswer & { readonly isSound: boolean };
        return answer.isSound ? answer : undefined;
      },
      results,
      LANES,
    );
  return {
    key: 'zen',
    rows: claims.length,
    results: async () => {
      await pass();
      return results;
    },
    run: (seconds) => repeat(claims.length, seconds, pass),
    close: () => engine.dispose(),
  };
}
