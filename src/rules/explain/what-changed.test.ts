import { expect, it } from 'vitest';
import { changeText, whatChanged } from '#rules/explain/what-changed';
import type { ExplainedNode } from '#rules/explain/node';
import { flag, formulaOf, money, named, run, type Given } from '#tests/support/small-formula';

const due = formulaOf((f) => {
  const cost = f.input('cost', 'fen', named('cost'));
  const share = f.round(f.timesRate(cost, f.value('share', 'rate')), 'half_up', named('share of cost'));
  const capped = f.min(share, f.value('first', 'fen'), named('capped'));
  return f.if(f.input('aided', 'truth', named('aided')), cost, capped, named('x'));
});

function nodesOf(inputs: Given): readonly ExplainedNode[] {
  const result = run(due, inputs);
  if (!result.allowed) throw new Error(JSON.stringify(result.refusals));
  return result.value.nodes;
}

const row = (cost: bigint, aided: boolean): Given => ({ cost: money(cost), aided: flag(aided) });

it('nothing changed between equal rows', () => {
  expect(whatChanged(nodesOf(row(5n, false)), nodesOf(row(5n, false)))).toEqual([]);
});

it('each figure that differs names the facts or values behind it', () => {
  const changes = whatChanged(nodesOf(row(1_000n, false)), nodesOf(row(2_000n, false)));
  expect(changes.map(({ id, causes }) => [id, causes])).toEqual([
    ['cost', ['cost']],
    ['share of cost', ['cost']],
    ['capped', ['cost']],
    ['x', ['cost']],
  ]);
  expect(changes.map((change) => changeText(change, changes).en)).toEqual([
    'the cost: 10.00 → 20.00',
    'the share of cost: 6.00 → 12.00, because of the cost',
    'the capped: 6.00 → 12.00, because of the cost',
    'the x: 6.00 → 12.00, because of the cost',
  ]);
  expect(changeText(changes[3] as never, changes).zh).toBe('【x】：6.00 → 12.00，因 【cost】');
});

it('a figure that a limit holds is no change', () => {
  const changes = whatChanged(nodesOf(row(90_000n, false)), nodesOf(row(80_000n, false)));
  expect(changes.map(({ id }) => id)).toEqual(['cost', 'share of cost']);
});

it('a branch that only one run took is told as not needed, and what chose the other is the cause', () => {
  const changes = whatChanged(nodesOf(row(1_000n, false)), nodesOf(row(1_000n, true)));
  expect(changes.map((change) => changeText(change, changes).en)).toEqual([
    'the aided: no → yes',
    'the x: 6.00 → 10.00, because of the aided',
    'share: 60% → not needed',
    'the share of cost: 6.00 → not needed',
    'first: 100.00 → not needed',
    'the capped: 6.00 → not needed',
  ]);
});
