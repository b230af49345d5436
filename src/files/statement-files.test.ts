import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { KeptStatement } from '#application/ports/statement-store';
import type { FormsReport } from '#application/exports/forms-report';
import { statementReport } from '#application/statement/statement-report';
import { statementFiles } from '#files/statement-files';
import { present } from '#kernel/assert';
import { keptStatement } from '#tests/support/kept-statement';
import { readPdf } from '#tests/support/pdf-text';

/** The font and the libraries are read at the first export, on a machine that may be busy. */
const LIMIT = { timeout: 60_000 };

function report(unit: 'yuan' | 'wan', state?: KeptStatement['state']): FormsReport {
  return statementReport(keptStatement(state), unit, (id) => ({ 'u-1': '王一', 'u-2': '李二' })[id] ?? id);
}

async function sheetOf(made: FormsReport, name: string): Promise<excel.Worksheet> {
  const workbook = new excel.Workbook();
  const bytes = await statementFiles.workbook(made);
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return present(workbook.getWorksheet(name), name);
}

function rowNamed(sheet: excel.Worksheet, name: string): readonly unknown[] {
  const found: unknown[] = [];
  sheet.eachRow((row) => {
    if (row.getCell(1).value === name) found.push(...(row.values as unknown[]).slice(1));
  });
  return found;
}

describe('a statement as a workbook', LIMIT, () => {
  it('NAT-28.10: has unit, period, lines with their numbers, pooled fund and accounts apart, and who signed', async () => {
    const sheet = await sheetOf(report('yuan'), '收支表');
    expect(rowNamed(sheet, '单位')).toEqual(['单位', '元']);
    expect(rowNamed(sheet, '期间')).toEqual(['期间', '2026 年 1 月']);
    expect(rowNamed(sheet, '利息收入').slice(0, 6)).toEqual(['利息收入', '4', 49.99, 49.99, 0, 99.98]);
    const head = rowNamed(sheet, '项目').slice(0, 6);
    expect(head).toEqual([
      '项目',
      '行次',
      '本月数 统筹基金',
      '本月数 个人账户',
      '本月数 待分摊',
      '本月数 合计',
    ]);
    const last = sheet.getRow(sheet.rowCount).getCell(1).text;
    expect(last).toContain('编制：王一');
    expect(last).toContain('复核：李二');
  });

  it('NAT-P.3: shows ten thousands, and beside them what rounding leaves over', async () => {
    const sheet = await sheetOf(report('wan'), '收支表');
    expect(rowNamed(sheet, '单位')).toEqual(['单位', '万元']);
    expect(rowNamed(sheet, '财政补贴收入')[2]).toBe(123.45);
    expect(rowNamed(sheet, '利息收入').slice(2, 6)).toEqual([0, 0, 0, 0.01]);
    expect(rowNamed(sheet, '基金收入合计').slice(2, 6)).toEqual([123.46, 0, 0, 123.46]);
    const differences: unknown[][] = [];
    sheet.eachRow((row) => {
      if (row.getCell(3).value === '各行') differences.push((row.values as unknown[]).slice(1));
    });
    expect(differences[0]).toEqual(['基金收入合计', '本月数 统筹基金', '各行', 0.01]);
  });

  it('NAT-28.5: consolidated, is headed by the place and its fund, and drawn up by the place’s agency', () => {
    const one = keptStatement();
    const { subject, ...rest } = JSON.parse(one.content) as { readonly subject: object };
    const group = { ...subject, kind: 'group', name: { zh: '云海省', en: 'Yunhai' } };
    const content = JSON.stringify({ ...rest, subject: group });
    const { title, head } = statementReport({ ...one, content }, 'yuan', (id) => id);
    expect([title, head[0]]).toEqual([
      '云海省职工基本医疗保险基金汇总报表',
      ['编制单位', '云海省医疗保险经办机构'],
    ]);
  });

  it('is the same bytes whenever it is made', async () => {
    const made = report('yuan');
    const first = await statementFiles.workbook(made);
    await new Promise((resolve) => setTimeout(resolve, 2100)); // a ZIP file tells time in steps of two seconds
    expect(Buffer.compare(first, await statementFiles.workbook(made))).toBe(0);
  });
});

describe('a statement as a PDF', LIMIT, () => {
  it('NAT-28.10: has each form with its number, its amounts and who signed, in an embedded Chinese font', async () => {
    const { pages, embeddedFonts } = readPdf(await statementFiles.pdf(report('yuan')));
    const text = pages.join('\n').replace(/\s/g, '');
    expect(embeddedFonts).toHaveLength(1);
    for (const said of [
      '资产负债表（会社保01表）',
      '收支表（会社保02表）',
      '应收应付表',
      '勾稽关系',
      '单位：元',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toContain('1,234,549.99');
    expect(text).toContain('复核：李二');
    expect(pages.every((page) => page.includes('statement-1'))).toBe(true);
    expect(text).not.toContain('待复核');
  });

  it('NAT-28.10: keeps a form on one page where it fits, with the closing line and the line for signing', async () => {
    const { pages } = readPdf(await statementFiles.pdf(report('yuan')));
    expect(pages).toHaveLength(3);
    const cash = pages.find((page) => page.includes('收支表（'))?.replace(/\s/g, '') ?? '';
    expect(cash).toContain('期初结余');
    expect(cash).toContain('期末结余');
    expect(cash).toContain('单位负责人');
  });

  it('NAT-28.10: breaks a form that is longer than a page before its closing lines, never before the last alone', async () => {
    const made = report('yuan');
    const [first] = made.forms;
    const { table } = present(first, 'a form');
    for (const more of [30, 31, 32, 33, 34, 35, 36]) {
      const rows = Array.from({ length: more }, (_, index) => [
        `行${index}`,
        ...table.columns.slice(1).map(() => null),
      ]);
      const forms = [{ table: { ...table, rows }, differences: null }];
      const { pages } = readPdf(await statementFiles.pdf({ ...made, forms }));
      const signed = pages.filter((page) => page.includes('单位负责人'));
      expect([more, signed.length]).toEqual([more, 1]);
      for (const last of [1, 2, 3, 4]) expect(signed[0]).toContain(`行${more - last}`);
    }
  });

  it('NAT-28.10: says across each page that nobody has checked it yet', async () => {
    const { pages } = readPdf(await statementFiles.pdf(report('yuan', 'proposed')));
    expect(pages.every((page) => page.includes('待复核'))).toBe(true);
  });

  it('is the same bytes whenever it is made', async () => {
    const made = report('wan');
    const first = await statementFiles.pdf(made);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.compare(first, await statementFiles.pdf(made))).toBe(0);
  });
});
