import type { EventRow } from '#application/ports/ledger-rows';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import type { ArtefactTemplate } from '#application/proof/check-templates';
import { createTally } from '#application/proof/tally';

/** Amounts by name, in fen. */
type Amounts = ReadonlyMap<string, bigint>;

/** An event that a later one reverses or corrects, as far as it matters to that. */
interface Cited {
  readonly identity: string;
  readonly isReversal: boolean;
  readonly amounts: Amounts;
}

/** Checks of reversals and corrections; events come in the order of their numbers, so that what is cited is known. */
export interface CitationChecks {
  look(event: EventRow, template: ArtefactTemplate | undefined, amounts: Amounts): void;
  checks(): readonly LedgerCheck[];
}

/** `citedNumbers`: the events to remember; a ledger has few of them. */
export function createCitationChecks(citedNumbers: ReadonlySet<string>): CitationChecks {
  const reversals = createTally('reversals', {
    zh: '冲销与原事项相抵且只有一次',
    en: 'reversals undo exactly, and once',
  });
  const corrections = createTally('corrections', {
    zh: '负数只见于冲销、更正和结转',
    en: 'amounts below zero only reverse, correct or close',
  });
  const cited = new Map<string, Cited>();
  const reversed = new Set<string>();
  return {
    look: (event, template, amounts) => {
      const { number, reverses, corrects } = event;
      if (reverses !== null) {
        const original = cited.get(reverses);
        const isRight =
          original !== undefined && !reversed.has(reverses) && isUndone(original, event, amounts);
        reversals.look(!isRight, `event ${number}`);
        reversed.add(reverses);
      } else if (corrects !== null || [...amounts.values()].some((amount) => amount < 0n)) {
        const isRight =
          corrects === null
            ? template?.kind === 'close'
            : cited.get(corrects)?.identity.startsWith(`${correctedIdentity(event)}|`) === true;
        corrections.look(!isRight, `event ${number}`);
      }
      if (citedNumbers.has(number)) {
        cited.set(number, { identity: identityOf(event), isReversal: reverses !== null, amounts });
      }
    },
    checks: () => [reversals.check(), corrections.check()],
  };
}

function isUndone(original: Cited, event: EventRow, amounts: Amounts): boolean {
  if (original.isReversal || original.identity !== identityOf(event)) return false;
  if (original.amounts.size !== amounts.size) return false;
  return [...original.amounts].every(([name, amount]) => amounts.get(name) === -amount);
}

/** What a reversal has in common with its original; no part of it holds a line break. */
function identityOf(event: EventRow): string {
  return `${correctedIdentity(event)}|${JSON.stringify([event.packHash, event.category])}`;
}

/** What a correction has in common: the pack may be a later version, the category another. */
function correctedIdentity(event: EventRow): string {
  const { template, pool, otherPool, insuranceType, counterparty } = event;
  return JSON.stringify([template, pool, otherPool, insuranceType, counterparty]);
}
