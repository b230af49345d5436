import type { Bilingual } from '#kernel/bilingual';
import type { InsuranceType } from '#kernel/insurance-type';

/** The pooled fund, or employees' personal accounts. */
export type BudgetPart = 'pooled' | 'account';

/** The kind of books a budget is for: a pool's, or those of the adjustment fund that pools share. */
export type BooksKind = 'pool' | 'fund';

/** One line of the standard tables: an account of the chart, benefits by category. */
export interface BudgetLine {
  /** Account code; for benefits with the category, such as `5001.inpatient`. */
  readonly id: string;
  readonly account: string;
  readonly category: string | null;
  readonly side: 'income' | 'expenditure';
  readonly kind: BooksKind;
  readonly types: readonly InsuranceType[];
  /** Parts of the fund that the line may have; residents have the pooled one only. */
  readonly parts: readonly BudgetPart[];
  /**
   * Whether the line is a levy or allocation between pool and adjustment fund, eliminated when budgets are added up.
   */
  readonly isTransfer: boolean;
  readonly label: Bilingual;
  readonly cite: readonly string[];
}

const BOTH: readonly InsuranceType[] = ['employee', 'resident'];

/** Categories of benefits, as the journal templates of a payment name them. */
const CATEGORIES: Readonly<Record<string, Bilingual>> = {
  inpatient: { zh: '住院', en: 'inpatient' },
  outpatient_serious: { zh: '门诊慢特病', en: 'chronic and special outpatient' },
  outpatient: { zh: '普通门诊', en: 'ordinary outpatient' },
  maternity_medical: { zh: '生育医疗', en: 'maternity care' },
  maternity_allowance: { zh: '生育津贴', en: 'maternity allowance' },
  pharmacy: { zh: '药店购药', en: 'pharmacies' },
  other: { zh: '其他待遇', en: 'other benefits' },
};

const POOL: Pick<BudgetLine, 'kind' | 'types' | 'isTransfer' | 'category'> = {
  kind: 'pool',
  types: BOTH,
  isTransfer: false,
  category: null,
};

function income(account: string, label: Bilingual, rest: Partial<BudgetLine> = {}): BudgetLine {
  const parts = ['pooled', 'account'] as const;
  return { ...POOL, id: account, account, side: 'income', parts, label, cite: ['NAT-28.2'], ...rest };
}

function expenditure(account: string, label: Bilingual, rest: Partial<BudgetLine> = {}): BudgetLine {
  return { ...income(account, label), side: 'expenditure', ...rest };
}

/** The lines in the order of the standard tables; both kinds of books, both insurance types. */
const BUDGET_LINES: readonly BudgetLine[] = [
  income('4001', { zh: '社会保险费收入', en: 'Premiums' }),
  income('4101', { zh: '财政补贴收入', en: 'Fiscal subsidy' }, { parts: ['pooled'], cite: ['NAT-28.6'] }),
  income('4201', { zh: '利息收入', en: 'Interest' }),
  income(
    '4301',
    { zh: '转移收入', en: 'Transfers in' },
    { types: ['employee'], parts: ['account'], cite: ['NAT-28.6'] },
  ),
  income('4501', { zh: '其他收入', en: 'Other income' }, { cite: ['NAT-28.9'] }),
  income(
    '4401',
    { zh: '上级补助收入', en: 'Allocations received from above' },
    { parts: ['pooled'], isTransfer: true, cite: ['NAT-28.4'] },
  ),
  ...Object.entries(CATEGORIES).map(([category, { zh, en }]) =>
    expenditure(
      '5001',
      { zh: `待遇支出：${zh}`, en: `Benefits: ${en}` },
      { id: `5001.${category}`, category, cite: ['NAT-28.9'] },
    ),
  ),
  expenditure(
    '5101',
    { zh: '大病保险支出', en: 'Large-expense insurance' },
    { parts: ['pooled'], cite: ['NAT-28.1'] },
  ),
  expenditure(
    '5201',
    { zh: '转移支出', en: 'Transfers out' },
    { types: ['employee'], parts: ['account'], cite: ['NAT-28.6'] },
  ),
  expenditure('5401', { zh: '其他支出', en: 'Other expenditure' }, { cite: ['NAT-28.9'] }),
  expenditure(
    '5301',
    { zh: '上解上级支出', en: 'Levies remitted upward' },
    { parts: ['pooled'], isTransfer: true, cite: ['NAT-28.3'] },
  ),
  income(
    '4402',
    { zh: '下级上解收入', en: 'Levies received from below' },
    { kind: 'fund', parts: ['pooled'], isTransfer: true, cite: ['NAT-28.3'] },
  ),
  income('4201', { zh: '利息收入', en: 'Interest' }, { kind: 'fund', parts: ['pooled'] }),
  expenditure(
    '5302',
    { zh: '补助下级支出', en: 'Allocations granted downward' },
    { kind: 'fund', parts: ['pooled'], isTransfer: true, cite: ['NAT-28.4'] },
  ),
];

