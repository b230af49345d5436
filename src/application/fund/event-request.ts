import { chinaDateOf } from '#application/pack-life/china-time';
import type { InsuranceType, PostCommand } from '#domain/fund/ledger-command';
import * as refusals from '#domain/fund/event-refusals';
import type { Journal } from '#domain/fund/journal';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parseYuan, ZERO_FEN, type Fen } from '#kernel/fen';
import { parsePlainDate } from '#kernel/plain-date';

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
  { approval, corrects, amounts: texts, effectiveOn: day, ...rest }: EventRequest,
  context: {
    readonly journal: Journal;
    readonly at: string;
    readonly actor: string;
    readonly now: string;
  },
): Decision<PostCommand> {
  const { journal, at, actor, now } = context;
  const effectiveOn = parsePlainDate(day);
  const found: Refusal[] = [];
  if (!journal.templates.has(rest.template))
    found.push(refusals.unknownTemplate(`${at}template`, rest.template));
  const amounts = Object.entries(texts).map(([name, text]) => {
    const amount = parseYuan(text);
    if (typeof amount === 'bigint') return [name, amount] as const;
    found.push(refusals.badAmount(`${at}amounts.${name}`, text));
    return [name, ZERO_FEN] as const;
  });
  const today = chinaDateOf(now);
  if (effectiveOn !== undefined && effectiveOn > today)
    found.push(refusals.dayAhead(`${at}effectiveOn`, effectiveOn, today));
  if (effectiveOn === undefined) return refuse(refusals.badDay(`${at}effectiveOn`, day), ...found);
  return allowUnless(found, () => ({
    ...rest,
    ...(approval === undefined ? {} : { approval: BigInt(approval) }),
    ...(corrects === undefined ? {} : { corrects: BigInt(corrects) }),
    packHash: journal.packHash,
    amounts: Object.fromEntries<Fen>(amounts),
    effectiveOn,
    now,
    actor,
  }));
}
