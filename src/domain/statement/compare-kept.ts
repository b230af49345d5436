import type { CellKey } from '#domain/statement/cell-terms';
import type { StatementFailure } from '#domain/statement/check-drawn';
import { cellOf, type DrawnForm } from '#domain/statement/draw-form';
import { fen, type Fen } from '#kernel/fen';

type Forms = readonly DrawnForm[];

/**
 * Lists where a year's statement differs from the sum of its twelve published months, for every line of movements and
 * every part. Balances as of a day have no sum over months.
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

/** A member's published statement. */
export interface MemberForms {
  readonly kind: 'pool' | 'fund';
  readonly forms: Forms;
}

/**
 * Lists where a consolidated statement differs, part by part, from the members' own statements (NAT-28.5): the pools'
 * parts are the sum of theirs, the fund's part is the fund's total.
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

/** Names the member's cell behind a part of the group: the same part of a pool, the total of a fund. */
function partOf(forms: Forms, form: string, line: string, part: string, kind: 'pool' | 'fund'): CellKey {
  if (kind === 'pool') return { line, column: 'period', part };
  const parts = forms.find((one) => one.form.id === form)?.parts ?? [];
  return {
    line,
    column: 'period',
    part: (parts.find(({ role }) => role === 'total') ?? parts[0])?.id ?? part,
  };
}

/** Finds a cell's amount; null where the statement's forms have no such cell, or the books had not begun. */
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
