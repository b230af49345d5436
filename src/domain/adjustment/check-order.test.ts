import { describe, expect, it } from 'vitest';
import { planAdjustment } from '#domain/adjustment/plan';
import { packOf, type Pipeline } from '#tests/support/invented-pipelines';

/** What the plan of a rule is refused for after a change of its pipeline: the step, and why. */
function told(pipeline: Pipeline, change: (old: string) => string): readonly string[] {
  const plan = planAdjustment(packOf(pipeline, change));
  if (plan.allowed) return [];
  return plan.refusals.map(({ code, at, what }) => {
    const [file = '', name = ''] = at.split(' ');
    const line = Number.parseInt(file.split(':').at(-1) ?? '', 10);
    return `${code} ${lineAt(pipeline, change, line)} ${name}: ${what.en}`;
  });
}

/** The text at a line of the changed pipeline, so that the place is tested and not only given. */
function lineAt(pipeline: Pipeline, change: (old: string) => string, line: number): string {
  let text = '';
  packOf(pipeline, (old) => (text = change(old)));
  return (text.split('\n')[line - 1] ?? '').trim().replace('- mechanism: ', '@');
}

/** Puts the step of a mechanism before that of another. */
const before =
  (mechanism: string, other: string) =>
  (old: string): string => {
    const step = stepOf(old, mechanism);
    return old.replace(step, '').replace(`    - mechanism: ${other}\n`, (head) => step + head);
  };

const stepOf = (text: string, mechanism: string): string =>
  text.split(/(?=^ {4}- mechanism: )/m).find((step) => step.startsWith(`    - mechanism: ${mechanism}\n`)) ??
  '';

describe('steps that clash are refused with the place of the later one', () => {
  it('SC-2.2-d, SC-R2: a reserve after all has been distributed', () => {
    expect(told('distribution_with_reserve', before('distribute_all', 'reserve'))).toEqual([
      'bad_step @reserve reserve: distribute_all pays out all that there is; reserve must come before it',
    ]);
  });

  it('R-6: who bears the rest may come after all has been distributed, since it is not the fund', () => {
    expect(told('distribution_with_reserve', (old) => old)).toEqual([]);
  });

  it('JH-R1: a levy beside full pooling, which remits the revenue itself', () => {
    const levy = `    - mechanism: levy
      with: { base: revenue, rate: levy_rate }
      cite: [YH-2]
`;
    expect(told('full_pooling', (old) => old + levy)).toEqual([
      'bad_step @levy levy: levy reckons anew what full_pooling before it has; keep one of them',
    ]);
  });
});
