import { describe, expect, it } from 'vitest';
import { POOL_FIELDS, type PanelField } from '#domain/panel/fields';
import { panelCsv } from '#domain/panel/panel-csv';
import { panelInput } from '#domain/panel/panel-input';
import { panelNote, panelOrigins, type Panel, type PanelRow } from '#domain/panel/panel';
import { findSubject } from '#domain/panel/subject';

const VALUES = {
  ...{ amount: '1.00', signed_amount: '-2.50', persons: '123456', score: '87.5', class: '2', flag: 'true' },
};

function row(subject: string, field: PanelField, value: string): PanelRow {
  return { scheme: 'employee', subject, field, value, origin: 'synthetic', basis: 'invented, "so"' };
}

const PANEL: Panel = {
  year: 2024,
  rows: [
    row('fund', 'openingBalance', '0.00'),
    row('fund', 'interest', '3.00'),
    row('fund', 'otherIncome', '0.00'),
    ...['yichun', 'jian'].flatMap((pool) =>
      [...POOL_FIELDS].map(([field, content]) =>
        row(pool, field, typeof content === 'string' ? VALUES[content] : (content[0] ?? '')),
      ),
    ),
    row('recovery:yichun:jian', 'amount', '9.99'),
    row('release:jian', 'amount', '7.00'),
    row('release:jian', 'cause', 'disaster'),
  ],
};

describe('a panel', () => {
  it('becomes the input of `adjust`: pools in the order of the file, amounts as text', () => {
    const input = panelInput(PANEL, 'employee');
    expect(input).toMatchObject({
      year: 2024,
      scheme: 'employee',
      fund: { openingBalance: '0.00', interest: '3.00', otherIncome: '0.00' },
      recoveries: [{ placeOfCare: 'yichun', placeOfInsurance: 'jian', amount: '9.99' }],
      reserveReleases: [{ pool: 'jian', amount: '7.00', cause: 'disaster' }],
    });
    expect(input.pools.map(({ id }) => id)).toEqual(['yichun', 'jian']);
    expect(input.pools[0]).toMatchObject({
      id: 'yichun',
      collections: '1.00',
      priorCollections: '1.00',
      revenue: '1.00',
      expenditure: '1.00',
      openingBalance: '-2.50',
      treasuryCover: '1.00',
      emergency: '1.00',
      emergencyCause: 'public_health',
      insured: 123456,
      class: 2,
      assessmentScore: '87.5',
      gapCause: 'policy',
      kind: 'county',
      conditions: {
        levyPaid: true,
        breachesCorrected: true,
        budgetMet: true,
        enrolmentMet: true,
        subsidyPaid: true,
      },
    });
  });

  it('says how many of its figures were published and how many are synthetic', () => {
    const [first, ...others] = PANEL.rows;
    const mixed: Panel = { ...PANEL, rows: first ? [{ ...first, origin: 'published' }, ...others] : [] };
    expect(panelNote(mixed).zh).toContain('其中公开数 1 个（沿用往年公布值），合成数 55 个');
    expect(panelNote(mixed).en).toMatch(
      /synthetic: of its 56 figures 1 were published .* and 55 are synthetic/,
    );
  });

  it('gives the input only the fields that it holds, and no list of releases without one', () => {
    const bare = {
      ...PANEL,
      rows: PANEL.rows.filter(({ subject, field }) => subject !== 'release:jian' && field !== 'class'),
    };
    const input = panelInput(bare, 'employee');
    expect(input).not.toHaveProperty('reserveReleases');
    expect(input.pools[0]).not.toHaveProperty('class');
  });

  it('of a projected year says so in its note and its first line, and its figures count as synthetic', () => {
    const projected: Panel = { ...PANEL, rows: PANEL.rows.map((each) => ({ ...each, origin: 'projected' })) };
    expect(panelNote(projected).zh).toContain('预测的合成数据');
    expect(panelNote(projected).en).toContain('a synthetic projection');
    expect(panelCsv(projected)).toMatch(/^# 合成数据 SYNTHETIC，预测 PROJECTION: 2024/);
    expect(panelOrigins(projected, 'employee')['given/fund/interest']?.origin).toBe('synthetic');
  });

  it('without a published figure counts none', () => {
    expect(panelNote(PANEL).zh).toContain('共 56 个数，均为合成数');
  });

  it('is written with the notice first and quotes around what holds commas', () => {
    const [notice = '', header, first] = panelCsv(PANEL).split('\n');
    expect(notice).toMatch(/^# 合成数据 SYNTHETIC/);
    expect(header).toBe('scheme,subject,field,value,origin,basis');
    expect(first).toBe('employee,fund,openingBalance,0.00,synthetic,"invented, ""so"""');
  });

  it.each([
    ['fund', { kind: 'fund' }],
    ['jian', { kind: 'pool' }],
    ['recovery:a:b', { kind: 'recovery', placeOfCare: 'a', placeOfInsurance: 'b' }],
    ['recovery:a', undefined],
    ['recovery:a:b:c', undefined],
    ['a:b', undefined],
    ['release:jian', { kind: 'release', pool: 'jian' }],
    ['release:', undefined],
    ['release:a:b', undefined],
  ])('takes the subject %s for what it is', (subject, expected) => {
    expect(findSubject(subject)).toEqual(expected);
  });
});
