import { describe, expect, it } from 'vitest';
import { findFigureExplanation } from '#application/views/figure-explanation';
import { checkShape } from '#contract/check-shape';
import { figureExplanationSchema } from '#contract/explanation';
import { present } from '#kernel/assert';
import { openedRun } from '#tests/support/opened-run';

const run = openedRun();
const explain = (figure: string): NonNullable<ReturnType<typeof findFigureExplanation>> =>
  present(findFigureExplanation(run, figure), figure);

describe('the explanation of a figure', () => {
  it('has the shape of the contract', () => {
    for (const { id } of run.output.explanation) {
      expect(checkShape(figureExplanationSchema, explain(id))).toMatchObject({ allowed: true });
    }
  });

  it('begins with the figure itself', () => {
    expect(explain('levy/east').nodes[0]).toMatchObject({ id: 'levy/east', label: { zh: '上解额' } });
  });

  it('holds every node below the figure once, and none that is not below it', () => {
    const nodes = explain('levy/east').nodes.map((node) => node.id);
    expect(nodes).toEqual(['levy/east', 'given/collections/east', 'value/levy_rate']);
  });

  it('is closed: each input of a node is there, down to given figures and pack values', () => {
    const { nodes } = explain('balance-after/north');
    const ids = nodes.map((node) => node.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const input of nodes.flatMap((node) => node.inputs)) expect(ids).toContain(input);
    for (const leaf of nodes.filter((node) => node.inputs.length === 0)) {
      expect(leaf.id).toMatch(/^(given|value|condition|fund)\//);
    }
  });

  it('gives each cited clause with its instrument, and each reading with its alternatives', () => {
    const { clauses, readings } = explain('normal/east');
    expect(clauses.find((clause) => clause.id === 'YH-5')).toMatchObject({
      instrument: { id: 'yh-2024-1', number: '云海发〔2024〕1号' },
      article: { zh: '五' },
    });
    expect(readings.find((reading) => reading.id === 'YH-R1')?.alternatives).toHaveLength(1);
  });

  it('finds readings in the packs that the run’s pack extends (R-1)', () => {
    expect(explain('levy/east').readings.map((reading) => reading.id)).toEqual(['R-1', 'R-3']);
  });

  it('is missing for a figure that the run does not have', () => {
    expect(findFigureExplanation(run, 'levy/south')).toBeUndefined();
    expect(findFigureExplanation(run, '')).toBeUndefined();
  });
});
