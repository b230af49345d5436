import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { canonicalJson } from '#kernel/canonical-json';
import { checkDisclosures } from '#application/disclosure/check-disclosures';
import type { DisclosureReport, StatementReport } from '#application/disclosure/disclosure-report';
import { displayWidth } from '#application/rendering/text-table';
import { renderDisclosureReport } from '#application/rendering/disclosure-report';
import { readCsvRows } from '#files/csv-rows';

const FILE = 'data/disclosures/local-fund-disclosures.csv';

function check(text: string) {
  return checkDisclosures({ disclosures: { file: FILE, text }, readCsv: readCsvRows });
}

function published(): DisclosureReport {
  const decision = check(readFileSync(FILE, 'utf8'));
  return present(decision.allowed ? decision.value : undefined, 'a report');
}

function statement(place: string, period: string, scheme: string): StatementReport {
  return present(
    published().statements.find(
      (candidate) => candidate.place === place && candidate.period === period && candidate.scheme === scheme,
    ),
    `${place} ${period} ${scheme}`,
  );
}

describe('the published figures that come with the program', () => {
  it('are all read, each with a source', () => {
    const report = published();
    expect(report.totals).toEqual({
      statements: 51,
      figures: 312,
      checks: { exact: 67, within_rounding: 16, incomplete: 6, broken: 3 },
    });
    expect(report.statements.every(({ sources }) => sources.length > 0)).toBe(true);
  });

  it('do not add up in three lines, each named with its difference', () => {
    const lines = published().broken.map(({ place, period, scheme, check: found }) => [
      `${found.result.at} ${place} ${period} ${scheme}`,
      found.identity,
      `${found.difference} ${found.measure}`,
    ]);
    expect(lines).toEqual([
      [`${FILE}:181 宿州市 2021 合计`, 'enrolled_by_scheme', '-100000 persons'],
      [`${FILE}:273 天津市(inferred) 2020 职工`, 'cumulative_from_last_year', '516060000.00 money'],
      [`${FILE}:274 天津市(inferred) 2019 职工`, 'cumulative_from_last_year', '475730000.00 money'],
    ]);
  });

  it('of the county budget page add up when premiums paid by others are read as part of the premiums', () => {
    const { checks } = statement('(county budget page)', '2023 execution', '居民');
    expect(checks.map(({ identity, reading, status }) => [identity, reading, status])).toEqual([
      ['income_by_source', 'paid_premiums_within_premium', 'exact'],
      ['expenditure_by_use', 'benefit', 'exact'],
      ['benefit_by_kind', 'as_listed', 'exact'],
      ['current_balance', 'by_definition', 'exact'],
      ['closing_from_opening', 'by_definition', 'exact'],
    ]);
  });

  it('[R-2] give the months payable that Urumqi and the districts of Huai’an print', () => {
    const months = (place: string, period: string, scheme: string): string | undefined =>
      statement(place, period, scheme).indicators.find(({ id }) => id === 'months_payable')?.shown;
    expect(months('乌鲁木齐市', '2013', '职工')).toBe('17.22');
    expect(months('淮安市金湖县', '2015', '居民(城镇)')).toBe('8.66');
    expect(months('淮安市开发区', '2015', '居民(城镇)')).toBe('26.05');
  });

  it('make a report that canonical JSON can hold', () => {
    expect(canonicalJson(published())).toContain('"broken":3');
  });
});

describe('the report in plain text', () => {
  it('names every broken line and closes with the sum of the checks', () => {
    const text = renderDisclosureReport(published());
    expect(text).toContain('差 difference -100000 人 persons');
    expect(text).toContain('差 difference 516,060,000.00 元 yuan');
    expect(text.split('\n').at(-1)).toBe(
      '51 份报表 statements，312 个公开数 figures；检查 checks：67 相符 exact，16 舍入之内 within rounding，' +
        '6 未列全 incomplete，3 不符 broken',
    );
  });

  it('lines its columns up though places are written in two scripts', () => {
    const [, , rule = '', first = ''] = renderDisclosureReport(published()).split('\n');
    expect(first).toMatch(/^新余市 .* 139,000,000\.00 /);
    expect(displayWidth(first)).toBeLessThanOrEqual(displayWidth(rule));
    expect(displayWidth(first.slice(0, first.indexOf('2023')))).toBe(rule.indexOf('  ') + 2);
  });
});

describe('a file of published figures', () => {
  const HEADER = 'place,level,province,period,scheme,item,value,unit,note,source';

  it.each([
    ['an unknown unit', '甲,city,乙,2023,职工,income,1,千元,,s', 'csv_choice_unknown', 'unit'],
    ['an unknown line', '甲,city,乙,2023,职工,profit,1,万元,,s', 'disclosure_item_unknown', 'item'],
    ['no source', '甲,city,乙,2023,职工,income,1,万元,,', 'csv_value_missing', 'source'],
    ['a rounded exponent', '甲,city,乙,2023,职工,income,1e4,万元,,s', 'csv_not_decimal', 'value'],
  ])('is refused for %s, by file, line and field', (_name, row, code, field) => {
    const decision = check(`${HEADER}\n${row}\n`);
    expect(decision.allowed ? [] : decision.refusals.map((refusal) => [refusal.code, refusal.at])).toEqual([
      [code, `${FILE}:2 ${field}`],
    ]);
  });
});
