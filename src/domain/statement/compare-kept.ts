import type { CellKey } from '#domain/statement/cell-terms';
import type { StatementFailure } from '#domain/statement/check-drawn';
import { cellOf, type DrawnForm } from '#domain/statement/draw-form';
import { fen, type Fen } from '#kernel/fen';

type Forms = readonly DrawnForm[];

/**
 * Where a year's statement is not the sum of its twelve months' as they were published: of every line that tells of
 * movements, in every part. What is told as of a day has no sum over months.
 */
export function compareMonths(year: Forms, months: readonly Forms[]): readonly StatementFailure[] {
  return year
    .filter(({ form }) => form.measure === 'flow')
    .flatMap((whole) =>
      whole.form.lines
        .filter(({ at }) => at === undefined)
        .flatMap(({ id: line }) =>
          whole.parts.flatMap(({ id: part }) => {
            const key = { line, column: 'period', part } as const;
            return differenceAt(
              whole,
              key,
              sumOf(months.map((forms) => findCell(forms, whole.form.id, key))),
            );
          }),
        ),
    );
}

/** A member's statement as it was published. */
export interface MemberForms {
  readonly kind: 'pool' | 'fund';
  readonly forms: Forms;
}

/**
 * Where a consolidated statement does not hold, part by part, what the members' own statements say (NAT-28.5): the
 * pools' parts are theirs added up, the fund's is the fund's total.
 */
export function compareMembers(group: Forms, members: readonly MemberForms[]): readonly StatementFailure[] {
  return group.flatMap((whole) =>
    whole.form.lines.flatMap(({ id: line }) =>
      whole.parts.flatMap(({ id: part, members: kind }) => {
        if (kind === undefined) return [];
        const own = members.filter((member) => member.kind === kind).map(({ forms }) => forms);
        const shown = own.filter((forms) => forms.some(({ form }) => form.id === whole.form.id));
        if (shown.length === 0) return [];
        const cells = shown.map((forms) =>
          findCell(forms, whole.form.id, partOf(forms, whole.form.id, line, part, kind)),
        );
        return differenceAt(whole, { line, column: 'period', part }, sumOf(cells));
      }),
    ),
  );
}

/** A pool shows the same part; of a fund all its parts together are one of the group's. */
function partOf(forms: Forms, form: string, line: string, part: string, kind: 'pool' | 'fund'): CellKey {
  if (kind === 'pool') return { line, column: 'period', part };
  const parts = forms.find((one) => one.form.id === form)?.parts ?? [];
  return {
    line,
    column: 'period',
    part: (parts.find(({ role }) => role === 'total') ?? parts[0])?.id ?? part,
  };
}

/** Null where the statement was drawn with forms that have no such cell, or before the books began. */
function findCell(forms: Forms, id: string, key: CellKey): Fen | null {
  const drawn = forms.find(({ form }) => form.id === id);
  const hasLine = drawn?.form.lines.some(({ id: line }) => line === key.line) === true;
  const hasPart = drawn?.parts.some(({ id: part }) => part === key.part) === true;
  return drawn !== undefined && hasLine && hasPart ? cellOf(drawn, key) : null;
}

function sumOf(cells: readonly (Fen | null)[]): bigint {
  return cells.reduce((sum: bigint, cell) => sum + (cell ?? 0n), 0n);
}

function differenceAt(whole: DrawnForm, key: CellKey, sum: bigint): readonly StatementFailure[] {
  const difference = fen((cellOf(whole, key) ?? 0n) - sum);
  if (difference === 0n) return [];
  const line = whole.form.lines.find(({ id }) => id === key.line)?.name;
  const part = whole.parts.find(({ id }) => id === key.part)?.name;
  const names = [whole.form.name, line, part].filter((name) => name !== undefined);
  const name = { zh: names.map(({ zh }) => zh).join(' · '), en: names.map(({ en }) => en).join(' · ') };
  return [{ at: `${whole.form.id} ${key.line} ${key.part}`, name, line: key.line, difference }];
}
