import { describe, expect, it } from 'vitest';
import { readStatements, type DisclosureRow } from '#domain/disclosure/statement';

const ROW: DisclosureRow = {
  at: 'f:2',
  place: '甲县',
  level: 'county',
  province: '',
  period: '2023',
  scheme: '居民',
  item: 'income',
  value: '74376',
  unit: '万元',
  note: '',
  source: 'https://example.org/1',
};

function faults(...rows: readonly DisclosureRow[]): readonly string[] {
  const decision = readStatements(rows);
  return decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`);
}

describe('gathering published lines into statements', () => {
  it('makes one statement for each place, period and insurance type', () => {
    const decision = readStatements([
      ROW,
      { ...ROW, at: 'f:3', scheme: '职工' },
      { ...ROW, at: 'f:4', item: 'expenditure', note: 'n', source: 'https://example.org/2' },
    ]);
    expect(decision.allowed && decision.value.map(({ scheme, figures }) => [scheme, figures.size])).toEqual([
      ['居民', 2],
      ['职工', 1],
    ]);
    expect(decision.allowed && decision.value[0]?.sources).toHaveLength(2);
    expect(decision.allowed && decision.value[0]?.notes).toEqual(['n']);
  });

  it('refuses a line or a unit it does not know', () => {
    expect(faults({ ...ROW, item: 'profit' }, { ...ROW, at: 'f:3', unit: '千元' })).toEqual([
      'disclosure_item_unknown f:2 item',
      'disclosure_unit_unknown f:3 unit',
    ]);
  });

  it('refuses a line given twice and a place given at two levels', () => {
    expect(faults(ROW, { ...ROW, at: 'f:3', level: 'city' })).toEqual([
      'disclosure_place_contradicts f:3 level',
      'disclosure_item_twice f:3 item',
    ]);
  });
});
