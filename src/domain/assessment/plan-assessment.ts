import type { Bilingual } from '#kernel/bilingual';
import { allow, allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { firstDayOfYear, type InsuranceYear } from '#kernel/insurance-year';
import { formatRational } from '#kernel/rational';
import { unknownClauses, unknownReadings } from '#rules/pack/check-references';
import { findAxis, findValue, type Pack } from '#rules/pack/pack';
import { resolveValue } from '#rules/value/resolve-value';

/** What a place assesses those below it by (SC-3.1, SD-5.3). */
export interface AssessmentPlan {
  readonly pack: Pack;
  readonly cite: readonly string[];
  /** Name of the value that gives the highest score of each item; out of one hundred together. */
  readonly points: string;
  readonly items: readonly { readonly id: string; readonly name: Bilingual }[];
}

/** Reads the assessment section of a pack, or says what is wrong with it; undefined where the pack has none. */
export function planAssessment(pack: Pack): Decision<AssessmentPlan | undefined> {
  const section = pack.raw.assessment;
  if (section === undefined) return allow(undefined);
  const refusals: readonly Refusal[] = [
    ...unknownClauses(pack, 'assessment', ['cite'], section.cite),
    ...unknownReadings(pack, 'assessment', ['readings'], section.readings ?? []),
    ...(isPointsOf(pack, section.points, section.items) ? [] : [badPoints(pack, section.points)]),
  ];
  const { cite, points, items } = section;
  return allowUnless(refusals, () => ({ pack, cite, points, items }));
}

/**
 * The highest score of an item in a year, with at most two decimals; undefined where the policy leaves it to the
 * authority: then the plan of the year brings it, on its document.
 */
export function pointsOf(
  { pack, points }: AssessmentPlan,
  item: string,
  year: InsuranceYear,
): Decision<string | undefined> {
  const value = findValue(pack, points);
  const axis = value?.axes?.[0];
  if (value === undefined || axis === undefined || value.kind === 'delegated') return allow(undefined);
  const at = { on: firstDayOfYear(year), cell: { [axis]: item }, assumptions: 'refuse' } as const;
  const resolved = resolveValue(pack, points, at);
  if (!resolved.allowed) return resolved;
  const { quantity } = resolved.value;
  return allow('count' in quantity ? formatRational(quantity.count, 2) : undefined);
}

function isPointsOf(pack: Pack, points: string, items: readonly { readonly id: string }[]): boolean {
  const value = findValue(pack, points);
  const [axis, ...others] = value?.axes ?? [];
  if (value?.unit !== 'score' || axis === undefined || others.length > 0) return false;
  return findAxis(pack, axis)?.join() === items.map(({ id }) => id).join();
}

function badPoints(pack: Pack, points: string): Refusal {
  return {
    code: 'bad_assessment',
    at: `${pack.locate('assessment', ['points'])} ${points}`,
    what: {
      zh: `${points} 须为按考核项目分列的分值，项目与次序须与 items 相同`,
      en: `${points} must be scores by one axis whose members are the items, in their order`,
    },
    next: {
      zh: '请按 docs/reference/pack-format.md 改正',
      en: 'write it as docs/reference/pack-format.md says',
    },
  };
}
