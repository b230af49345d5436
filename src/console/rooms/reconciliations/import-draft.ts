import type { StatementImport } from '#console/api/reconciliation-queries.ts';
import type { BooksOf } from '#console/api/ledger-queries.ts';
import { yuanText } from '#console/fund/yuan-text.ts';

export type PartyId = StatementImport['party'];
export type AccountCode = StatementImport['account'];

/** Which accounts each party tells of; the service holds the same rule. */
export const ACCOUNTS_OF: Readonly<Record<PartyId, readonly AccountCode[]>> = {
  bank: ['1002', '1004'],
  finance: ['1003'],
  treasury: ['1005'],
  tax: ['1005'],
};

export const PROFILE_IDS = [
  'bank_two_columns',
  'bank_marked',
  'treasury',
  'tax_levied',
  'plain',
  'own',
] as const;
export type ProfileId = (typeof PROFILE_IDS)[number];

/** Columns that a file may have, in the order of the form. */
export const FILE_COLUMNS = [
  'date',
  'receipt',
  'payment',
  'amount',
  'direction',
  'balance',
  'reference',
  'counterparty',
  'summary',
] as const;
export type FileColumn = (typeof FILE_COLUMNS)[number];

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What stands in the fields of the form. */
export interface ImportDraft {
  readonly books: BooksOf | undefined;
  readonly party: PartyId | undefined;
  readonly account: AccountCode | undefined;
  readonly month: string;
  readonly opening: string;
  readonly closing: string;
  readonly profile: ProfileId | undefined;
  readonly headings: Readonly<Partial<Record<FileColumn, string>>>;
  readonly file: { readonly name: string; readonly content: string } | undefined;
}

export const NO_IMPORT: ImportDraft = {
  books: undefined,
  party: undefined,
  account: undefined,
  month: '',
  opening: '',
  closing: '',
  profile: undefined,
  headings: {},
  file: undefined,
};

/** What the fields ask for; undefined while something is missing. Tax tells receipts alone, without balances. */
export function importOf(draft: ImportDraft): (StatementImport & { readonly pool: string }) | undefined {
  const { books, party, account, month, profile, file } = draft;
  if (books === undefined || party === undefined || account === undefined) return undefined;
  if (profile === undefined || file === undefined || !MONTH.test(month)) return undefined;
  const balances = balancesOf(draft, party);
  const chosen = profile === 'own' ? ownProfile(draft.headings) : profile;
  if (balances === undefined || chosen === undefined) return undefined;
  const { name: fileName, content } = file;
  return { ...books, party, account, month, ...balances, profile: chosen, fileName, content };
}

function balancesOf(
  draft: ImportDraft,
  party: PartyId,
): Pick<StatementImport, 'opening' | 'closing'> | undefined {
  if (party === 'tax') return { opening: null, closing: null };
  const [opening, closing] = [yuanText(draft.opening), yuanText(draft.closing)];
  return opening === undefined || closing === undefined ? undefined : { opening, closing };
}

/** A profile needs the date and some amount; Chinese banks write amounts with thousands marks. */
function ownProfile(headings: ImportDraft['headings']): StatementImport['profile'] | undefined {
  const named = FILE_COLUMNS.flatMap((column) => {
    const heading = headings[column]?.trim() ?? '';
    return heading === '' ? [] : [[column, heading] as const];
  });
  const columns: Partial<Record<FileColumn, string>> = Object.fromEntries(named);
  const hasAmount =
    columns.amount !== undefined || columns.receipt !== undefined || columns.payment !== undefined;
  if (columns.date === undefined || !hasAmount) return undefined;
  const words =
    columns.direction === undefined
      ? {}
      : { receiptWords: ['贷', '收', 'C'], paymentWords: ['借', '付', 'D'] };
  return { columns, ...words, thousands: true, totalWords: ['合计', '本月合计'] };
}
