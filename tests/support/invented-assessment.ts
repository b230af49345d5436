import type { FileOverrides } from '#tests/support/invented-pack';

/** What the invented province scores its cities by: its points are stated, or left open with an assumption. */
export function inventedAssessment(kind: 'exact' | 'delegated', items = ['fund', 'benefit']): FileOverrides {
  const assumed = kind === 'exact' ? '' : ', reading: YH-R1, reliability: own';
  return {
    'assessment.yaml': `assessment:
  cite: [YH-7]
  points: assessment_points
  items:
${items.map((id) => `    - { id: ${id}, name: { zh: 项目, en: Item } }`).join('\n')}
`,
    'values/assessment.yaml': `axes:
  assessment_item: [fund, benefit]
values:
  assessment_points:
    label: { zh: 满分, en: Points }
    unit: score
    kind: ${kind}
    anchor: fund_year
    axes: [assessment_item]
    versions:
      - { from: 2024-01-01, cells: { fund: 60, benefit: 40 }, cite: [YH-7]${assumed} }
`,
  };
}
