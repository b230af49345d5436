import type { Bilingual } from '#kernel/bilingual';
import { fen, formatYuan } from '#kernel/fen';
import { halfUpToInteger, rational, type Rational } from '#kernel/rational';
import type { PanelScheme } from '#domain/panel/fields';

/** A figure on its way into a panel: exact fen or persons, and where it is from. */
export interface Figure {
  readonly value: bigint;
  readonly origin: 'published' | 'synthetic';
  readonly basis: string;
}

/** Figures of one pool that go on from year to year. */
export interface CourseFigures {
  readonly insured: Figure;
  readonly revenue: Figure;
  readonly expenditure: Figure;
}

/** Figures of one pool in one year. */
export interface YearFigures extends CourseFigures {
  readonly collections: Figure;
  /** Unknown where the base year has no total of the country for the year before. */
  readonly priorCollections: Figure | undefined;
  /** What the pool opens its first year in force with. */
  readonly firstOpening: Figure;
}

/** Amounts are rounded to 10,000 yuan (in fen), so that no invented figure pretends to be known to the fen. */
const TEN_THOUSAND_YUAN = 1_000_000n;

/** An invented amount, half up to 10,000 yuan. */
export function synthetic(exactFen: Rational, basis: string): Figure {
  const units = halfUpToInteger(rational(exactFen.numerator, exactFen.denominator * TEN_THOUSAND_YUAN));
  return { value: units * TEN_THOUSAND_YUAN, origin: 'synthetic', basis };
}

export function words({ zh, en }: Bilingual): string {
  return `${zh} ${en}`;
}

export function yuanText(figure: { readonly value: bigint }): string {
  return formatYuan(fen(figure.value));
}

/** By scheme, pool and field. */
export function figureKey(scheme: PanelScheme, pool: string, field: string): string {
  return [scheme, pool, field].join('\n');
}
