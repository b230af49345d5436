import { describe, expect, it } from 'vitest';
import { planAssessment, pointsOf } from '#domain/assessment/plan-assessment';
import { present } from '#kernel/assert';
import { parseInsuranceYear } from '#kernel/insurance-year';
import { inventedAssessment } from '#tests/support/invented-assessment';
import { inventedPack, type FileOverrides } from '#tests/support/invented-pack';
import { loadTestPack } from '#tests/support/load-test-pack';

const YEAR = present(parseInsuranceYear(2025), 'a year');

const faults = (overrides: FileOverrides): readonly string[] => {
  const plan = planAssessment(inventedPack(overrides));
  return plan.allowed ? [] : plan.refusals.map(({ code, at }) => `${code} ${at.split(' ').at(-1) ?? ''}`);
};

const pointsAt = (kind: 'exact' | 'delegated', item: string): unknown => {
  const plan = planAssessment(inventedPack(inventedAssessment(kind)));
  if (!plan.allowed || plan.value === undefined) throw new Error('the pack has a plan');
  return pointsOf(plan.value, item, YEAR);
};

describe('the assessment section of a pack', () => {
  it.each([
    ['sichuan', ['fund_management', 'benefit_payment']],
    ['shandong', ['enrolment', 'collection', 'cost_control', 'budget', 'performance', 'risk']],
    [
      'jinhua',
      [
        ...['policy', 'enrolment', 'contribution_level', 'collection', 'budget'],
        ...['subsidy', 'responsibility', 'total_budget', 'service', 'supervision'],
      ],
    ],
  ])('SC-3.1, SD-5.3, JH-5.3: of %s names what is assessed', async (id, items) => {
    const plan = planAssessment(await loadTestPack(id));
    expect(plan.allowed && plan.value?.items.map((item) => item.id)).toEqual(items);
  });

  it('may be left out: the plan of the year then brings the items', () => {
    expect(planAssessment(inventedPack())).toEqual({ allowed: true, value: undefined });
  });

  it('gives the points that the policy states, and none for those that it leaves open', () => {
    expect(pointsAt('exact', 'benefit')).toEqual({ allowed: true, value: '40.00' });
    expect(pointsAt('delegated', 'benefit')).toEqual({ allowed: true, value: undefined });
  });

  it('refuses points that are no scores by its items, and clauses that there are not', () => {
    expect(faults(inventedAssessment('exact', ['fund']))).toEqual(['bad_assessment assessment_points']);
    expect(faults(inventedAssessment('exact', ['benefit', 'fund']))).toEqual([
      'bad_assessment assessment_points',
    ]);
    const changed = (from: string, to: string): FileOverrides => ({
      ...inventedAssessment('exact'),
      'assessment.yaml': `assessment:
  cite: [YH-7]
  points: assessment_points
  items:
    - { id: fund, name: { zh: 项目, en: Item } }
    - { id: benefit, name: { zh: 项目, en: Item } }
`.replace(from, to),
    });
    expect(faults(changed('points: assessment_points', 'points: levy_rate'))).toEqual([
      'bad_assessment levy_rate',
    ]);
    expect(faults(changed('YH-7', 'YH-99'))).toEqual(['unknown_reference YH-99']);
  });
});
