import type { NodeValue } from '#rules/explain/node';
import { figureText } from '#rules/formula/figure';
import { dateOfDays } from '#rules/formula/day-number';
import type { FormulaUnit } from '#rules/formula/node';
import { decodeFigure } from '#rules/targets/encode-figure';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';

/** Figures of one row by their nodes, written as an explanation needs them. */
export interface WrittenFigures {
  /** As people read them. */
  readonly texts: string[];
  /** As they are stored. */
  readonly values: string[];
}

/** Writes one node's number in both ways. */
export interface FigureWriter {
  readonly write: (held: number, into: WrittenFigures) => void;
  /** What the stored value is, apart from its text. */
  readonly valueOf: (text: string) => NodeValue;
}

/** The writer of a node that has a size. Amounts of money are read with thousands marks and stored without. */
export function figureWriter(plan: TargetPlan, index: number): FigureWriter {
  const { unit } = nodeAt(plan, index);
  if (unit === 'fen') {
    return {
      write: (held, into) => writeYuan(held, index, into),
      valueOf: (amount) => ({ kind: 'fen', amount }),
    };
  }
  const textOf = textWriter(unit, plan.of(index).scale);
  return {
    write: (held, { texts, values }) => {
      const written = textOf(held);
      texts[index] = written;
      values[index] = written;
    },
    valueOf:
      unit === 'rate' ? (rate) => ({ kind: 'rate', rate }) : (number) => ({ kind: 'number', number, unit }),
  };
}

/** Figures of one unit and scale as texts. Where there is a short way it must give the same as the long one. */
function textWriter(unit: FormulaUnit, scale: bigint): (held: number) => string {
  const inFull = (held: number): string => figureText(decodeFigure(held, unit, scale));
  // Stryker disable next-line ConditionalExpression,ArithmeticOperator,BlockStatement: the long way gives the same
  if (unit === 'exact' && scale % EXACT_SCALE === 0n) {
    const perShown = Number(scale / EXACT_SCALE) * EXACT_PER_SHOWN;
    // Stryker disable next-line ConditionalExpression,EqualityOperator: the long way gives the same
    return (held) => (Math.abs(held) <= GREATEST_QUICK ? exactText(held, perShown) : inFull(held));
  }
  // Stryker disable next-line ConditionalExpression: the long way gives the same
  if (unit === 'count' && scale === 1n) return String;
  // Stryker disable next-line ConditionalExpression,BlockStatement: the long way gives the same
  if (unit === 'date') {
    const known = new Map<number, string>();
    return (held) => {
      const date = known.get(held) ?? dateOfDays(held);
      // Stryker disable next-line ConditionalExpression,EqualityOperator: a date that is not kept is written again
      if (known.size < MOST_DATES) known.set(held, date);
      return date;
    };
  }
  return inFull;
}

/** Days of a lifetime or two: dates that are kept as texts. */
const MOST_DATES = 50_000;

/** Exact amounts up to here stay whole numbers of a double while they are rounded for reading. */
const GREATEST_QUICK = 2 ** 52;
/** The scale of an amount times one rate; that times another rate is a multiple. */
const EXACT_SCALE = 1_000_000n;
/** From millionths of a fen to millionths of a yuan, the decimals that an exact amount is shown with. */
const EXACT_PER_SHOWN = 100;

/** Whole numbers below a thousand as they begin a number, and as they stand within one. */
const LEADING = Array.from({ length: 1000 }, (_, number) => String(number));
const WITHIN = LEADING.map((digits) => digits.padStart(3, '0'));
const CENTS = WITHIN.map((digits) => `.${digits.slice(1)}`);

/** Whole fen as yuan: 123450 is stored as "1234.50" and read as "1,234.50". */
function writeYuan(held: number, index: number, { texts, values }: WrittenFigures): void {
  const size = Math.abs(held);
  // Exact up to 2^53: a quotient that is no whole number lies at least a hundredth from the next one.
  const yuan = Math.floor(size / 100);
  const cents = CENTS[size - yuan * 100] as string;
  const sign = held < 0 ? '-' : '';
  if (yuan < 1000) {
    const text = sign + (LEADING[yuan] as string) + cents;
    texts[index] = text;
    values[index] = text;
    return;
  }
  const thousands = Math.floor(yuan / 1000);
  const last = (WITHIN[yuan - thousands * 1000] as string) + cents;
  texts[index] = `${sign}${wholeText(thousands, ',')},${last}`;
  values[index] = sign + wholeText(thousands, '') + last;
}

/** A whole number that is not negative; the tables spare the engine its general way, which dominates otherwise. */
function wholeText(whole: number, mark: '' | ','): string {
  if (whole < 1000) return LEADING[whole] as string;
  const thousands = Math.floor(whole / 1000);
  return wholeText(thousands, mark) + mark + (WITHIN[whole - thousands * 1000] as string);
}

/** An exact amount as yuan with six decimals half up, and no zeros after the second that say nothing. */
function exactText(held: number, perShown: number): string {
  const size = Math.abs(held);
  const shown = Math.floor((size + perShown / 2) / perShown);
  const yuan = Math.floor(shown / 1_000_000);
  const millionths = shown - yuan * 1_000_000;
  const upper = Math.floor(millionths / 1000);
  const decimals = (WITHIN[upper] as string) + (WITHIN[millionths - upper * 1000] as string);
  let end = decimals.length;
  while (end > 2 && decimals.endsWith('0', end)) end -= 1;
  return `${held * shown < 0 ? '-' : ''}${wholeText(yuan, ',')}.${decimals.slice(0, end)}`;
}
