import { ATTESTED_CONDITIONS, type AttestedCondition } from '#domain/adjustment/facts';
import type { Mechanism, StepContext } from '#domain/adjustment/mechanism';
import type { RefusalRow, RefusedCondition } from '#domain/adjustment/rows';
import type { AdjustmentState, PoolState } from '#domain/adjustment/state';
import type { Bilingual } from '#kernel/bilingual';
import { allow } from '#kernel/decision';

/**
 * Gates every form of allocation: a pool that fails one condition, here or in a step before, is paid nothing.
 * Every condition that fails is listed.
 */
export const conditions: Mechanism = {
  name: 'conditions',
  takes: { conditions: { kind: 'choices', options: ATTESTED_CONDITIONS } },
  needs: () => ['conditions'],
  run: (state, step) => {
    const checked = step.choices('conditions') as readonly AttestedCondition[];
    const refusals = [...state.refusals];
    const gated = new Map(state.gated);
    for (const pool of state.pools) {
      const failed = checked.filter((condition) => pool.facts.conditions?.[condition] !== true);
      const own = failed.map((condition): RefusalRow => ({
        pool: pool.facts.id,
        condition,
        cite: step.cite,
      }));
      refusals.push(...own);
      const before = state.refusals.filter((row) => row.pool === pool.facts.id && gates(row));
      const all = [...before, ...own];
      const gate = explainGate(state, pool, checked, all, step);
      if (all.length > 0) gated.set(pool.facts.id, gate);
    }
    return allow({ ...state, refusals, gated });
  },
};

/** A refused application refuses nothing else of its pool (JX-R8). */
function gates(row: RefusalRow): boolean {
  return row.condition !== 'emergencyCause' && row.condition !== 'gapCause';
}

const CONDITION_LABELS: Readonly<
  Record<Exclude<RefusedCondition, 'emergencyCause' | 'gapCause'>, Bilingual>
> = {
  levyPaid: { zh: '及时足额上解', en: 'levy paid in time and in full' },
  breachesCorrected: { zh: '违规问题已整改', en: 'breaches corrected' },
  budgetMet: { zh: '预算收支达标', en: 'budget met' },
  enrolmentMet: { zh: '完成参保任务', en: 'enrolment task met' },
  subsidyPaid: { zh: '财政补助及时到位', en: 'subsidies paid in time' },
  deficitCovered: { zh: '累计赤字已由财政补足', en: 'accumulated deficit covered' },
};

function explainGate(
  state: AdjustmentState,
  pool: PoolState,
  checked: readonly AttestedCondition[],
  failures: readonly RefusalRow[],
  step: StepContext,
): { readonly node: string } {
  const { id } = pool.facts;
  const common = { cite: step.cite, readings: step.readings };
  const attested = checked.map((condition) => {
    const holds = pool.facts.conditions?.[condition] === true;
    return step.trace.note(
      { id: `condition/${condition}/${id}`, label: CONDITION_LABELS[condition], ...common },
      { kind: 'truth', holds },
    );
  });
  const balance = state.balanceAfterLevy.get(id);
  const names = failures.map((row) => CONDITION_LABELS[row.condition as AttestedCondition]);
  const formula: Bilingual =
    failures.length === 0
      ? { zh: '各项条件均满足', en: 'every condition holds' }
      : {
          zh: `不满足：${names.map((name) => name.zh).join('、')}`,
          en: `not met: ${names.map((name) => name.en).join(', ')}`,
        };
  return step.trace.note(
    {
      id: `gate/${id}`,
      label: { zh: '符合使用调剂金的条件', en: 'Meets the conditions of allocation' },
      formula,
      inputs: [...attested, ...(balance === undefined ? [] : [balance])],
      ...common,
    },
    { kind: 'truth', holds: failures.length === 0 },
  );
}
