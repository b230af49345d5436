import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { buildPanelFile } from '#application/panel/build-panel-file';
import { readPanel } from '#application/panel/read-panel';
import { readCsvRows } from '#files/csv-rows';
import { panelInput } from '#domain/panel/panel';
import { PANEL_SCHEMES, type PanelScheme } from '#domain/panel/fields';
import { parseYuan, type Fen } from '#kernel/fen';
import { rational, type Rational } from '#kernel/rational';
import { roundToFen, timesFraction } from '#kernel/rounding';
import type { TextSource } from '#application/ports/csv-reader';

const PANEL = 'data/panels/jiangxi-2024.csv';
const ASSUMPTIONS = 'data/panels/jiangxi-2024.assumptions.yaml';
const DISCLOSURES = 'data/disclosures/local-fund-disclosures.csv';

function source(file: string): TextSource {
  return { file, text: readFileSync(file, 'utf8') };
}

function build(change: (text: string) => string = (text) => text) {
  const assumptions = source(ASSUMPTIONS);
  return buildPanelFile({
    assumptions: { ...assumptions, text: change(assumptions.text) },
    disclosures: source(DISCLOSURES),
    readCsv: readCsvRows,
  });
}

function faults(change: (text: string) => string): readonly string[] {
  const decision = build(change);
  return decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`);
}

describe('the panel of Jiangxi 2024', () => {
  it('is what the builder makes of its assumptions: after a change run `tongchou panel`', () => {
    const decision = build();
    expect(decision.allowed && decision.value).toBe(readFileSync(PANEL, 'utf8'));
  });

  it('says in its first line, in Chinese and English, that it is synthetic', () => {
    const [first = ''] = readFileSync(PANEL, 'utf8').split('\n');
    expect(first).toMatch(/^# 合成数据 SYNTHETIC: .*全部为合成数据.*All figures are synthetic except/);
  });

  it('is read back whole: eleven pools of both insurance types, six figures published, all for Xinyu', () => {
    const decision = readPanel({ panel: source(PANEL), year: 2024, readCsv: readCsvRows });
    const panel = present(decision.allowed ? decision.value : undefined, 'a panel');
    for (const scheme of PANEL_SCHEMES) expect(panelInput(panel, scheme).pools).toHaveLength(11);
    const published = panel.rows.filter(({ origin }) => origin === 'published');
    expect(published.map(({ scheme, subject, field, value }) => [scheme, subject, field, value])).toEqual([
      ['employee', 'xinyu', 'revenue', '689000000.00'],
      ['employee', 'xinyu', 'expenditure', '550000000.00'],
      ['employee', 'xinyu', 'insured', '224300'],
      ['resident', 'xinyu', 'revenue', '884000000.00'],
      ['resident', 'xinyu', 'expenditure', '959000000.00'],
      ['resident', 'xinyu', 'insured', '943600'],
    ]);
    expect(published.every(({ basis }) => basis.includes('https://'))).toBe(true);
  });
});

describe('the year that the panel shows', () => {
  /** The balance after the levy, and whether it lies below the months that the rule tops up to. */
  function afterLevy(scheme: PanelScheme, rate: Rational, targetMonths: bigint) {
    const decision = readPanel({ panel: source(PANEL), year: 2024, readCsv: readCsvRows });
    const panel = present(decision.allowed ? decision.value : undefined, 'a panel');
    return panelInput(panel, scheme).pools.map((pool) => {
      const [collections, opening, revenue, expenditure, cover] = (
        ['collections', 'openingBalance', 'revenue', 'expenditure', 'treasuryCover'] as const
      ).map((field) => yuan(pool[field]));
      const levy = roundToFen(timesFraction(present(collections, 'collections'), rate), 'half_up');
      const balance = (opening ?? 0n) + (revenue ?? 0n) - (expenditure ?? 0n) - levy;
      return { pool, balance, cover, isShort: 12n * balance < targetMonths * (expenditure ?? 0n) };
    });
  }

  function yuan(text: string): Fen {
    const amount = parseYuan(text);
    return present(typeof amount === 'string' ? undefined : amount, `an amount in ${text}`);
  }

  it('[R-2] has employees’ pools below nine months after the levy and others above', () => {
    const pools = afterLevy('employee', rational(1n, 10n), 9n);
    expect(pools.filter(({ isShort }) => isShort).map(({ pool }) => pool.id)).toEqual([
      'jingdezhen',
      'pingxiang',
      'xinyu',
      'yingtan',
      'fuzhou',
    ]);
  });

  it('[R-2] has residents’ pools below six months after the levy and others above', () => {
    const pools = afterLevy('resident', rational(15n, 100n), 6n);
    expect(pools.filter(({ isShort }) => isShort).map(({ pool }) => pool.id)).toEqual([
      'jingdezhen',
      'pingxiang',
      'xinyu',
      'ganzhou',
      'fuzhou',
      'shangrao',
    ]);
  });

  it('[JX-R4] has one negative balance, covered to the fen, and one pool in each type that fails a condition', () => {
    const employees = afterLevy('employee', rational(1n, 10n), 9n);
    const residents = afterLevy('resident', rational(15n, 100n), 6n);
    const negative = [...employees, ...residents].filter(({ balance }) => balance < 0n);
    expect(negative.map(({ pool, balance, cover }) => [pool.id, balance + (cover ?? 0n)])).toEqual([
      ['pingxiang', 0n],
    ]);
    const gated = (list: typeof employees): readonly string[] =>
      list.filter(({ pool }) => Object.values(pool.conditions).includes(false)).map(({ pool }) => pool.id);
    expect([gated(employees), gated(residents)]).toEqual([['jingdezhen'], ['pingxiang']]);
  });
});

describe('an assumptions file', () => {
  const lineOf = (needle: string): number =>
    readFileSync(ASSUMPTIONS, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(needle)) + 1;

  it.each([
    ['an unknown field', 'cost_level: 78%', 'cost_levl: 78%', 'cost_levl'],
    ['a missing field', ', opening_months: 20 ', ' ', 'opening_months'],
    ['a rate without its sign', 'cost_level: 78%', 'cost_level: 0.78', 'cost_level'],
    ['an amount without its decimals', 'amount: 1860000.00', 'amount: 1860000', 'amount'],
  ])('is refused by file, line and field for %s', (_name, from, to, field) => {
    const found = faults((text) => text.replace(from, to));
    expect(found).toEqual([expect.stringContaining(`${ASSUMPTIONS}:${lineOf(from)} `)]);
    expect(found[0]).toMatch(new RegExp(`${field}$`));
  });

  it('is refused when a figure is neither published nor assumed', () => {
    expect(faults((text) => text.replace('cost_level: 78%, ', ''))).toEqual([
      'panel_factor_missing cities.nanchang.employee.costLevel',
    ]);
  });

  it('is refused when it uses a published line that the disclosures do not hold', () => {
    expect(faults((text) => text.replace('item: income', 'item: premium'))).toEqual([
      'panel_published_missing published resident xinyu revenue',
    ]);
    expect(faults((text) => text.replace('item: pool_income', 'item: profit'))).toEqual([
      `disclosure_item_unknown ${ASSUMPTIONS}:${lineOf('item: pool_income')} item`,
    ]);
  });
});
