import { findFigure, type YearFigure } from '#domain/adjustment-year/figure';

/** A figure that was frozen, and what the program holds of it now. */
export interface MovedFigure {
  readonly subject: string;
  readonly field: string;
  readonly was: string;
  readonly now: string;
}

/** What the year itself moves: with the approval each pool owes a levy, and with the payment it no longer does. */
const OWN_DOING: readonly string[] = ['levyPaid'];

/**
 * Of the figures that a freeze holds those of which the program now has others: late entries, or an earlier year that was
 * corrected. What a document attests does not move.
 */
export function movedFigures(
  frozen: readonly YearFigure[],
  held: readonly YearFigure[],
): readonly MovedFigure[] {
  return frozen.flatMap(({ subject, field, value: was, source }) => {
    const isHeld = source.kind !== 'attested' && !OWN_DOING.includes(field);
    const now = isHeld ? findFigure(held, subject, field)?.value : undefined;
    return now === undefined || now === was ? [] : [{ subject, field, was, now }];
  });
}
