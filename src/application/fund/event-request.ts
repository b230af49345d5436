import { readEventDetails } from '#application/fund/read-event-details';
import type { InsuranceType, PostCommand } from '#domain/fund/ledger-command';
import { unknownTemplate } from '#domain/fund/event-refusals';
import type { Journal } from '#domain/fund/journal';
import { present } from '#kernel/assert';
import { allowUnless, collect, type Decision, type Refusal } from '#kernel/decision';

/** An event as a person or another system asks for it: amounts in yuan, numbers of the ledger in digits. */
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
}

/** The command that a request stands for, or everything that is wrong with it; `at` begins its places in the input. */
export function readEventRequest(
  { approval, corrects, amounts, effectiveOn, ...rest }: EventRequest,
  context: {
    readonly journal: Journal;
    readonly at: string;
    readonly actor: string;
    readonly now: string;
  },
): Decision<PostCommand> {
  const { journal, at, actor, now } = context;
  const found: Refusal[] = [];
  const details = collect(readEventDetails({ amounts, effectiveOn }, context), found);
  if (!journal.templates.has(rest.template)) found.push(unknownTemplate(`${at}template`, rest.template));
  return allowUnless(found, () => ({
    ...rest,
    ...(approval === undefined ? {} : { approval: BigInt(approval) }),
    ...(corrects === undefined ? {} : { corrects: BigInt(corrects) }),
    ...present(details, 'the details of an event against which nothing was found'),
    packHash: journal.packHash,
    now,
    actor,
  }));
}
