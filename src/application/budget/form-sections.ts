import { compareLines } from '#domain/budget/lines';
import type { GridColumn, GridLine } from '#domain/budget/grid';
import { extraLines, gridLines, sectionsOf, type Section } from '#domain/budget/standard-tables';
import type { BudgetTable } from '#domain/budget/table';
import { fen, type Fen } from '#kernel/fen';

/** A section of a form: the whole fund or a part of it, with its lines in order. */
export interface FormSection {
  readonly section: Section;
  readonly lines: readonly GridLine[];
}

/**
 * Lists a form's sections: the whole and, where the fund has two parts, each part; with lines that only the books have.
 */
export function formSections(
  { kind, insuranceType }: Pick<BudgetTable, 'kind' | 'insuranceType'>,
  booked: readonly string[],
): readonly FormSection[] {
  const standard = gridLines([kind], insuranceType);
  const extra = booked.filter((id) => !standard.some((line) => line.id === id));
  const lines = [...standard, ...extraLines(kind, extra)].toSorted((one, other) =>
    compareLines(one.id, other.id),
  );
  const sections = kind === 'pool' ? sectionsOf(insuranceType) : (['whole'] as const);
  return sections.map((section) => ({ section, lines }));
}

/** Sums amounts by line. */
export function byLine(amounts: readonly (readonly [line: string, amount: Fen])[]): GridColumn['figures'] {
  const sums = new Map<string, Fen>();
  for (const [line, amount] of amounts) sums.set(line, fen((sums.get(line) ?? 0n) + amount));
  return sums;
}
