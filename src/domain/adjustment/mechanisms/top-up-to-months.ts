import type { Mechanism, StepContext } from '#domain/adjustment/mechanism';
import { balanceForMonths, monthsFigure } from '#domain/adjustment/months';
import { payNeeds, SHORTAGE_RULES, type Need } from '#domain/adjustment/pay-needs';
import { given, type AdjustmentState, type PoolState } from '#domain/adjustment/state';
import { yuan } from '#domain/adjustment/wording';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allow } from '#kernel/decision';
import { positivePart, ZERO_FEN, type Fen } from '#kernel/fen';

/** A pool whose balance after levy and cover pays for fewer months than the target is topped up to it (JX-R5). */
export const topUpToMonths: Mechanism = {
  name: 'top_up_to_months',
  stage: 'normal',
  uses: 'balance_after_levy',
  takes: {
    target: { kind: 'value', unit: 'month' },
    shortage: { kind: 'value', unit: 'choice', options: SHORTAGE_RULES },
  },
  needs: () => ['expenditure'],
  run: (state, step) => {
    const needs = state.pools.map((pool) => needOf(state, pool, step));
    return allow(payNeeds(state, step, 'normal', { zh: '正常调剂', en: 'Normal allocation' }, needs));
  },
};

function needOf(state: AdjustmentState, pool: PoolState, step: StepContext): Need {
  const { id } = pool.facts;
  const target = step.count('target');
  const expenditure = given(pool, 'expenditure');
  const balance = present(state.balanceAfterLevy.get(id), `the balance of ${id} after levy and cover`);
  const months = monthsFigure(step.trace, `months-after-levy/${id}`, MONTHS_LABEL, balance, expenditure);
  const gate = state.gated.get(id);
  const aim = balanceForMonths(target.exact, expenditure.fen);
  const hasNeed = gate === undefined && expenditure.fen > ZERO_FEN;
  const need = hasNeed ? positivePart(aim - balance.fen) : ZERO_FEN;
  const amount = step.trace.figure(
    {
      id: `need/normal/${id}`,
      label: { zh: '正常调剂需求', en: 'Need of normal allocation' },
      formula: () =>
        needFormula(gate !== undefined, expenditure.fen, target.quantity.text, aim, balance.fen, need),
      cite: step.cite,
      readings: step.readings,
      inputs: [target, expenditure, balance, months, ...(gate === undefined ? [] : [gate])],
    },
    need,
  );
  return { pool: id, amount };
}

const MONTHS_LABEL: Bilingual = { zh: '上解后可支付月数', en: 'Months payable after the levy' };

function needFormula(
  isGated: boolean,
  expenditure: Fen,
  months: string,
  aim: Fen,
  balance: Fen,
  need: Fen,
): Bilingual {
  if (isGated) return { zh: '不满足使用条件，不予调剂', en: 'conditions not met: no allocation' };
  if (expenditure === ZERO_FEN)
    return { zh: '本年无支出，无需调剂', en: 'no expenditure this year: no need' };
  const [spent, goal, left, short] = [expenditure, aim, balance, need].map((amount) => yuan({ fen: amount }));
  return {
    zh: `${months} 个月 × ${spent} ÷ 12 = ${goal}；max(0, ${goal} − ${left}) = ${short}`,
    en: `${months} months × ${spent} ÷ 12 = ${goal}; max(0, ${goal} − ${left}) = ${short}`,
  };
}
