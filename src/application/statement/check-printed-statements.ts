import { loadPackWithParents, type PackLoading } from '#application/packs/load-pack-with-parents';
import type { CsvColumn, CsvReader, TextSource } from '#application/ports/csv-reader';
import { checkPrinted, type PrintedCheck, type PrintedColumn } from '#domain/statement/check-printed';
import { planStatements, type StatementPlan } from '#domain/statement/plan-forms';
import { parseDecimal, type Decimal } from '#kernel/decimal-text';
import { allow, allowUnless, type Decision, type Refusal } from '#kernel/decision';

/** Ten decimals of an amount in 亿元 reach to the fen. */
const MAX_DECIMALS = 10;

const COLUMNS: readonly CsvColumn<'form' | 'line' | 'column' | 'amount'>[] = [
  { name: 'form', content: { kind: 'text' } },
  { name: 'line', content: { kind: 'text' } },
  { name: 'column', content: { kind: 'text' } },
  { name: 'amount', content: { kind: 'decimal', maxDecimals: MAX_DECIMALS } },
];

/**
 * Checks statements that others published, by line of our forms: `form,line,column,amount`, the amounts as printed and
 * each column in one unit. A sum that does not hold is a finding that names its line; a file that cannot be read, or an
 * unknown line, is a refusal.
 */
export async function checkPrintedStatements(
  loading: PackLoading,
  input: { readonly file: TextSource; readonly readCsv: CsvReader; readonly pack: string },
): Promise<Decision<readonly (PrintedCheck & { readonly form: string })[]>> {
  const pack = await loadPackWithParents(loading, input.pack);
  if (!pack.allowed) return pack;
  const plan = planStatements(pack.value);
  if (!plan.allowed) return plan;
  const rows = input.readCsv(input.file, COLUMNS);
  if (!rows.allowed) return rows;
  const printed = rows.value.map(({ file, line, cells }) => ({ ...cells, at: `${file}:${line}` }));
  const columns = gather(plan.value, printed);
  if (!columns.allowed) return columns;
  return allow(
    columns.value.flatMap((one) => checkPrinted(one).map((check) => ({ ...check, form: one.form.id }))),
  );
}

interface PrintedRow {
  readonly form: string;
  readonly line: string;
  readonly column: string;
  readonly amount: string;
  readonly at: string;
}

function gather({ forms }: StatementPlan, rows: readonly PrintedRow[]): Decision<readonly PrintedColumn[]> {
  const faults: Refusal[] = [];
  const columns = new Map<string, PrintedColumn & { readonly figures: Map<string, Decimal> }>();
  for (const { form: id, line, column, amount, at } of rows) {
    const form = forms.find((one) => one.id === id);
    if (form === undefined) faults.push(unknown(`${at} form`, id));
    else if (!form.lines.some((one) => one.id === line)) faults.push(unknown(`${at} line`, line));
    else {
      const decimal = parseDecimal(amount, MAX_DECIMALS);
      const own = columns.get(`${id} ${column}`) ?? { form, column, figures: new Map<string, Decimal>() };
      columns.set(`${id} ${column}`, own);
      if (own.figures.has(line)) faults.push(twice(`${at} line`, line));
      if (typeof decimal !== 'string') own.figures.set(line, decimal);
    }
  }
  return allowUnless(faults, () => [...columns.values()]);
}

function unknown(at: string, id: string): Refusal {
  return {
    code: 'unknown_line',
    at,
    what: { zh: `没有报表或行“${id}”`, en: `there is no form or line "${id}"` },
    next: { zh: '请用 statements.yaml 中的编号', en: 'use an id of statements.yaml' },
  };
}

function twice(at: string, line: string): Refusal {
  return {
    code: 'line_twice',
    at,
    what: { zh: `${line} 重复`, en: `${line} is given twice` },
    next: { zh: '每栏每行只留一个数', en: 'keep one figure for each line of a column' },
  };
}
