import { findFigure, type YearFigure } from '#domain/adjustment-year/figure';

/** A frozen figure with the program's present value. */
export interface MovedFigure {
  readonly subject: string;
  readonly field: string;
  readonly was: string;
  readonly now: string;
}

/** Fields that the year itself changes: approval makes each pool owe a levy, payment ends that. */
const OWN_DOING: readonly string[] = ['levyPaid'];

/**
 * Lists frozen figures whose present value differs: through late entries, or because an earlier year was corrected.
 * Attested figures do not move.
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
