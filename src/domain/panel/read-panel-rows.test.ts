import { describe, expect, it } from 'vitest';
import { FUND_FIELDS, PANEL_SCHEMES, POOL_FIELDS, type PanelNeeds } from '#domain/panel/fields';
import { readPanelRows, type RawPanelRow } from '#domain/panel/read-panel-rows';

const SAMPLE = {
  amount: '1.00',
  signed_amount: '-1.00',
  persons: '7',
  score: '80',
  class: '3',
  flag: 'true',
};

const ALL: PanelNeeds = { schemes: PANEL_SCHEMES, fields: new Set(POOL_FIELDS.keys()) };

/** A whole panel of two pools and one recovery in each insurance type. */
function whole(): readonly RawPanelRow[] {
  const rows = PANEL_SCHEMES.flatMap((scheme) => [
    ...FUND_FIELDS.map((field) => [scheme, 'fund', field, '0.00']),
    ...['a', 'b'].flatMap((pool) =>
      [...POOL_FIELDS].map(([field, content]) => [
        ...[scheme, pool, field],
        typeof content === 'string' ? SAMPLE[content] : (content[0] ?? ''),
      ]),
    ),
    [scheme, 'recovery:a:b', 'amount', '5.00'],
    [scheme, 'release:a', 'amount', '5.00'],
    [scheme, 'release:a', 'cause', 'epidemic'],
  ]);
  return rows.map(([scheme = '', subject = '', field = '', value = ''], index) => ({
    ...{ at: `p.csv:${index + 3}`, scheme, subject, field, value, origin: 'synthetic', basis: 'x' },
  }));
}

function faults(rows: readonly RawPanelRow[], needs = ALL): readonly string[] {
  const decision = readPanelRows({ file: 'p.csv', year: 2024, needs }, rows);
  return decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`);
}

function faultsWith(change: Partial<RawPanelRow>, subject: string, field: string): readonly string[] {
  return faults(
    whole().map((row) =>
      row.scheme === 'employee' && row.subject === subject && row.field === field
        ? { ...row, ...change }
        : row,
    ),
  );
}

describe('the rows of a panel', () => {
  it('are taken when every figure of every pool is there once', () => {
    expect(faults(whole())).toEqual([]);
  });

  it.each([
    ['a third decimal', 'a', 'collections', '1.005'],
    ['a negative collection', 'a', 'collections', '-1.00'],
    ['an exponent', 'a', 'openingBalance', '1e3'],
    ['half a person', 'a', 'insured', '7.5'],
    ['an unknown cause', 'a', 'emergencyCause', 'flood'],
    ['a condition that is neither true nor false', 'a', 'conditions.levyPaid', 'yes'],
    ['a recovery below zero', 'recovery:a:b', 'amount', '-5.00'],
    ['a release for an unknown cause', 'release:a', 'cause', 'wish'],
    ['a score below zero', 'a', 'assessmentScore', '-1'],
    ['a class that there is not', 'a', 'class', '4'],
    ['a kind that there is not', 'a', 'kind', 'town'],
  ])('are refused for %s', (_name, subject, field, value) => {
    expect(faultsWith({ value }, subject, field)).toEqual([
      expect.stringMatching(/^panel_value_malformed p\.csv:\d+ value$/),
    ]);
  });

  it('may open with a negative balance', () => {
    expect(faultsWith({ value: '-84460000.00' }, 'a', 'openingBalance')).toEqual([]);
  });

  it('are refused when one is missing, for it is not read as zero', () => {
    expect(faults(whole().filter(({ at }) => at !== 'p.csv:6'))).toEqual([
      'panel_figure_missing p.csv:7 field',
    ]);
    expect(faults(whole().filter(({ scheme }) => scheme === 'employee'))).toEqual(
      [...FUND_FIELDS, 'collections'].map(() => 'panel_figure_missing p.csv field'),
    );
  });

  it('[R-7] need only the figures and insurance types that the rule needs, and may hold no other type', () => {
    const needs: PanelNeeds = { schemes: ['employee'], fields: new Set(['revenue', 'class']) };
    const employees = whole().filter(({ scheme }) => scheme === 'employee');
    const few = employees.filter(({ field }) => field !== 'gapCause' && field !== 'insured');
    expect(faults(few, needs)).toEqual([]);
    expect(
      faults(
        few.filter(({ field }) => field !== 'class'),
        needs,
      ),
    ).toHaveLength(2);
    expect(faults(whole(), needs)).toEqual([expect.stringMatching(/^not_in_force p\.csv:\d+ scheme$/)]);
  });

  it('are refused when one is there twice', () => {
    const [first] = whole();
    expect(first && faults([...whole(), { ...first, at: 'p.csv:99' }])).toEqual([
      'panel_figure_twice p.csv:99 field',
    ]);
  });

  it('are refused for a field or a subject that no panel has', () => {
    expect(faultsWith({ field: 'interest' }, 'a', 'collections')).toEqual([
      'panel_field_unknown p.csv:6 field',
      'panel_figure_missing p.csv:6 field',
    ]);
    expect(faultsWith({ subject: 'recovery:a:nowhere' }, 'recovery:a:b', 'amount')).toEqual([
      expect.stringMatching(/^panel_subject_unknown p\.csv:\d+ subject$/),
    ]);
    expect(faultsWith({ subject: 'release:nowhere' }, 'release:a', 'amount')).toEqual([
      expect.stringMatching(/^panel_subject_unknown /),
      expect.stringMatching(/^panel_figure_missing /),
      expect.stringMatching(/^panel_figure_missing /),
    ]);
    expect(faultsWith({ subject: 'a:b' }, 'recovery:a:b', 'amount')).toEqual([
      expect.stringMatching(/^panel_subject_unknown p\.csv:\d+ subject$/),
    ]);
  });
});
