import type { EntryMark } from '#application/ports/statement-store';
import { drawAsOf, prepareDrawing, type PreparedDrawing } from '#application/statement/draw-statement';
import { openTerms, type EntryPage, type OpenedEntry } from '#application/statement/open-terms';
import { unknownCell } from '#application/statement/refusals';
import type { StatementAsked, StatementServices } from '#application/statement/services';
import type { Scope } from '#domain/identity/account';
import { cellTerms, partsFor, type CellKey, type CellTerm } from '#domain/statement/cell-terms';
import { cellOf } from '#domain/statement/draw-form';
import { formsFor } from '#domain/statement/plan-forms';
import { periodKind, type StatementPeriod } from '#domain/statement/spans';
import type { StatementSubject } from '#domain/statement/turnover';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { Fen } from '#kernel/fen';
import type { RawStatementForm } from '#rules/pack/raw-statement';

/** A requested cell of a statement, and the page of its entries. */
export interface CellAsked extends StatementAsked, EntryPage {
  readonly form: string;
  readonly line: string;
  readonly column: string;
  readonly part: string;
}

export interface OpenedCell {
  /** Amount of the whole cell, given with the first page; null where the books had not begun. */
  readonly amount: Fen | null;
  /**
   * Number of entries about persons and employers that only other departments see (SC-3.2); given with the first page.
   */
  readonly withheld: number | null;
  readonly terms: readonly CellTerm[];
  readonly entries: readonly OpenedEntry[];
  /** Start of the next page; null after the last. */
  readonly next: EntryMark | null;
}

/** Opens a cell: accounts, funds, sources and months, then page by page the entries with event and clauses (NAT-28.10). */
export async function openCell(
  services: StatementServices,
  scope: Scope,
  asked: CellAsked,
): Promise<Decision<OpenedCell>> {
  const prepared = await prepareDrawing(services, scope, asked);
  if (!prepared.allowed) return prepared;
  const { found, plan, head } = prepared.value;
  const { subject, period } = found;
  const form = formsFor(plan, subject.kind).find(({ id }) => id === asked.form);
  const key = form === undefined ? undefined : findKey(form, subject, period, asked);
  if (form === undefined || key === undefined) {
    return refuse(unknownCell(`${asked.form} ${asked.line} ${asked.column} ${asked.part}`));
  }
  const terms = cellTerms(form, subject, period, key);
  const { insuranceType } = subject;
  const { limit, after } = asked;
  const page = { insuranceType, terms, head, limit, ...(after === undefined ? {} : { after }) };
  const { entries, next } = await openTerms(services, scope, page);
  if (after !== undefined) return allow({ amount: null, withheld: null, terms, entries, next });
  const amount = await amountOf(services, scope, prepared.value, form.id, key);
  const withheld = await services.statementStore.countWithheld(scope, { insuranceType, terms, head });
  return allow({ amount, withheld, terms, entries, next });
}

/** Finds the named cell, if the form has it for the subject. */
function findKey(
  form: RawStatementForm,
  subject: StatementSubject,
  period: StatementPeriod,
  asked: CellAsked,
): CellKey | undefined {
  const column = form.columns[periodKind(period)].find(({ span }) => span === asked.column);
  const hasLine = form.lines.some(({ id }) => id === asked.line);
  const hasPart = partsFor(form, subject).some(({ id }) => id === asked.part);
  if (column === undefined || !hasLine || !hasPart) return undefined;
  return { line: asked.line, column: column.span, part: asked.part };
}

/** Reckons the amount of the whole cell from all entries behind its form; further pages do without. */
async function amountOf(
  services: StatementServices,
  scope: Scope,
  { plan, found, head }: PreparedDrawing,
  form: string,
  key: CellKey,
): Promise<Fen | null> {
  const { forms } = await drawAsOf(services, scope, plan, found, head);
  return cellOf(
    present(
      forms.find((drawn) => drawn.form.id === form),
      form,
    ),
    key,
  );
}
