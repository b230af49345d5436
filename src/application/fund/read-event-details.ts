import { chinaDateOf } from '#application/pack-life/china-time';
import * as refusals from '#domain/fund/event-refusals';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parseYuan, ZERO_FEN, type Fen } from '#kernel/fen';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';

/** When an event takes effect and what it moves, as an event, a correction and others are asked for: texts in yuan. */
interface EventDetails {
  readonly effectiveOn: string;
  readonly amounts: Readonly<Record<string, string>>;
}

/**
 * Reads day and amounts of an event; refused are what is no day, a day after today in China, and what is no amount.
 * @param at begins the places in the input
 * @param now ISO 8601 in UTC
 */
export function readEventDetails(
  { effectiveOn: day, amounts: texts }: EventDetails,
  { at, now }: { readonly at: string; readonly now: string },
): Decision<{ readonly effectiveOn: PlainDate; readonly amounts: Readonly<Record<string, Fen>> }> {
  const found: Refusal[] = [];
  const effectiveOn = parsePlainDate(day);
  const today = chinaDateOf(now);
  if (effectiveOn !== undefined && effectiveOn > today)
    found.push(refusals.dayAhead(`${at}effectiveOn`, effectiveOn, today));
  const amounts = Object.entries(texts).map(([name, text]) => {
    const amount = parseYuan(text);
    if (typeof amount === 'bigint') return [name, amount] as const;
    found.push(refusals.badAmount(`${at}amounts.${name}`, text));
    return [name, ZERO_FEN] as const;
  });
  if (effectiveOn === undefined) return refuse(refusals.badDay(`${at}effectiveOn`, day), ...found);
  return allowUnless(found, () => ({ effectiveOn, amounts: Object.fromEntries<Fen>(amounts) }));
}
