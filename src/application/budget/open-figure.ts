import { readTurnovers } from '#application/budget/actuals';
import { addedUp, booksTerms } from '#application/budget/books-terms';
import { unknownBudget, unknownFigure } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import type { OpenedCell } from '#application/statement/open-cell';
import { openTerms, type EntryPage } from '#application/statement/open-terms';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import type { Section } from '#domain/budget/standard-tables';
import { allow, refuse, type Decision } from '#kernel/decision';

/** A requested figure of the books beside a budget, and the page of its entries. */
export interface FigureAsked extends EntryPage {
  /** A row of the forms: a line of the tables or of the books, or a sum. */
  readonly row: string;
  readonly section: Section | 'unsplit';
  /** The last month that counts. */
  readonly throughMonth: number;
}

/**
 * Opens a figure of the books beside a budget, in its execution or final account: page by page the entries with event
 * and clauses.
 */
export async function openFigure(
  services: BudgetServices,
  scope: Scope,
  budgetId: string,
  { row, section, throughMonth, ...page }: FigureAsked,
): Promise<Decision<OpenedCell>> {
  const { budgetStore, statementStore } = services;
  const found = await decideWithin(budgetStore, scope, async (office) => {
    const budget = await office.findBudget(budgetId);
    return budget === undefined ? refuse(unknownBudget(budgetId)) : allow(budget);
  });
  if (!found.allowed) return found;
  const terms = booksTerms(found.value, row, section, throughMonth);
  if (terms === undefined) return refuse(unknownFigure(row));
  const { insuranceType } = found.value;
  const head = await statementStore.readHead(scope);
  const { entries, next } = await openTerms(services, scope, { ...page, insuranceType, terms, head });
  if (page.after !== undefined) return allow({ amount: null, withheld: null, terms, entries, next });
  const turnovers = await readTurnovers(services, scope, found.value, throughMonth);
  const withheld = await statementStore.countWithheld(scope, { insuranceType, terms, head });
  return allow({ amount: addedUp(terms, turnovers), withheld, terms, entries, next });
}
