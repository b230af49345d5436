import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkPrintedStatements } from '#application/statement/check-printed-statements';
import { packFolder } from '#files/pack-folder';
import { sha256 } from '#files/sha256';
import { readStatementFile } from '#files/statement-file';
import { codesOf, valueOf } from '#tests/support/decided';

const PACKS = fileURLToPath(new URL('../../../packs', import.meta.url));

/** The balance sheet of another agency in ten thousands, and one figure of it changed. */
function page(changed: Readonly<Record<string, string>> = {}): string {
  const figures: Record<string, string> = {
    income_account: '0.00',
    special_account: '10.01',
    expenditure_account: '2.01',
    treasury_account: '0.00',
    temporary_payments: '1.01',
    bonds: '0.00',
    assets: '13.02',
    temporary_receipts: '0.50',
    borrowings: '0.00',
    liabilities: '0.50',
    fund_balance: '12.52',
    current_result: '0.00',
    balance: '12.52',
    liabilities_and_balance: '13.02',
    ...changed,
  };
  const rows = Object.entries(figures).map(([line, amount]) => `balance_sheet,${line},end,${amount}`);
  return ['form,line,column,amount', ...rows, ''].join('\n');
}

async function check(text: string): ReturnType<typeof checkPrintedStatements> {
  return checkBytes('page.csv', new TextEncoder().encode(text));
}

function checkBytes(name: string, bytes: Uint8Array): ReturnType<typeof checkPrintedStatements> {
  const needs = { source: packFolder(PACKS), hash: sha256, readStatementFile };
  return checkPrintedStatements(needs, { file: { name, bytes }, pack: 'national' });
}

describe('a statement that somebody else published', () => {
  it('NAT-28.10: adds up within the rounding of its figures', async () => {
    const checks = valueOf(await check(page()));
    expect(checks.map(({ line, status }) => `${line} ${status}`)).toEqual([
      'assets within_rounding',
      'liabilities exact',
      'balance exact',
      'liabilities_and_balance exact',
      'assets exact',
    ]);
  });

  it('NAT-28.10: is caught where it does not, by the line', async () => {
    const checks = valueOf(await check(page({ liabilities: '0.80' })));
    const broken = checks.filter(({ status }) => status === 'broken').map(({ line }) => line);
    expect(broken).toEqual(['liabilities', 'liabilities_and_balance']);
  });

  it('NAT-28.2: is caught where its two sides differ', async () => {
    const checks = valueOf(
      await check(page({ fund_balance: '12.92', balance: '12.92', liabilities_and_balance: '13.42' })),
    );
    expect(checks.filter(({ status }) => status === 'broken').map(({ name }) => name.zh)).toEqual([
      '资产总计 = 负债和基金结余总计',
    ]);
  });

  it('concludes nothing from what is not printed, and names it', async () => {
    const text = page()
      .split('\n')
      .filter((row) => !row.includes(',bonds,'))
      .join('\n');
    const [assets] = valueOf(await check(text));
    expect(assets).toMatchObject({ line: 'assets', status: 'not_checked', missing: ['bonds'] });
  });

  it('refuses unknown forms and lines, and a line given twice', async () => {
    const header = 'form,line,column,amount';
    expect(codesOf(await check(`${header}\ndinner,assets,end,1.00\n`))).toEqual(['unknown_line']);
    expect(codesOf(await check(`${header}\nbalance_sheet,dinner,end,1.00\n`))).toEqual(['unknown_line']);
    const row = 'balance_sheet,assets,end,1.00\n';
    expect(codesOf(await check(`${header}\n${row}${row}`))).toEqual(['line_twice']);
  });
});
