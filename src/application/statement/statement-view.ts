import type { CellEntry, KeptStatement } from '#application/ports/statement-store';
import type { StatementComparison } from '#application/statement/compare-statement';
import type { OpenedCell } from '#application/statement/open-cell';
import type { DrawnStatement } from '#application/statement/statement-content';
import type { StatementFailure } from '#domain/statement/check-drawn';
import { roundingDifferences } from '#domain/statement/display';
import { cellOf, type DrawnForm } from '#domain/statement/draw-form';
import { fen, formatYuan } from '#kernel/fen';
import { digitsText, shownText, type DisplayUnit } from '#kernel/shown-amount';

/* The views' types follow from what they return; the contract's schemas check them. */

/** Shows a statement in yuan or in ten thousands; rounding differences are given with each form. */
export function statementView(drawn: DrawnStatement, unit: DisplayUnit) {
  const { subject, period, head, packHash, withoutBooks, forms, checks } = drawn;
  const { members, insuranceType, ...own } = subject;
  return {
    subject: { ...own, members: members.map(({ id, kind, name }) => ({ id, kind, name })) },
    insuranceType,
    period,
    head: head.toString(),
    packHash,
    unit,
    withoutBooks: [...withoutBooks],
    forms: forms.map((form) => formView(form, unit)),
    checks: checks.map(({ failures, ...check }) => ({ ...check, failures: failures.map(failureView) })),
  };
}

function formView(drawn: DrawnForm, unit: DisplayUnit) {
  const { form, columns, parts } = drawn;
  return {
    id: form.id,
    number: form.number ?? null,
    name: form.name,
    cite: [...form.cite],
    columns: columns.map(({ span, name, from, to }) => ({ id: span, name, from, to })),
    parts: parts.map(({ id, name }) => ({ id, name })),
    lines: form.lines.map((line, index) => ({
      id: line.id,
      row: index + 1,
      name: line.name,
      kind: kindOf(line),
      cells: columns.flatMap(({ span: column }) =>
        parts.map(({ id: part }) => {
          const amount = cellOf(drawn, { line: line.id, column, part });
          return { column, part, amount: amount === null ? null : shownText(amount, unit) };
        }),
      ),
    })),
    differences: roundingDifferences(drawn, unit).map(({ digits, ...at }) => ({
      ...at,
      amount: digitsText(digits),
    })),
  };
}

function kindOf({ accounts, within }: DrawnForm['form']['lines'][number]): 'accounts' | 'sum' | 'within' {
  if (within !== undefined) return 'within';
  return accounts === undefined ? 'sum' : 'accounts';
}

function failureView({ at, name, line, difference }: StatementFailure) {
  return { at, name, line, difference: formatYuan(difference) };
}

export function comparisonView({ id, name, state, missing, failures }: StatementComparison) {
  return { id, name, state, missing: [...missing], failures: failures.map(failureView) };
}

/** Shows a kept version without its content. */
export function keptView({ head, books, ...kept }: KeptStatement & { readonly content?: string }) {
  const { content: _, ...rest } = kept;
  return { ...rest, head: head.toString(), books: [...books] };
}

/** Shows a page of an opened cell: its terms, and for each entry the event behind it. */
export function openedCellView({ amount, withheld, terms, entries, next }: OpenedCell) {
  return {
    amount: amount === null ? null : formatYuan(amount),
    withheld,
    terms: terms.map((term) => ({
      sign: term.sign,
      side: term.side,
      book: term.book,
      pools: [...term.pools],
      accounts: [...term.accounts],
      funds: listOf(term.funds),
      sources: listOf(term.sources),
      categories: listOf(term.categories),
      parties: listOf(term.parties),
      withPools: listOf(term.withPools),
      from: term.from,
      to: term.to,
      openings: ['none', 'as_posted'].includes(term.openings) ? null : term.openings,
    })),
    entries: entries.map(({ event, debit, credit, effect, cite, clauses: _, ...entry }) => ({
      ...entry,
      event: event.toString(),
      debit: formatYuan(fen(debit)),
      credit: formatYuan(fen(credit)),
      effect: formatYuan(effect),
      cite: [...cite],
    })),
    next: next === null ? null : markText(next),
  };
}

function listOf(names: readonly string[] | null): string[] | null {
  return names === null ? null : [...names];
}

/** Writes the start of the next page for an address: event, line and term. */
function markText({ event, line, term }: Pick<CellEntry, 'event' | 'line' | 'term'>): string {
  return `${event}.${line}.${term}`;
}

/** Reads a mark written by `markText`; undefined for any other text. */
export function parseMark(text: string): Pick<CellEntry, 'event' | 'line' | 'term'> | undefined {
  const match = /^(\d{1,18})\.(\d{1,6})\.(\d{1,6})$/.exec(text);
  if (match === null) return undefined;
  const [, event = '', line = '', term = ''] = match;
  return { event: BigInt(event), line: Number.parseInt(line, 10), term: Number.parseInt(term, 10) };
}
