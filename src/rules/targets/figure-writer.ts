import type { NodeValue } from '#rules/explain/node';
import { figureText, nodeValueOf } from '#rules/formula/figure';
import { dateOfDays } from '#rules/formula/day-number';
import { decodeFigure } from '#rules/targets/encode-figure';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';

/** Writes one node's number as people read it, and as an explanation stores it. */
export interface FigureWriter {
  readonly text: (held: number) => string;
  readonly value: (held: number) => string;
  /** What the stored value is, apart from its text. */
  readonly valueOf: (text: string) => NodeValue;
}

/** The writer of a node that has a size; amounts of money take a short way, which must give the same texts. */
export function figureWriter(plan: TargetPlan, index: number): FigureWriter {
  const { unit } = nodeAt(plan, index);
  const { scale } = plan.of(index);
  if (unit === 'fen' && scale === 1n) {
    return {
      text: (held) => grouped(yuanText(held)),
      value: yuanText,
      valueOf: (amount) => ({ kind: 'fen', amount }),
    };
  }
  if (unit === 'exact' && scale % EXACT_SCALE === 0n) {
    const perShown = Number(scale / EXACT_SCALE) * EXACT_PER_SHOWN;
    const text = (held: number): string =>
      Math.abs(held) <= GREATEST_QUICK
        ? exactText(held, perShown)
        : figureText(decodeFigure(held, unit, scale));
    return { text, value: text, valueOf: (number) => ({ kind: 'number', number, unit }) };
  }
  if (unit === 'count' && scale === 1n) {
    return { text: String, value: String, valueOf: (number) => ({ kind: 'number', number, unit }) };
  }
  if (unit === 'date') {
    const known = new Map<number, string>();
    const text = (held: number): string => {
      const date = known.get(held) ?? dateOfDays(held);
      if (known.size < MOST_DATES) known.set(held, date);
      return date;
    };
    return { text, value: text, valueOf: (number) => ({ kind: 'number', number, unit }) };
  }
  const decode = (held: number) => decodeFigure(held, unit, scale);
  return {
    text: (held) => figureText(decode(held)),
    value: (held) => textOf(nodeValueOf(decode(held))),
    valueOf: (text) =>
      unit === 'rate' ? { kind: 'rate', rate: text } : { kind: 'number', number: text, unit },
  };
}

/** Days of a lifetime or two: dates that are kept as texts. */
const MOST_DATES = 50_000;

/** Exact amounts up to here stay whole numbers of a double while they are rounded for reading. */
const GREATEST_QUICK = 2 ** 52;
/** The scale of an amount times one rate; that times another rate is a multiple. */
const EXACT_SCALE = 1_000_000n;
/** From millionths of a fen to millionths of a yuan, the decimals that an exact amount is shown with. */
const EXACT_PER_SHOWN = 100;

/** Whole fen as yuan: 123450 → "1234.50". */
function yuanText(held: number): string {
  const size = Math.abs(held);
  const fen = size % 100;
  return `${held < 0 ? '-' : ''}${(size - fen) / 100}.${fen < 10 ? '0' : ''}${fen}`;
}

/** An exact amount as yuan with six decimals half up, and no zeros after the second that say nothing. */
function exactText(held: number, perShown: number): string {
  const size = Math.abs(held);
  const shown = Math.floor((size + perShown / 2) / perShown);
  const decimals = (shown % 1_000_000)
    .toString()
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  const whole = Math.floor(shown / 1_000_000).toString();
  return `${held < 0 && shown > 0 ? '-' : ''}${grouped(whole)}.${decimals}`;
}

/** Thousands marks before the decimal point. */
function grouped(text: string): string {
  const dot = text.indexOf('.');
  const first = text.startsWith('-') ? 1 : 0;
  let end = dot === -1 ? text.length : dot;
  if (end - first <= 3) return text;
  let marked = text.slice(end);
  for (; end - first > 3; end -= 3) marked = `,${text.slice(end - 3, end)}${marked}`;
  return `${text.slice(0, end)}${marked}`;
}

function textOf(value: NodeValue): string {
  switch (value.kind) {
    case 'fen':
      return value.amount;
    case 'rate':
      return value.rate;
    case 'number':
      return value.number;
    default:
      return '';
  }
}
