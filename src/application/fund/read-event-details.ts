import { chinaDateOf } from '#application/time/china-time';
import * as refusals from '#domain/fund/event-refusals';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parseYuan, ZERO_FEN, type Fen } from '#kernel/fen';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';

/** Day and amounts of a requested event or correction: texts, in yuan. */
interface EventDetails {
  readonly effectiveOn: string;
  readonly amounts: Readonly<Record<string, string>>;
  /** Number of the event that this one corrects by a difference; only then may amounts be negative. */
  readonly corrects?: string | undefined;
}

/**
 * Reads day and amounts of an event. Refuses what is no day, a day after today in China, what is no amount, and a
 * negative amount that corrects nothing.
 * @param at prefix of the places in the input
 * @param now ISO 8601 in UTC
 */
export function readEventDetails(
  { effectiveOn: day, amounts: texts, corrects }: EventDetails,
  { at, now }: { readonly at: string; readonly now: string },
): Decision<{ readonly effectiveOn: PlainDate; readonly amounts: Readonly<Record<string, Fen>> }> {
  const found: Refusal[] = [];
  const effectiveOn = parsePlainDate(day);
  const today = chinaDateOf(now);
  if (effectiveOn !== undefined && effectiveOn > today)
    found.push(refusals.dayAhead(`${at}effectiveOn`, effectiveOn, today));
  const amounts = Object.entries(texts).map(([name, text]) => {
    const amount = parseYuan(text);
    const place = `${at}amounts.${name}`;
    if (typeof amount === 'bigint' && (amount >= ZERO_FEN || corrects !== undefined))
      return [name, amount] as const;
    const wrong = typeof amount === 'bigint' ? refusals.negativeAmount : refusals.badAmount;
    found.push(wrong(place, text));
    return [name, ZERO_FEN] as const;
  });
  if (effectiveOn === undefined) return refuse(refusals.badDay(`${at}effectiveOn`, day), ...found);
  return allowUnless(found, () => ({ effectiveOn, amounts: Object.fromEntries<Fen>(amounts) }));
}
