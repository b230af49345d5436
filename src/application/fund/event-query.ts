import type { EntryQuery } from '#application/ports/ledger-reader';
import type { InsuranceType } from '#kernel/insurance-type';
import { parseMonth } from '#kernel/month';

/** Number of events on a page, unless given. */
const PAGE = 100;

/** A query of the journal as texts, from an address or a command line. */
export interface EventQueryTexts {
  readonly pool?: string;
  readonly insuranceType?: InsuranceType;
  readonly book?: 'cash' | 'obligation';
  readonly account?: string;
  readonly fund?: string;
  readonly source?: string;
  readonly fromMonth?: string;
  readonly toMonth?: string;
  readonly counterparty?: string;
  readonly template?: string;
  readonly after?: string;
  readonly limit?: string;
}

/** Reads the query from texts whose form the contract has checked. */
export function readEventQuery(texts: EventQueryTexts): EntryQuery {
  const { book, account, fund, source, counterparty, template, after, limit } = texts;
  const [fromMonth, toMonth] = [parseMonth(texts.fromMonth ?? ''), parseMonth(texts.toMonth ?? '')];
  return {
    ...ofPool(texts),
    ...(book === undefined ? {} : { book }),
    ...(account === undefined ? {} : { accounts: [account] }),
    ...(fund === undefined ? {} : { funds: [fund] }),
    ...(source === undefined ? {} : { sources: [source] }),
    ...(fromMonth === undefined ? {} : { fromMonth }),
    ...(toMonth === undefined ? {} : { toMonth }),
    ...(counterparty === undefined ? {} : { counterparty }),
    ...(template === undefined ? {} : { template }),
    ...(after === undefined ? {} : { after: BigInt(after) }),
    limit: limit === undefined ? PAGE : Number.parseInt(limit, 10),
  };
}

export function ofPool({
  pool,
  insuranceType,
}: Pick<EventQueryTexts, 'pool' | 'insuranceType'>): Pick<EntryQuery, 'pools' | 'insuranceType'> {
  return {
    ...(pool === undefined ? {} : { pools: [pool] }),
    ...(insuranceType === undefined ? {} : { insuranceType }),
  };
}
