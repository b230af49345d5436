import { placeOf } from '#application/budget/content';
import { badAmount } from '#application/budget/draft-refusals';
import { withChanges, type AmendmentContent } from '#application/budget/find-current';
import { addPaper, type DocumentNamed, type PaperDraft, type PaperGround } from '#application/budget/papers';
import { nothingAmended, transferAmended, whyYearOver } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import { deficitRefusals, findDeficits } from '#domain/budget/deficits';
import { findLine } from '#domain/budget/lines';
import { findRule } from '#domain/budget/rules';
import { amountAt, placeKey, type BudgetTable } from '#domain/budget/table';
import { unknownLine } from '#domain/budget/table-refusals';
import type { Scope } from '#domain/identity/account';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { formatYuan, parseYuan } from '#kernel/fen';

export interface AmendmentRequest {
  readonly reason: string;
  /** Place of a line → its new amount in yuan. */
  readonly changes: Readonly<Record<string, string>>;
  /** The document that allows a deficit, where the plan leaves one. */
  readonly exception?: DocumentNamed;
}

/**
 * Proposes to amend an adopted budget: more spending or less income. Another person decides. A plan that leaves a
 * deficit meets the same rules as a draft. Once the year is over the budget cannot change (JX-3.3, AH-1.4-f).
 */
export async function proposeAmendment(
  services: BudgetServices,
  scope: Scope,
  budgetId: string,
  { reason, changes, exception }: AmendmentRequest,
  now: string,
): Promise<Decision<{ readonly id: string; readonly number: number }>> {
  const asked = { budgetId, kind: 'amendment', reason, named: exception } as const;
  const prepare = (ground: PaperGround): Promise<Decision<PaperDraft>> =>
    Promise.resolve(prepareAmendment(ground, changes, exception !== undefined, now));
  return addPaper(services, scope, asked, prepare, now);
}

function prepareAmendment(
  { budget, current: { table }, rules }: PaperGround,
  changes: Readonly<Record<string, string>>,
  hasException: boolean,
  now: string,
): Decision<PaperDraft> {
  const over = whyYearOver(budget, rules, now);
  if (over !== undefined) return refuse(over);
  const faults = Object.entries(changes).flatMap(([key, text]) => changeFaults(table, key, text));
  const [fault, ...others] = faults;
  if (fault !== undefined) return refuse(fault, ...others);
  const content: AmendmentContent = {
    changes: Object.fromEntries(
      Object.entries(changes).flatMap(([key, text]) => {
        const before = formatYuan(amountAt(table, placeOf(key)));
        const parsed = parseYuan(text);
        const after = typeof parsed === 'string' ? text : formatYuan(parsed);
        return before === after ? [] : [[key, { before, after }]];
      }),
    ),
    cite: findRule(rules, 'binding')?.cite ?? rules.cite,
  };
  if (Object.keys(content.changes).length === 0) return refuse(nothingAmended());
  const deficits = findDeficits(withChanges(table, content), rules);
  return allowUnless(deficitRefusals(deficits, hasException), () => ({
    content,
    needsException: deficits.some(({ treatment }) => treatment === 'exception'),
  }));
}

function changeFaults(table: BudgetTable, key: string, text: string): readonly Refusal[] {
  const amount = parseYuan(text);
  if (typeof amount === 'string' || amount < 0n) return [badAmount(`changes/${key}`, text)];
  if (!table.amounts.some((one) => placeKey(one) === key)) return [unknownLine(`changes/${key}`)];
  return findLine(table.kind, placeOf(key).line)?.isTransfer === true
    ? [transferAmended(`changes/${key}`)]
    : [];
}
