import { reportConsolidation } from '#application/budget/consolidation-report';
import type { FormsReport } from '#application/exports/forms-report';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { reportStatement } from '#application/statement/list-statements';
import { keepFile } from '#cli/fund/keep-file';
import { refused, type ExitStatus } from '#cli/outcome';
import type { CliServices, OpenedStore } from '#cli/services';
import { withStore } from '#cli/with-store';
import type { Decision } from '#kernel/decision';

export interface ExportOptions {
  readonly out: string;
  readonly unit: 'yuan' | 'wan';
}

/** `tongchou statements export`: a kept statement as official forms, by the ending of the file XLSX or PDF. */
export function runExportStatement(
  services: CliServices,
  id: string,
  { out, unit }: ExportOptions,
): Promise<ExitStatus> {
  return exportForms(services, out, (store) => reportStatement(store, MACHINE_SCOPE, id, unit));
}

/** `tongchou budget export`: a consolidated budget as its standard tables, by the ending of the file XLSX or PDF. */
export function runExportConsolidation(
  services: CliServices,
  { round, number }: { readonly round: string; readonly number: string },
  { out, unit }: ExportOptions,
): Promise<ExitStatus> {
  return exportForms(services, out, (store) =>
    reportConsolidation(store, MACHINE_SCOPE, round, Number.parseInt(number, 10), unit),
  );
}

async function exportForms(
  services: CliServices,
  out: string,
  report: (store: OpenedStore) => Promise<Decision<FormsReport>>,
): Promise<ExitStatus> {
  const { terminal, statementFiles } = services;
  const make = out.endsWith('.xlsx') ? statementFiles.workbook : statementFiles.pdf;
  if (!/\.(?:xlsx|pdf)$/.test(out)) {
    return refused(terminal, [
      {
        code: 'bad_file_ending',
        at: out,
        what: { zh: '只能存为 .xlsx 或 .pdf', en: 'a file ends with .xlsx or .pdf' },
        next: { zh: '请改文件名', en: 'name it so' },
      },
    ]);
  }
  return withStore(services, async (store) => {
    const found = await report(store);
    if (!found.allowed) return refused(terminal, found.refusals);
    return keepFile(services, out, await make(found.value));
  });
}
