import { describe, expect, it } from 'vitest';
import { clauseReport, type ClauseTests } from '#application/clauses/clause-report';
import { clauseState, type ClauseState } from '#application/clauses/clause-state';
import { clauseUses, type ClauseUse, type UseKind } from '#application/clauses/clause-uses';
import { renderClauseTable } from '#application/rendering/clause-table';
import type { Clause } from '#rules/pack/raw-pack';
import { inventedPack, inventedUnion, replaceOnce } from '#tests/support/invented-pack';

const use = (kind: UseKind): ClauseUse => ({ pack: 'yunhai', kind, name: 'x' });

describe('where a clause lives is read from the pack', () => {
  it('in steps, in the values that fill them, in other values, pools and readings', () => {
    const uses = clauseUses(inventedPack());
    const told = (id: string): readonly string[] =>
      (uses.get(id) ?? []).map(({ kind, name }) => `${kind} ${name}`);
    expect(told('YH-2')).toEqual(['step levy', 'step_value levy_rate']);
    expect(told('YH-3')).toEqual(['step deficit_cover', 'step conditions']);
    expect(told('YH-7')).toEqual([
      'step share_of_remainder',
      'step_value incentive_share',
      'step_value incentive_key',
      'value incentive_share_minimum',
    ]);
    expect(told('YH-8')).toEqual(['value gap_share', 'reading YH-R2']);
    expect(told('YH-1')).toEqual([
      'pipeline adjustment',
      'value deductible',
      'value inpatient_ratio',
      'value tier_step',
      'value contribution_ceiling',
      'pool east',
      'pool west',
      'pool north',
    ]);
  });

  it('in the step where an argument names the clause', () => {
    const pack = inventedPack({
      'adjustment.yaml': replaceOnce('rate: levy_rate }', 'rate: levy_rate, pause_cite: YH-8 }'),
    });
    expect(clauseUses(pack).get('YH-8')).toContainEqual({ pack: 'yunhai', kind: 'step', name: 'levy' });
  });

  it('in the sections of any later kind, found by their citations', () => {
    const pack = inventedPack();
    const section = { cite: ['YH-1'], employee: { rate: 'tier_step', cite: ['YH-8'] } };
    const raw = { ...pack.raw, later: section };
    const uses = clauseUses({ ...pack, raw });
    expect(uses.get('YH-8')).toContainEqual({ pack: 'yunhai', kind: 'step', name: 'employee' });
    expect(uses.get('YH-1')).toContainEqual({ pack: 'yunhai', kind: 'pipeline', name: 'later' });
    expect(uses.get('YH-1')).toContainEqual({ pack: 'yunhai', kind: 'step_value', name: 'tier_step' });
  });
});

describe('the state of a clause follows from its uses and tests', () => {
  it.each<[Clause['kind'], readonly UseKind[], number, ClauseState]>([
    ['rule', ['step'], 1, 'built'],
    ['rule', ['step_value'], 1, 'built'],
    ['rule', ['pipeline'], 1, 'built'],
    ['rule', ['step'], 0, 'partly'],
    ['rule', ['value', 'reading', 'pool'], 3, 'partly'],
    ['rule', [], 1, 'partly'],
    ['rule', [], 0, 'not yet'],
    ['control', ['step'], 1, 'built'],
    ['control', ['step'], 0, 'partly'],
    ['control', ['step_value', 'pipeline'], 1, 'partly'],
    ['process', ['pipeline'], 2, 'partly'],
    ['report', [], 1, 'partly'],
    ['platform', ['reading'], 0, 'partly'],
    ['platform', [], 0, 'not yet'],
  ])('a %s with uses %j and %d tests', (kind, kinds, count, state) => {
    const tests = Array.from({ length: count }, (_, index) => `file › ${index}`);
    expect(clauseState(kind, kinds.map(use), tests)).toBe(state);
  });
});

describe('the report', () => {
  const packs = [inventedUnion(), inventedPack()];
  const index: ClauseTests = {
    'YH-3': ['a.test.ts › gated'],
    'YH-2': ['a.test.ts › one', 'a.test.ts › two'],
  };

  it('adds the worked cases of the packs to the indexed tests, each once', () => {
    const { clauses } = clauseReport(packs, { 'YH-5': ['packs/yunhai/cases › east-is-topped-up'] });
    expect(clauses.find((clause) => clause.id === 'YH-5')).toMatchObject({
      state: 'built',
      tests: ['packs/yunhai/cases › east-is-topped-up'],
    });
  });

  it('tells of one pack when asked, and counts its states', () => {
    const { clauses, packs: summaries } = clauseReport(packs, index, 'yunhai');
    expect(clauses.map((clause) => `${clause.id} ${clause.state}`)).toEqual([
      'YH-1 partly',
      'YH-2 built',
      'YH-3 built',
      'YH-4 partly',
      'YH-5 built',
      'YH-6 partly',
      'YH-7 partly',
      'YH-8 partly',
    ]);
    expect(summaries).toMatchObject([
      { pack: 'yunhai', clauses: 8, counts: { built: 3, partly: 5, 'not yet': 0 } },
    ]);
  });

  it('tells of a clause of the union where the packs that extend it cite it', () => {
    const { clauses } = clauseReport(packs, index, 'union');
    expect(clauses).toMatchObject([{ id: 'UN-1', state: 'partly' }]);
  });

  it('is printed as a line for each clause and a line for each pack', () => {
    const lines = renderClauseTable(clauseReport(packs, index, 'yunhai')).split('\n');
    expect(lines).toHaveLength(2 + 8 + 1 + 1);
    expect(lines[3]).toMatch(
      /^YH-2 +built +rule +步骤 step levy; 步骤用值 value in use levy_rate +a\.test\.ts ×2$/,
    );
    expect(lines.at(-1)).toBe('yunhai 云海省：8 条款 clauses，built 3，partly 5，not yet 0');
  });
});
