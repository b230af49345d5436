import type { BooksRow, EntryRow, EventRow } from '#application/ports/ledger-rows';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import { evenGroups } from '#application/proof/even-groups';
import type { GivenPools } from '#application/proof/given-pools';
import { createTally } from '#application/proof/tally';

/** Money that only an adjustment fund has. */
const OF_FUNDS = ['adjustment', 'risk_reserve'];
const OPEN = ['receivable', 'advance', 'payable'];
/** Levies and allocations: paid in one pool's books, received in the other's. */
const BETWEEN_POOLS = ['5301', '5302', '4401', '4402'];

/** Checks on the stored entries of one event, whatever they were derived from. */
export interface EntryChecks {
  look(entries: readonly EntryRow[], event: EventRow | undefined): void;
  checks(): readonly LedgerCheck[];
}

/** Pool or fund by pool and insurance type, as the books were opened. */
type Kinds = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function createEntryChecks(books: readonly BooksRow[], isGiven: GivenPools): EntryChecks {
  const kinds = kindsOf(books);
  const balance = createTally('balance', {
    zh: '每事项按账、区、险种、基金、来源借贷相等',
    en: 'events balance per book, pool, type, fund and source',
  });
  const bridge = createTally('bridge', {
    zh: '两账勾稽：收付与清偿逐对方相等',
    en: 'books bridge: cash moved is what it cleared, per counterparty',
  });
  const obligations = createTally('open_obligations', {
    zh: '发生减清偿等于未清',
    en: 'what arose less what was cleared is what is open',
  });
  const mirrored = createTally('pools_mirrored', {
    zh: '上解下拨双方对应',
    en: 'levies and allocations stand on both sides',
  });
  const apart = createTally('types_apart', {
    zh: '险种之间没有资金往来',
    en: 'no money moves between insurance types',
  });
  return {
    look: (entries, event) => {
      const name = `event ${entries[0]?.event ?? ''}`;
      for (const isEven of evenGroups(entries, isAny, isSameMoney)) balance.look(!isEven, name);
      for (const isEven of evenGroups(entries, isBridged, isSameParty)) bridge.look(!isEven, name);
      for (const isEven of evenGroups(entries, isObligation, isSameParty)) obligations.look(!isEven, name);
      if (entries.some(isNobodys)) obligations.fault(`${name}: no counterparty`);
      if (entries.some(isOfPool)) {
        for (const isEven of evenGroups(entries, isPaidBetweenPools, isSameType))
          mirrored.look(!isEven, name);
        for (const isEven of evenGroups(entries, isOwedBetweenPools, isSameType))
          mirrored.look(!isEven, name);
      }
      for (const entry of entries) apart.look(!isApart(entry, event, kinds, isGiven), name);
    },
    checks: () => [balance, bridge, obligations, mirrored, apart].map((tally) => tally.check()),
  };
}

/** Of each check: whose debits and credits have to come out even, and within which groups. */
const isAny = (): boolean => true;
const isBridged = ({ counterparty, book, account }: EntryRow): boolean =>
  counterparty !== null && (book === 'cash' || account === 'cleared');
const isObligation = ({ account }: EntryRow): boolean =>
  OPEN.includes(account) || account === 'cleared' || account.startsWith('arisen.');
const isPaidBetweenPools = ({ account, counterparty }: EntryRow): boolean =>
  BETWEEN_POOLS.includes(account) && isPool(counterparty);
const isOwedBetweenPools = ({ account, counterparty }: EntryRow): boolean =>
  (account === 'payable' || account === 'receivable') && isPool(counterparty);
const isOfPool = ({ counterparty }: EntryRow): boolean => isPool(counterparty);
const isPool = (counterparty: string | null): boolean => counterparty?.startsWith('pool:') === true;
const isNobodys = ({ book, counterparty }: EntryRow): boolean =>
  book === 'obligation' && counterparty === null;

const isSameType = (a: EntryRow, b: EntryRow): boolean => a.insuranceType === b.insuranceType;
const isSameFunds = (a: EntryRow, b: EntryRow): boolean =>
  a.pool === b.pool && a.source === b.source && a.fund === b.fund && a.insuranceType === b.insuranceType;
const isSameMoney = (a: EntryRow, b: EntryRow): boolean => a.book === b.book && isSameFunds(a, b);
const isSameParty = (a: EntryRow, b: EntryRow): boolean =>
  a.counterparty === b.counterparty && isSameFunds(a, b);

function kindsOf(books: readonly BooksRow[]): Kinds {
  const kinds = new Map<string, Map<string, string>>();
  for (const { pool, insuranceType, kind } of books) {
    const ofPool = kinds.get(pool) ?? new Map<string, string>();
    kinds.set(pool, ofPool.set(insuranceType, kind));
  }
  return kinds;
}

function isApart(entry: EntryRow, event: EventRow | undefined, kinds: Kinds, isGiven: GivenPools): boolean {
  if (event === undefined || entry.insuranceType !== event.insuranceType) return false;
  if (entry.pool !== event.pool && entry.pool !== event.otherPool) return false;
  if (!isGiven(entry.pool)) return true;
  const kind = kinds.get(entry.pool)?.get(entry.insuranceType);
  return kind !== undefined && (kind === 'fund') === OF_FUNDS.includes(entry.source);
}
