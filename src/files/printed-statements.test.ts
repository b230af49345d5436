import { fileURLToPath } from 'node:url';
import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  checkPrintedStatements,
  type PrintedFormCheck,
} from '#application/statement/check-printed-statements';
import { statementReport } from '#application/statement/statement-report';
import { packFolder } from '#files/pack-folder';
import { sha256 } from '#files/sha256';
import { readStatementFile } from '#files/statement-file';
import { statementFiles } from '#files/statement-files';
import { present } from '#kernel/assert';
import { codesOf, valueOf } from '#tests/support/decided';
import { keptStatement } from '#tests/support/kept-statement';

/** The libraries are read at the first export, on a machine that may be busy. */
const LIMIT = { timeout: 60_000 };
const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));

function check(name: string, bytes: Uint8Array): ReturnType<typeof checkPrintedStatements> {
  const needs = { source: packFolder(PACKS), hash: sha256, readStatementFile };
  return checkPrintedStatements(needs, { file: { name, bytes }, pack: 'national' });
}

async function opened(unit: 'yuan' | 'wan'): Promise<excel.Workbook> {
  const workbook = new excel.Workbook();
  const bytes = await statementFiles.workbook(statementReport(keptStatement(), unit, (id) => id));
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

const saved = async (workbook: excel.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await workbook.xlsx.writeBuffer());

/** Puts a figure in place of another, as somebody might before publishing. */
function put(workbook: excel.Workbook, sheet: string, line: string, column: number, value: number): void {
  present(workbook.getWorksheet(sheet), sheet).eachRow((row) => {
    if (row.getCell(1).value === line && row.getCell(2).value !== null) row.getCell(column).value = value;
  });
}

const broken = (checks: readonly PrintedFormCheck[]): readonly string[] =>
  checks
    .filter(({ status }) => status === 'broken')
    .map(({ formName, line, column }) => `${formName.zh} ${line} ${column}`);

describe('a statement as this program exports it', LIMIT, () => {
  it.each(['yuan', 'wan'] as const)('NAT-28.10: adds up, form by form, in %s', async (unit) => {
    const checks = valueOf(await check('报表.xlsx', await saved(await opened(unit))));
    expect(new Set(checks.map(({ formName }) => formName.zh))).toEqual(
      new Set(['资产负债表', '收支表', '应收应付表']),
    );
    expect(broken(checks)).toEqual([]);
    expect(checks.some(({ status }) => status === 'within_rounding')).toBe(unit === 'wan');
  });

  it('NAT-28.10: is caught by the fen where a figure was changed, by form, line and column', async () => {
    const workbook = await opened('yuan');
    put(workbook, '收支表', '利息收入', 3, 50);
    expect(broken(valueOf(await check('报表.xlsx', await saved(workbook))))).toEqual([
      '收支表 income 本月数 统筹基金',
    ]);
  });

  it('NAT-28.10: is read the same where a sheet of it was saved as CSV, with thousands marks', async () => {
    const rows: string[] = [];
    const quoted = (text: string): string => (/[",]/.test(text) ? `"${text}"` : text);
    present((await opened('yuan')).getWorksheet('收支表'), '收支表').eachRow((row) => {
      const cells = Array.from({ length: 10 }, (_, index) => row.getCell(index + 1));
      const texts = cells.map(({ value }) =>
        typeof value === 'number'
          ? value.toLocaleString('en-US', { minimumFractionDigits: 2 })
          : typeof value === 'string'
            ? value
            : '',
      );
      rows.push(texts.map(quoted).join(','));
    });
    const bytes = new TextEncoder().encode(rows.join('\n'));
    const checks = valueOf(await check('收支表.csv', bytes));
    expect(checks.length).toBeGreaterThan(3);
    expect(broken(checks)).toEqual([]);
  });

  it('is refused where a line was renamed or a figure is none, and where no form stands in it', async () => {
    const workbook = await opened('yuan');
    const sheet = present(workbook.getWorksheet('收支表'), '收支表');
    sheet.eachRow((row) => {
      if (row.getCell(1).value === '利息收入') row.getCell(1).value = '利息';
      if (row.getCell(1).value === '基金收入合计') row.getCell(3).value = '若干';
    });
    expect(codesOf(await check('报表.xlsx', await saved(workbook)))).toEqual([
      'unknown_line',
      'printed_amount_wrong',
    ]);
    expect(codesOf(await check('别的.csv', new TextEncoder().encode('a,b\n1,2\n')))).toEqual([
      'no_statement_in_file',
    ]);
  });
});
