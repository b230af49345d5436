import type { Mechanism } from '#domain/adjustment/mechanism';
import type { BurdenRow } from '#domain/adjustment/rows';
import { given, isAboveZero } from '#domain/adjustment/state';
import { allow } from '#kernel/decision';

/** Loss from spending in breach of rules is borne by the local treasury, not by the fund (SC-R5). */
export const breachLoss: Mechanism = {
  name: 'breach_loss',
  takes: {},
  needs: () => ['breachLoss'],
  run: (state, step) => {
    const rows = state.pools
      .map((pool): BurdenRow => {
        const loss = given(pool, 'breachLoss');
        const amount = step.trace.figure(
          {
            id: `breach_loss/${pool.facts.id}`,
            label: { zh: '违规损失由当地财政弥补', en: 'Loss from breaches made good by the local treasury' },
            cite: step.cite,
            readings: step.readings,
            inputs: [loss],
          },
          loss.fen,
        );
        return { pool: pool.facts.id, bearer: 'local_treasury', amount, cite: step.cite };
      })
      .filter((row) => isAboveZero(row.amount));
    return allow({ ...state, burdens: [...state.burdens, ...rows] });
  },
};
