import type { BooksOf, EventFields, JournalTemplate } from '#console/api/ledger-queries.ts';
import { yuanText } from '#console/fund/yuan-text.ts';
import { DAY } from '#console/fund/patterns.ts';

/** What is typed of an event before it is posted. */
export interface PostDraft {
  readonly partyKind: string | undefined;
  readonly partyId: string;
  readonly category: string | undefined;
  readonly otherPool: string | undefined;
  /** As typed, by the names of the template. */
  readonly amounts: Readonly<Record<string, string>>;
  readonly effectiveOn: string;
  readonly approval: string | undefined;
  /** Number of the bank's voucher; empty where there is none. */
  readonly voucher: string;
  readonly note: string;
}

export function emptyDraft(today: string): PostDraft {
  return {
    partyKind: undefined,
    partyId: '',
    category: undefined,
    otherPool: undefined,
    amounts: {},
    effectiveOn: today,
    approval: undefined,
    voucher: '',
    note: '',
  };
}

/** The event that a draft stands for, or undefined while something that its template asks for is missing. */
export function eventOfDraft(
  draft: PostDraft,
  template: JournalTemplate,
  { pool, insuranceType }: BooksOf,
  key: string,
): EventFields | undefined {
  const { partyKind, category, otherPool, approval, effectiveOn } = draft;
  const partyId = draft.partyId.trim();
  const names = template.amounts[insuranceType];
  const amounts = names.map((name) => [name, amountOf(draft.amounts[name] ?? '')] as const);
  const hasParty = template.parties.length === 0 || (partyKind !== undefined && partyId !== '');
  const hasCategory = template.categories.length === 0 || category !== undefined;
  const hasOther = !template.betweenPools || otherPool !== undefined;
  const hasAmounts = amounts.every(([, amount]) => amount !== undefined);
  const isNil = amounts.every(([, amount]) => amount === NIL);
  if (!hasParty || !hasCategory || !hasOther || !hasAmounts || isNil || !DAY.test(effectiveOn))
    return undefined;
  if (template.needsApproval && approval === undefined) return undefined;
  return {
    key,
    template: template.id,
    pool,
    insuranceType,
    effectiveOn,
    amounts: Object.fromEntries(amounts.map(([name, amount]) => [name, amount ?? NIL])),
    ...(template.parties.length === 0 ? {} : { counterparty: `${partyKind ?? ''}:${partyId}` }),
    ...(template.categories.length === 0 || category === undefined ? {} : { category }),
    ...(template.betweenPools && otherPool !== undefined ? { otherPool } : {}),
    ...(approval === undefined ? {} : { approval }),
    ...(draft.voucher.trim() === '' ? {} : { voucher: draft.voucher.trim() }),
    ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
  };
}

const NIL = '0.00';

/** Nothing typed is nil: the template's other amounts are asked for as well. */
function amountOf(typed: string): string | undefined {
  return typed.trim() === '' ? NIL : yuanText(typed);
}
