import type { StatementFile, StatementFileReader } from '#application/ports/statement-file-reader';
import { compareRolls, type RollComparison, type RollEntry } from '#domain/reconciliation/compare-rolls';
import type { RawTable } from '#domain/reconciliation/raw-table';
import { fileRefusal } from '#domain/reconciliation/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

/**
 * Compares two departments' rolls, CSV or workbook: the first row has the headings, one of which is the key, and fields of the
 * same heading are compared. Nothing is stored.
 */
export async function compareRollFiles(
  readFile: StatementFileReader,
  files: { readonly ours: StatementFile; readonly theirs: StatementFile },
  key: string,
): Promise<Decision<RollComparison>> {
  const [ours, theirs] = [await readFile(files.ours), await readFile(files.theirs)];
  if (!ours.allowed) return ours;
  if (!theirs.allowed) return theirs;
  const [own, other] = [entriesOf(ours.value.table, key), entriesOf(theirs.value.table, key)];
  if (!own.allowed) return own;
  if (!other.allowed) return other;
  return allow(compareRolls(own.value, other.value));
}

function entriesOf({ file, rows }: RawTable, key: string): Decision<readonly RollEntry[]> {
  const [header, ...body] = rows;
  const headings = header?.cells.map(({ text }) => text.trim()) ?? [];
  const keyAt = headings.indexOf(key);
  if (keyAt === -1) return refuse(fileRefusal('headings_missing', file, key));
  return allow(
    body.map(({ line, cells }) => {
      const named = headings.map((name, index) => [name, cells[index]?.text.trim() ?? ''] as const);
      const fields = named.filter(([name]) => name !== key && name !== '');
      return {
        key: cells[keyAt]?.text.trim() ?? '',
        at: `${file}:${line}`,
        fields: Object.fromEntries(fields),
      };
    }),
  );
}
