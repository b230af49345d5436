import type { EventRow } from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import { createApprovalChecks } from '#application/proof/approval-checks';
import type { Amounts } from '#application/proof/amounts';
import { createCitationChecks } from '#application/proof/citation-checks';
import { contentText } from '#application/proof/content-text';
import type { Derivable } from '#application/proof/derivation-check';
import { createKeyCensus, findRepeatedKeys } from '#application/proof/key-census';
import { createOpenMonths } from '#application/proof/open-months';
import { keepTexts } from '#application/proof/json-texts';
import type { GivenPools } from '#application/proof/given-pools';
import type { Minors } from '#application/proof/sealed-minors';
import { createTally } from '#application/proof/tally';

/** Checks on events alone, which come in the order of their numbers. */
export interface EventChecks {
  look(event: EventRow, derived: Derivable): void;
  /** `again`: the events once more, for keys that seem to occur twice. */
  checks(again: () => AsyncIterable<readonly EventRow[]>): Promise<readonly LedgerCheck[]>;
}

const NO_AMOUNTS: Amounts = new Map();

export function createEventChecks(
  minors: Minors,
  citedNumbers: ReadonlySet<string>,
  { sha256Hex }: LedgerSeals,
  isGiven: GivenPools,
): EventChecks {
  const months = createTally('posting_months', {
    zh: '记入第一个未结账月份',
    en: 'events stand in the first open month',
  });
  const keys = createTally('keys', {
    zh: '业务号唯一，内容与其摘要一致',
    en: 'keys are unique and contents have their hash',
  });
  const open = createOpenMonths(minors.books, minors.months);
  const citations = createCitationChecks(citedNumbers);
  const approvals = createApprovalChecks(minors.requests, minors.approvals, isGiven);
  const census = createKeyCensus();
  return {
    look: (event, { template, amounts = NO_AMOUNTS }) => {
      const name = `event ${event.number}`;
      keys.look(sha256Hex(contentText(event)) !== event.contentHash, name);
      census.add(event.key);
      if (event.refusal !== null) return;
      open.advance(Number(event.number));
      months.look(!isInRightMonth(event, open.find, isGiven), name);
      citations.look(event, template, amounts);
      approvals.look(event, template, amounts);
    },
    checks: async (again) => {
      const suspects = census.suspects();
      const repeated = suspects.size === 0 ? [] : await findRepeatedKeys(again(), suspects);
      for (const key of repeated) keys.fault(`key ${key}`);
      return [...citations.checks(), months.check(), approvals.check(), keys.check()];
    },
  };
}

/**
 * The latest of the event's own month and the first open months of its pools; wrong where one has no books. Of a pool that
 * is withheld nobody knows which month was open, so that the event may stand later for it.
 */
function isInRightMonth(
  { effectiveOn, postingMonth, pool, otherPool, insuranceType }: EventRow,
  firstOpen: (pool: string | null, insuranceType: string | null) => string | undefined,
  isGiven: GivenPools,
): boolean {
  if (postingMonth === null) return false;
  let right = monthOf(effectiveOn);
  let isKnown = true;
  for (const one of otherPool === null ? [pool] : [pool, otherPool]) {
    if (!isGiven(one)) {
      isKnown = false;
      continue;
    }
    const open = firstOpen(one, insuranceType);
    if (open === undefined) return false;
    if (open > right) right = open;
  }
  return isKnown ? postingMonth === right : postingMonth >= right;
}

/** The first day of a date's month. */
const monthOf = keepTexts((date: string) => `${date.slice(0, 7)}-01`);