/** Lists the lines of one kind of books for one insurance type, with the parts of that type. */
export function linesOf(kind: BooksKind, type: InsuranceType): readonly BudgetLine[] {
  return BUDGET_LINES.filter((line) => line.kind === kind && line.types.includes(type)).map((line) => ({
    ...line,
    parts: line.parts.filter((part) => part === 'pooled' || type === 'employee'),
  }));
}

/** Finds a line by id within one kind of books; undefined for an unknown id. */
export function findLine(kind: BooksKind, id: string): BudgetLine | undefined {
  return BUDGET_LINES.find((line) => line.kind === kind && line.id === id);
}

/** Lines of premiums and interest not yet split: the books may have them, no budget does. */
const UNSPLIT_LINES: Readonly<Record<string, Bilingual>> = {
  '4601': { zh: '待转社会保险费收入', en: 'Premiums not yet split' },
  '4602': { zh: '待转利息收入', en: 'Interest not yet split' },
};

/** The accounts of income that is not split yet. */
export const UNSPLIT_ACCOUNTS: readonly string[] = Object.keys(UNSPLIT_LINES);

/** Lists the clauses that a line of a table or of the books follows. */
export function lineCites(kind: BooksKind, id: string): readonly string[] {
  return findLine(kind, id)?.cite ?? (UNSPLIT_ACCOUNTS.includes(id) ? ['NAT-28.8'] : []);
}

/** Names a line of a table or of the books. */
export function lineLabel(kind: BooksKind, id: string): Bilingual {
  return findLine(kind, id)?.label ?? UNSPLIT_LINES[id] ?? { zh: id, en: id };
}

/** Names a place of a table: 待遇支出：住院（统筹基金）; levies and allocations of the fund with the pool. */
export function nameOfKey(key: string): Bilingual {
  const [id = '', part = '', pool] = key.split('/');
  const label = (findLine('pool', id) ?? findLine('fund', id))?.label;
  const whose = Object.hasOwn(PART_LABELS, part) ? PART_LABELS[part as BudgetPart] : undefined;
  if (label === undefined || whose === undefined) return { zh: key, en: key };
  const of = pool === undefined ? '' : `，${pool}`;
  return { zh: `${label.zh}（${whose.zh}${of}）`, en: `${label.en} (${whose.en}${of.replace('，', ', ')})` };
}

const ORDER: readonly string[] = [
  ...BUDGET_LINES.filter(({ side }) => side === 'income').map(({ id }) => id),
  ...UNSPLIT_ACCOUNTS,
  ...BUDGET_LINES.filter(({ side }) => side === 'expenditure').map(({ id }) => id),
];

/** Compares lines of both kinds of books by the order of the standard tables; unknown lines come last. */
export function compareLines(one: string, other: string): number {
  const at = (id: string): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return at(one) - at(other);
}

/** Names of the parts of the fund. */
export const PART_LABELS: Readonly<Record<BudgetPart, Bilingual>> = {
  pooled: { zh: '统筹基金', en: 'pooled fund' },
  account: { zh: '个人账户', en: 'personal accounts' },
};
