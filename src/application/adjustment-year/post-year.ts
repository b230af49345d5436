import { readProposal, type YearProposal } from '#application/adjustment-year/snapshot';
import type { OpenedYear } from '#application/adjustment-year/opened-year';
import { findUsedVouchers, noteWithVoucher } from '#application/fund/bank-voucher';
import { postEvents } from '#application/fund/post-events';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import { movementCommand } from '#domain/adjustment-year/movement-command';
import type { Movement } from '#domain/adjustment-year/posted-lines';
import type { YearLine } from '#domain/adjustment-year/year-line';
import type { YearStep } from '#domain/adjustment-year/year-step';
import { present } from '#kernel/assert';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fenOf } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';

/** Reads the lines of a proposal. */
export function linesOf({ lines }: YearProposal): readonly YearLine[] {
  return lines.map((line) => ({ ...line, amount: fenOf(line.amount) }));
}

/** Reads the lines of the year's current proposal. */
export function proposalLines({ state }: OpenedYear): readonly YearLine[] {
  return linesOf(readProposal(present(state.proposed, 'the proposal')));
}

/**
 * Posts movements of a step, each as one event with its own key and the clauses of the run's figures, and records which
 * event belongs to which line. One refused event refuses the whole step.
 */
export async function postYear(
  office: YearOffice,
  { year, state }: OpenedYear,
  step: YearStep,
  movements: readonly Movement[],
  effectiveOn: PlainDate,
): Promise<Decision<{ readonly posted: number }>> {
  const proposal = readProposal(present(state.proposed, 'the proposal'));
  const artefact = present(await office.runs.findArtefact(proposal.packHash), 'the pack of the run');
  await office.ledger.registerJournal(artefact);
  const head = {
    packHash: proposal.packHash,
    fund: year.fund,
    insuranceType: year.insuranceType,
    effectiveOn,
    now: step.at,
    actor: step.by,
    key: `adjustment-year ${year.id} ${step.sequence}`,
    note: noteOf(year.year, step.version, proposal),
    approvals: new Map(Object.entries(proposal.approvals).map(([line, number]) => [line, BigInt(number)])),
  };
  const commands = movements.map((movement) => {
    const command = movementCommand(movement, head);
    return { ...command, note: noteWithVoucher(head.note, movement.voucher) };
  });
  const [used, ...others] = await findUsedVouchers(office.ledger, commands);
  if (used !== undefined) return refuse(used, ...others);
  const outcomes = await postEvents(office.ledger, commands);
  const faults: Refusal[] = [];
  const postings = movements.flatMap(({ line, part, amount }, index) => {
    const outcome = present(outcomes[index], 'an outcome');
    if (!outcome.allowed) {
      faults.push(...outcome.refusals.map((refusal) => ({ ...refusal, at: line })));
      return [];
    }
    const { number, postingMonth } = outcome.value;
    return [{ line, part, amount, event: number, postingMonth: present(postingMonth, 'a posting month') }];
  });
  if (faults.length === 0) await office.recordPostings(year, step, postings);
  return allowUnless(faults, () => ({ posted: postings.length }));
}

/** Writes the note of a difference, which names both versions: their runs and the hashes of their results. */
function noteOf(
  year: number,
  version: number,
  { run, resultHash, previous }: ReturnType<typeof readProposal>,
): string {
  const own = `${year} v${version} run ${run} ${resultHash}`;
  if (previous === null) return own;
  return `${own}; corrects v${previous.version} run ${previous.run} ${previous.resultHash}`;
}
