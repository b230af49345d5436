import { fen, formatYuan } from '#kernel/fen';
import { totalOf, type FundAmounts } from '#domain/payout/purpose';

/** One payment in the file for the bank. */
export interface BankFileLine extends FundAmounts {
  readonly line: number;
  readonly counterparty: string;
  readonly holder: string;
  readonly bank: string;
  readonly number: string;
}

export interface BankFileHead {
  readonly run: string;
  /** The expenditure account that pays. */
  readonly payer: string;
  /** The day on which the bank is to pay. */
  readonly paysOn: string;
}

export const BANK_FILE_COLUMNS = ['run', 'line', 'payee', 'bank', 'account', 'amount', 'reference'] as const;

/**
 * Writes the file that instructs a bank: one line a payment and, below as comments, the control figures: number of
 * lines, sum, payer and day, and the SHA-256 of everything above. Equal runs give equal bytes.
 */
export function bankFileText(
  head: BankFileHead,
  lines: readonly BankFileLine[],
  hash: (text: string) => string,
): string {
  const rows = lines.map((one) =>
    [
      head.run,
      String(one.line),
      one.holder,
      one.bank,
      one.number,
      formatYuan(fen(totalOf(one))),
      one.counterparty,
    ].map(csvCell),
  );
  const total = lines.reduce((sum, one) => sum + totalOf(one), 0n);
  const body = [
    [...BANK_FILE_COLUMNS],
    ...rows,
    [`# payer=${head.payer} pays_on=${head.paysOn} lines=${lines.length} total=${formatYuan(fen(total))}`],
  ];
  const text = body.map((cells) => `${cells.join(',')}\n`).join('');
  return `${text}# sha256=${hash(text)}\n`;
}

/** A cell that could be read as a formula gets an apostrophe, since such files are opened in spreadsheets as well. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r#]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
