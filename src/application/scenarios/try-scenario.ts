import type { ExplainedOutput } from '#application/adjustment/output';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { ReplaceableValue } from '#application/adjustment/request';
import type { Baseline } from '#application/scenarios/open-baseline';
import { replaceableNames } from '#application/scenarios/replaceable-values';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';

/** Figures that replace values, by name, as text in the value's own unit. */
export type ReplacedValues = Readonly<Partial<Record<ReplaceableValue, string>>>;

/**
 * Reckons a run's own input and pack again with values replaced, by the same code; nothing is stored. A value that
 * the run's pipeline does not use cannot be replaced: it would silently change nothing. Where a deficit becomes
 * smaller than the cover that was given for it, the treasury gives no more than the deficit.
 */
export function tryScenario(baseline: Baseline, values: ReplacedValues): Decision<ExplainedOutput> {
  const { request, run, plan } = baseline;
  const replaceable = checkReplaced(plan, values);
  if (!replaceable.allowed) return replaceable;
  const replaced = { ...request, values: { ...request.values, ...values } };
  return proposeAdjustment(run.pack, replaced, 'state', 'at_most');
}

/** Refuses each value that the pipeline does not use. */
export function checkReplaced(plan: AdjustmentPlan, values: ReplacedValues): Decision<ReplacedValues> {
  const known = replaceableNames({ plan });
  const unused = Object.keys(values).filter((name) => !known.includes(name as ReplaceableValue));
  return allowUnless(
    unused.map((name) => notReplaceable(name, known)),
    () => values,
  );
}

function notReplaceable(name: string, known: readonly string[]): Refusal {
  return {
    code: 'not_replaceable',
    at: `values.${name}`,
    what: {
      zh: `本次计算的政策没有用到 ${name}，不能替换`,
      en: `the policy of this run does not use ${name}, so it cannot be replaced`,
    },
    next: {
      zh: `可替换的数值：${known.length === 0 ? '无' : known.join('、')}`,
      en: `values that can be replaced: ${known.length === 0 ? 'none' : known.join(', ')}`,
    },
  };
}
