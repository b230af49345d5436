import type { EmergencyCause } from '#domain/adjustment/facts';
import type { Mechanism, StepContext } from '#domain/adjustment/mechanism';
import { payNeeds, SHORTAGE_RULES, type Need } from '#domain/adjustment/pay-needs';
import type { RefusalRow } from '#domain/adjustment/rows';
import { given, isAboveZero, type AdjustmentState, type PoolState } from '#domain/adjustment/state';
import { yuan } from '#domain/adjustment/wording';
import type { Bilingual } from '#kernel/bilingual';
import { allow } from '#kernel/decision';
import { ZERO_FEN } from '#kernel/fen';
import type { Figure } from '#rules/explain/trace';

const CAUSES = ['public_health', 'policy'] as const satisfies readonly EmergencyCause[];

/** Pays emergency applications of an accepted cause at actual need; another cause refuses that application only (JX-R8). */
export const emergency: Mechanism = {
  name: 'emergency',
  stage: 'emergency',
  takes: {
    causes: { kind: 'choices', options: CAUSES },
    shortage: { kind: 'value', unit: 'choice', options: SHORTAGE_RULES },
  },
  needs: () => ['emergency', 'emergencyCause'],
  run: (state, step) => {
    const accepted = step.choices('causes');
    const refusals = state.pools
      .filter((pool) => isAboveZero(given(pool, 'emergency')) && !isAccepted(pool, accepted))
      .map(({ facts }): RefusalRow => ({ pool: facts.id, condition: 'emergencyCause', cite: step.cite }));
    const needs = state.pools.map((pool) => needOf(state, pool, accepted, step));
    const paid = payNeeds(state, step, 'emergency', { zh: '紧急调剂', en: 'Emergency allocation' }, needs);
    return allow({ ...paid, refusals: [...paid.refusals, ...refusals] });
  },
};

function isAccepted(pool: PoolState, accepted: readonly string[]): boolean {
  return pool.facts.emergencyCause !== undefined && accepted.includes(pool.facts.emergencyCause);
}

function needOf(
  state: AdjustmentState,
  pool: PoolState,
  accepted: readonly string[],
  step: StepContext,
): Need {
  const { id } = pool.facts;
  const application = given(pool, 'emergency');
  const gate = state.gated.get(id);
  const isPayable = gate === undefined && isAccepted(pool, accepted);
  const amount = step.trace.figure(
    {
      id: `need/emergency/${id}`,
      label: { zh: '紧急调剂申请核定额', en: 'Emergency application as accepted' },
      formula: () => needFormula(application, gate !== undefined, isAccepted(pool, accepted)),
      cite: step.cite,
      readings: step.readings,
      inputs: [application, ...(gate === undefined ? [] : [gate])],
    },
    isPayable ? application.fen : ZERO_FEN,
  );
  return { pool: id, amount };
}

function needFormula(applied: Figure, isGated: boolean, isCauseAccepted: boolean): Bilingual {
  if (!isAboveZero(applied)) return { zh: '未申请紧急调剂', en: 'nothing was applied for' };
  const application = yuan(applied);
  if (isGated) {
    return {
      zh: `申请 ${application}：不满足使用条件`,
      en: `applied for ${application}: conditions not met`,
    };
  }
  if (!isCauseAccepted) {
    return {
      zh: `申请 ${application}：事由不属于紧急调剂范围`,
      en: `applied for ${application}: cause not accepted`,
    };
  }
  return { zh: `据实申请 ${application}`, en: `applied for ${application}, at actual need` };
}
