import { readEventDetails } from '#application/fund/read-event-details';
import { noteWithVoucher } from '#application/fund/bank-voucher';
import type { PostCommand } from '#domain/fund/ledger-command';
import { unknownTemplate } from '#domain/fund/event-refusals';
import type { Journal } from '#domain/fund/journal';
import { present } from '#kernel/assert';
import { allowUnless, collect, type Decision, type Refusal } from '#kernel/decision';
import type { InsuranceType } from '#kernel/insurance-type';

/** A requested event: amounts in yuan, ledger numbers in digits. */
export interface EventRequest {
  readonly key: string;
  readonly template: string;
  readonly pool: string;
  readonly otherPool?: string;
  readonly insuranceType: InsuranceType;
  readonly counterparty?: string;
  readonly category?: string;
  readonly amounts: Readonly<Record<string, string>>;
  readonly effectiveOn: string;
  readonly clauses?: readonly string[];
  readonly approval?: string;
  readonly corrects?: string;
  readonly note?: string;
  /** Number of the bank voucher (银行回单号). */
  readonly voucher?: string;
}

/** Reads a request into a command, or lists all its faults; `at` prefixes their places in the input. */
export function readEventRequest(
  { approval, corrects, amounts, effectiveOn, note = '', voucher, ...rest }: EventRequest,
  context: {
    readonly journal: Journal;
    readonly at: string;
    readonly actor: string;
    readonly now: string;
  },
): Decision<PostCommand> {
  const { journal, at, actor, now } = context;
  const found: Refusal[] = [];
  const details = collect(readEventDetails({ amounts, effectiveOn, corrects }, context), found);
  if (!journal.templates.has(rest.template)) found.push(unknownTemplate(`${at}template`, rest.template));
  return allowUnless(found, () => ({
    ...rest,
    ...(note === '' && voucher === undefined ? {} : { note: noteWithVoucher(note, voucher) }),
    ...(approval === undefined ? {} : { approval: BigInt(approval) }),
    ...(corrects === undefined ? {} : { corrects: BigInt(corrects) }),
    ...present(details, 'the details of an event against which nothing was found'),
    packHash: journal.packHash,
    now,
    actor,
  }));
}
