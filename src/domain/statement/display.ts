import type { CellKey } from '#domain/statement/cell-terms';
import { cellOf, type DrawnForm } from '#domain/statement/draw-form';
import { fen, type Fen } from '#kernel/fen';
import { roundingLeft, type DisplayUnit } from '#kernel/shown-amount';

/** A total whose shown parts do not add up to it, with the rounding difference (尾差) to print beside it. */
export interface RoundingDifference extends CellKey {
  /** Whether the parts are other lines of the same column, or other parts of the same line. */
  readonly over: 'lines' | 'parts';
  /** Shown total less shown parts, in units of the last digit shown. */
  readonly digits: bigint;
}

/** Lists every total of a form whose shown parts do not add up to it; none in yuan. */
export function roundingDifferences(drawn: DrawnForm, unit: DisplayUnit): readonly RoundingDifference[] {
  const amountAt = (key: CellKey): Fen => cellOf(drawn, key) ?? fen(0n);
  const columns = drawn.columns.filter(({ isKept }) => isKept).map(({ span }) => span);
  const overLines = drawn.form.lines.flatMap(({ id, sum = [], less = [], accounts }) =>
    accounts !== undefined
      ? []
      : columns.flatMap((column) =>
          drawn.parts.map(({ id: part }) => {
            const all = (ids: readonly string[]): readonly Fen[] =>
              ids.map((line) => amountAt({ line, column, part }));
            const key = { line: id, column, part };
            const digits = roundingLeft(amountAt(key), all(sum), all(less), unit);
            return { ...key, over: 'lines' as const, digits };
          }),
        ),
  );
  const shares = drawn.parts.filter(({ role }) => role !== 'total');
  const overParts = drawn.parts
    .filter(({ role }) => role === 'total')
    .flatMap(({ id: part }) =>
      drawn.form.lines.flatMap(({ id: line }) =>
        columns.map((column) => {
          const parts = shares.map((share) => amountAt({ line, column, part: share.id }));
          const key = { line, column, part };
          return { ...key, over: 'parts' as const, digits: roundingLeft(amountAt(key), parts, [], unit) };
        }),
      ),
    );
  return [...overLines, ...overParts].filter(({ digits }) => digits !== 0n);
}
