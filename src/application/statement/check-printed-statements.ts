import { loadPackWithParents, type PackLoading } from '#application/packs/load-pack-with-parents';
import type { StatementFile, StatementFileReader } from '#application/ports/statement-file-reader';
import { readPrintedForms } from '#application/statement/read-printed-forms';
import { checkPrinted, type PrintedCheck } from '#domain/statement/check-printed';
import { planStatements } from '#domain/statement/plan-forms';
import type { Bilingual } from '#kernel/bilingual';
import { allow, type Decision } from '#kernel/decision';
import { formatRational } from '#kernel/rational';

/** A check of a printed form, and its result. */
export interface PrintedFormCheck extends PrintedCheck {
  readonly form: string;
  readonly formName: Bilingual;
}

/**
 * Checks published statements in a file (NAT-28.10): a workbook exported by this program, the same saved as CSV, or a
 * CSV list by the ids of the pack's lines. A sum that does not hold is a finding that names its line; an unreadable
 * file or unknown line is a refusal.
 */
export async function checkPrintedStatements(
  needs: PackLoading & { readonly readStatementFile: StatementFileReader },
  { file, pack: id }: { readonly file: StatementFile; readonly pack: string },
): Promise<Decision<readonly PrintedFormCheck[]>> {
  const pack = await loadPackWithParents(needs, id);
  if (!pack.allowed) return pack;
  const plan = planStatements(pack.value);
  if (!plan.allowed) return plan;
  const content = await needs.readStatementFile(file, 'every');
  if (!content.allowed) return content;
  const columns = readPrintedForms(content.value.tables, plan.value.forms);
  if (!columns.allowed) return columns;
  return allow(
    columns.value.flatMap((one) =>
      checkPrinted(one).map((check) => ({ ...check, form: one.form.id, formName: one.form.name })),
    ),
  );
}

/** Shows a check as JSON, with the difference in the unit of the page. */
export function printedCheckView({ difference, missing, ...check }: PrintedFormCheck) {
  const text = difference === null ? null : formatRational(difference, 10).replace(/\.?0+$/, '');
  return { ...check, difference: text, missing: [...missing] };
}
