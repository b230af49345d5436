import { findDayAhead } from '#application/fund/find-day-ahead';
import type { LedgerStore } from '#application/ports/ledger-store';
import type { LedgerCommand, LedgerOutcome } from '#domain/fund/ledger-command';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { allow, refuse, type Decision } from '#kernel/decision';
import { assert, present } from '#kernel/assert';

/** Posts one event. A refusal is also kept under the event's key. */
export async function postEvent(
  store: LedgerStore,
  command: LedgerCommand,
): Promise<Decision<LedgerOutcome>> {
  const [outcome] = await postEvents(store, [command]);
  return present(outcome, 'an outcome for the event');
}

/**
 * Posts many events in one transaction: refused ones are kept as refused, the others posted. A batch is refused whole
 * if a key, reversed event or approval appears twice, or a day lies in the future.
 */
export async function postEvents(
  store: LedgerStore,
  commands: readonly LedgerCommand[],
): Promise<readonly Decision<LedgerOutcome>[]> {
  if (commands.length === 0) return [];
  const ahead = findDayAhead(commands);
  if (ahead !== undefined) return commands.map(() => refuse(ahead));
  assertOnce(commands.map(({ key }) => key));
  assertOnce(commands.flatMap((command) => ('reverses' in command ? [command.reverses] : [])));
  assertOnce(commands.flatMap(({ approval }) => (approval === undefined ? [] : [approval])));
  const outcomes = await store.post(commands);
  assert(
    outcomes.length === commands.length && outcomes.every(({ key }, index) => key === commands[index]?.key),
    'outcomes stand in the order of the commands',
  );
  return outcomes.map((outcome) =>
    outcome.refusal === null ? allow(outcome) : refuse(postingRefusal(outcome.refusal, outcome.key)),
  );
}

function assertOnce(named: readonly (string | bigint)[]): void {
  assert(new Set(named).size === named.length, 'a batch names a key, a reversed event and an approval once');
}
