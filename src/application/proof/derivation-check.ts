import type { EntryRow, EventRow } from '#application/ports/ledger-rows';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import type { Amounts } from '#application/proof/amounts';
import type { ArtefactTemplate } from '#application/proof/check-templates';
import { isDerived, sidesOf, type Sides } from '#application/proof/derive-entries';
import { createTally } from '#application/proof/tally';

/** What entries are derived from, as far as it is there. */
export interface Derivable {
  readonly template: ArtefactTemplate | undefined;
  readonly amounts: Amounts | undefined;
}

/** Derives each event's entries again from its amounts and its template, and compares them with what is stored. */
export interface DerivationCheck {
  look(event: EventRow, derived: Derivable, stored: readonly EntryRow[]): void;
  /** Entries of events that are not there. */
  lookAtUnfounded(stored: readonly EntryRow[]): void;
  check(): LedgerCheck;
}

export function createDerivationCheck(): DerivationCheck {
  const tally = createTally('entries', {
    zh: '分录可由事项与模板重新得出',
    en: 'entries follow from events and templates',
  });
  const sides = new Map<ArtefactTemplate, Map<string, Sides>>();
  const sidesFor = (template: ArtefactTemplate, type: string): Sides => {
    const ofTemplate = sides.get(template) ?? new Map<string, Sides>();
    sides.set(template, ofTemplate);
    const known = ofTemplate.get(type) ?? sidesOf(template, type);
    ofTemplate.set(type, known);
    return known;
  };
  const lookAtUnfounded = (stored: readonly EntryRow[]): void => {
    for (const { event } of stored) tally.look(true, `event ${event}`);
  };
  return {
    lookAtUnfounded,
    check: tally.check,
    look: (event, { template, amounts }, stored) => {
      const name = `event ${event.number}`;
      if (event.refusal !== null) {
        lookAtUnfounded(stored);
        return;
      }
      if (template === undefined || amounts === undefined) {
        tally.fault(name);
        lookAtUnfounded(stored);
        return;
      }
      compare(event, sidesFor(template, event.insuranceType ?? ''), amounts, stored, (isWrong) =>
        tally.look(isWrong, name),
      );
    },
  };
}

/** Walks both in the order of lines: one too many, one missing or one changed is wrong. */
function compare(
  event: EventRow,
  sides: Sides,
  amounts: Amounts,
  stored: readonly EntryRow[],
  look: (isWrong: boolean) => void,
): void {
  let at = 0;
  let written = 0n;
  let text = '0';
  for (const side of sides) {
    const amount = amounts.get(side.amount);
    if (amount === undefined) {
      look(true);
      continue;
    }
    if (amount === 0n) continue;
    if (amount !== written) {
      written = amount;
      text = amount.toString();
    }
    let entry = stored[at];
    while (entry !== undefined && entry.line < side.line) {
      look(true);
      at += 1;
      entry = stored[at];
    }
    if (entry?.line === side.line) at += 1;
    look(entry === undefined || !isDerived(entry, event, side, text));
  }
  for (; at < stored.length; at += 1) look(true);
}
