import type { CellKey } from '#domain/statement/cell-terms';
import { cellOf, type DrawnForm } from '#domain/statement/draw-form';
import { formatDecimal } from '#kernel/decimal-text';
import { fen, type Fen } from '#kernel/fen';
import { halfUpToInteger, rational } from '#kernel/rational';

/** Units in which a statement is shown: the yuan to the fen, or ten thousand yuan with two decimals. */
export type DisplayUnit = 'yuan' | 'wan';

/** Fen in the last digit shown: 0.01 yuan, or 0.01 of ten thousand yuan. */
const FEN_IN_LAST_DIGIT: Readonly<Record<DisplayUnit, bigint>> = { yuan: 1n, wan: 10_000n };

/** A total whose shown parts do not add up to it: the rounding difference (尾差) that must stand beside it. */
export interface RoundingDifference extends CellKey {
  /** Whether the parts are other lines of the same column, or other parts of the same line. */
  readonly over: 'lines' | 'parts';
  /** Shown total less shown parts, in the last digit shown. */
  readonly digits: bigint;
}

/**
 * An amount in the unit, half up and away from zero alike on both sides, so that what is shown of −x is minus what is
 * shown of x.
 *
 * Each figure is rounded by itself from the fen, totals too: none is off by more than half a last digit, and the same
 * amount looks the same on every statement. Parts then need not add up as shown; `roundingDifferences` names each
 * total where they do not, and every layout prints these as 尾差. Spreading the difference over the parts was rejected:
 * the same payment would be shown with two amounts.
 */
export function shownDigits(amount: Fen, unit: DisplayUnit): bigint {
  const size = amount < 0n ? fen(0n - amount) : amount;
  const digits = halfUpToInteger(rational(size, FEN_IN_LAST_DIGIT[unit]));
  return amount < 0n ? -digits : digits;
}

/** The amount as plain decimal text in the unit. */
export function shownText(amount: Fen, unit: DisplayUnit): string {
  return digitsText(shownDigits(amount, unit));
}

export function digitsText(digits: bigint): string {
  return formatDecimal({ coefficient: digits, scale: 2 });
}

/** Every total of a form whose shown parts do not add up to it, with the difference; none in yuan. */
export function roundingDifferences(drawn: DrawnForm, unit: DisplayUnit): readonly RoundingDifference[] {
  const digitsOf = (key: CellKey): bigint => shownDigits(cellOf(drawn, key) ?? fen(0n), unit);
  const columns = drawn.columns.filter(({ isKept }) => isKept).map(({ span }) => span);
  const overLines = drawn.form.lines.flatMap(({ id, sum = [], less = [], accounts }) =>
    accounts !== undefined
      ? []
      : columns.flatMap((column) =>
          drawn.parts.map(({ id: part }) => {
            const add = (ids: readonly string[]): bigint =>
              ids.reduce((total, line) => total + digitsOf({ line, column, part }), 0n);
            const digits = digitsOf({ line: id, column, part }) - add(sum) + add(less);
            return { line: id, column, part, over: 'lines' as const, digits };
          }),
        ),
  );
  const shares = drawn.parts.filter(({ role }) => role !== 'total');
  const overParts = drawn.parts
    .filter(({ role }) => role === 'total')
    .flatMap(({ id: part }) =>
      drawn.form.lines.flatMap(({ id: line }) =>
        columns.map((column) => {
          const sum = shares.reduce((total, share) => total + digitsOf({ line, column, part: share.id }), 0n);
          return {
            line,
            column,
            part,
            over: 'parts' as const,
            digits: digitsOf({ line, column, part }) - sum,
          };
        }),
      ),
    );
  return [...overLines, ...overParts].filter(({ digits }) => digits !== 0n);
}
