import { addPaper, type PaperDraft, type PaperGround } from '#application/budget/papers';
import { wrongState } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import { scoreItems, type GivenScore, type ScoredItem } from '#domain/assessment/score-items';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { Bilingual } from '#kernel/bilingual';
import { reasonMissing } from '#kernel/reason-missing';

export interface EvaluationRequest {
  readonly reason: string;
  /** Indicators of the year's plan; given only where the pack names none. */
  readonly indicators?: readonly { readonly id: string; readonly name: Bilingual; readonly points: string }[];
  readonly scores: readonly GivenScore[];
  /** The use made of the result. */
  readonly use: string;
}

/** Evaluates a year's budget once its final account is approved: indicators, scores, evidence, and the use made of it. */
export async function evaluateBudget(
  services: BudgetServices,
  scope: Scope,
  budgetId: string,
  { reason, indicators, scores, use }: EvaluationRequest,
  now: string,
): Promise<Decision<{ readonly id: string; readonly number: number }>> {
  const prepare = ({ rules, hasFinalAccount }: PaperGround): Decision<PaperDraft> => {
    if (use.trim() === '') return refuse(reasonMissing('use'));
    if (!hasFinalAccount) return refuse(noFinalAccount(budgetId));
    const own: readonly ScoredItem[] = rules.indicators.map(({ id, name, pointsText, cite }) => ({
      id,
      name,
      points: pointsText,
      cite,
    }));
    if (own.length > 0 && indicators !== undefined) return refuse(indicatorsGiven());
    const planned = own.length > 0 ? own : (indicators ?? []).map((one) => ({ ...one, cite: [] }));
    const evaluated = scoreItems(planned, scores);
    if (!evaluated.allowed) return evaluated;
    return allow({ content: { ...evaluated.value, use, cite: rules.cite }, needsException: false });
  };
  return addPaper(
    services,
    scope,
    { budgetId, kind: 'evaluation', reason },
    (ground) => Promise.resolve(prepare(ground)),
    now,
  );
}

function noFinalAccount(at: string): ReturnType<typeof wrongState> {
  return wrongState(at, { zh: '决算还没有批准', en: 'the final account is not approved' });
}

function indicatorsGiven(): ReturnType<typeof wrongState> {
  return wrongState('indicators', {
    zh: '政策包已列出指标，不得另列',
    en: 'the pack names the indicators; others are not taken',
  });
}
