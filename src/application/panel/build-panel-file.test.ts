import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { buildPanelFile, buildPanelFiles } from '#application/panel/build-panel-file';
import { readPanelAssumptions } from '#application/panel/read-panel-assumptions';
import { readCsvRows } from '#files/csv-rows';
import type { TextSource } from '#application/ports/csv-reader';
import { refusalLine } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';
import { loadTestPack } from '#tests/support/load-test-pack';

const FOLDER = 'data/panels';
const ASSUMPTIONS = `${FOLDER}/jiangxi.assumptions.yaml`;
const PLACES = ['anhui', 'jiangxi', 'jinhua', 'shandong', 'sichuan'];

function source(file: string): TextSource {
  return { file, text: readFileSync(file, 'utf8') };
}

function inputs(assumptions: TextSource, pack: Pack): Parameters<typeof buildPanelFiles>[0] {
  const disclosures = source('data/disclosures/local-fund-disclosures.csv');
  return { assumptions, disclosures, readCsv: readCsvRows, pack };
}

describe('the committed panels', () => {
  const built = new Map<string, string>();

  beforeAll(async () => {
    for (const place of PLACES) {
      const assumptions = source(`${FOLDER}/${place}.assumptions.yaml`);
      const texts = buildPanelFiles(inputs(assumptions, await loadTestPack(place)));
      if (!texts.allowed) throw new Error(texts.refusals.map(refusalLine).join('\n'));
      for (const [year, text] of texts.value) built.set(`${place}-${year}.csv`, text);
    }
  });

  it('are three years of each place, and no other', () => {
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));
    expect(names.toSorted()).toEqual([...built.keys()].toSorted());
    for (const place of PLACES) expect(names.filter((name) => name.startsWith(place))).toHaveLength(3);
  });

  it('are what the builder makes of their assumptions: after a change run `tongchou panel`', () => {
    for (const [name, text] of built) expect(readFileSync(`${FOLDER}/${name}`, 'utf8'), name).toBe(text);
  });

  it('say in their first line, in Chinese and English, that they are synthetic, and which are projections', () => {
    const projected: string[] = [];
    for (const [name, text] of built) {
      const [first = ''] = text.split('\n');
      expect(first, name).toMatch(
        /^# 合成数据 SYNTHETIC.*不代表任何地区的真实收支。 All figures are synthetic/,
      );
      if (first.includes('预测 PROJECTION')) projected.push(name);
    }
    expect(projected.toSorted()).toEqual([
      'anhui-2026.csv',
      'anhui-2027.csv',
      'jiangxi-2026.csv',
      'shandong-2026.csv',
      'sichuan-2026.csv',
    ]);
  });

  it('mark the published figures that they use, each with its source', () => {
    const published = [...built].flatMap(([name, text]) =>
      text
        .split('\n')
        .filter((line) => line.includes(',published,'))
        .map((line) => ({ name, line })),
    );
    expect(published.every(({ line }) => line.includes('https://'))).toBe(true);
    expect(published.map(({ name, line }) => `${name} ${line.split(',').slice(0, 4).join(' ')}`)).toEqual([
      'anhui-2025.csv resident suzhou insured 5457000',
      'jiangxi-2024.csv employee xinyu revenue 689000000.00',
      'jiangxi-2024.csv employee xinyu expenditure 550000000.00',
      'jiangxi-2024.csv employee xinyu insured 224300',
      'jiangxi-2024.csv resident xinyu revenue 884000000.00',
      'jiangxi-2024.csv resident xinyu expenditure 959000000.00',
      'jiangxi-2024.csv resident xinyu insured 943600',
      'sichuan-2024.csv employee provincial revenue 3030000000.00',
      'sichuan-2024.csv employee provincial expenditure 1582000000.00',
      'sichuan-2024.csv employee provincial openingBalance 6124000000.00',
      'sichuan-2024.csv employee provincial insured 363400',
    ]);
  });
});

describe('an assumptions file', () => {
  let pack: Pack;

  beforeAll(async () => {
    pack = await loadTestPack('jiangxi');
  });

  const text = readFileSync(ASSUMPTIONS, 'utf8');
  const faultsOf = (from: string, to: string): readonly string[] => {
    const changed = { file: ASSUMPTIONS, text: text.replace(from, to) };
    const decision = buildPanelFiles(inputs(changed, pack));
    return decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`);
  };
  const lineOf = (needle: string): number => text.split('\n').findIndex((line) => line.includes(needle)) + 1;

  it('has the pools of its pack, in the pack’s order', async () => {
    for (const place of PLACES) {
      const assumptions = readPanelAssumptions(source(`${FOLDER}/${place}.assumptions.yaml`));
      const cities = assumptions.allowed ? assumptions.value.cities.map(({ id }) => id) : [];
      const pools = present((await loadTestPack(place)).raw.pools, `pools of ${place}`);
      expect(cities).toEqual(pools.map(({ id }) => id));
    }
  });

  it.each([
    ['an unknown field', 'cost_level: 78%', 'cost_levl: 78%', 'cost_levl'],
    ['a rate without its sign', 'cost_level: 78%', 'cost_level: 0.78', 'cost_level'],
    ['an amount without its decimals', 'amount: 1860000.00', 'amount: 1860000', 'amount'],
    ['a year out of order', 'year: 2025', 'year: 2027', 'year'],
  ])('is refused by file, line and field for %s', (_name, from, to, field) => {
    const found = faultsOf(from, to);
    expect(found).toEqual([expect.stringContaining(`${ASSUMPTIONS}:${lineOf(from)} `)]);
    expect(found[0]).toMatch(new RegExp(`${field}$`));
  });

  it('is refused when a figure is neither published nor assumed', () => {
    expect(faultsOf('cost_level: 78%, ', '')).toEqual([
      'panel_factor_missing cities.nanchang.employee.costLevel',
    ]);
    expect(faultsOf(', opening_months: 20 ', ' ')).toEqual([
      'panel_factor_missing cities.nanchang.employee.openingMonths',
    ]);
  });

  it('is refused when it states a value that its field cannot have', () => {
    expect(faultsOf('value: public_health', 'value: flood')).toEqual([
      'panel_value_malformed jiangxi-2024 fuzhou emergencyCause value',
    ]);
  });

  it('is refused when it uses a published line that the disclosures do not hold', () => {
    expect(faultsOf('item: income', 'item: premium')).toEqual([
      'panel_published_missing published resident xinyu revenue',
    ]);
    expect(faultsOf('item: pool_income', 'item: profit')).toEqual([
      `disclosure_item_unknown ${ASSUMPTIONS}:${lineOf('item: pool_income')} item`,
    ]);
  });

  it('is refused for a year that it does not reach', () => {
    const decision = buildPanelFile(inputs(source(ASSUMPTIONS), pack), '2031');
    expect(decision.allowed ? [] : decision.refusals.map(({ code }) => code)).toEqual(['bad_year']);
  });
});
