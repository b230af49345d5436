import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { comparePoolPremiums } from '#application/reconciliation/compare-premiums';
import { compareRollFiles } from '#application/reconciliation/compare-roll-files';
import { listReconciliations, openReconciliation } from '#application/reconciliation/open-reconciliation';
import { previewStatement } from '#application/reconciliation/preview-statement';
import { readMonthOf, readStatementRequest } from '#application/reconciliation/read-requests';
import { premiumView, reconciliationView, statementView } from '#application/reconciliation/views';
import {
  premiumText,
  reconciliationsText,
  reconciliationText,
} from '#application/rendering/reconciliation-text';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import { print, printJson, type ListOptions } from '#cli/print';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';
import type { InsuranceType } from '#kernel/insurance-type';

export interface CheckOptions extends ListOptions {
  readonly pool: string;
  readonly type: InsuranceType;
  readonly party: 'bank' | 'finance' | 'treasury';
  readonly account: string;
  readonly month: string;
  readonly opening: string;
  readonly closing: string;
  readonly profile: string;
}

/** `tongchou reconcile list`: statements of other parties with the state of their months. */
export function runReconciliations(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const statements = (await listReconciliations(store, MACHINE_SCOPE)).map(statementView);
    return print(services, options, statements, (language) => reconciliationsText(language, statements));
  });
}

/** `tongchou reconcile show`: a stored statement’s month as it stands; status 1 where something is open. */
export function runReconciliation(
  services: CliServices,
  id: string,
  options: ListOptions,
): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const period = await openReconciliation(store, MACHINE_SCOPE, id);
    if (!period.allowed) return refused(services.terminal, period.refusals);
    const view = reconciliationView(period.value);
    print(services, options, view, (language) => reconciliationText(language, view));
    return view.differences.length === 0 ? 0 : 1;
  });
}

/** `tongchou reconcile check`: a file against the ledger; nothing is stored, and status 1 says that something is open. */
export async function runCheckStatement(
  services: CliServices,
  path: string,
  options: CheckOptions,
): Promise<ExitStatus> {
  const { terminal } = services;
  const bytes = await services.readBytes(path);
  if (bytes === undefined) return refused(terminal, [missingFile(path)]);
  const { pool, type, json: _, ...rest } = options;
  const content = Buffer.from(bytes).toString('base64');
  const given = readStatementRequest(pool, { ...rest, insuranceType: type, fileName: path, content });
  if (!given.allowed) return refused(terminal, given.refusals);
  return withStore(services, async (store) => {
    const needs = { ...store, readStatementFile: services.readStatementFile };
    const period = await previewStatement(needs, MACHINE_SCOPE, given.value);
    if (!period.allowed) return refused(terminal, period.refusals);
    const view = reconciliationView(period.value);
    print(services, options, view, (language) => reconciliationText(language, view));
    return view.differences.length === 0 ? 0 : 1;
  });
}

/** `tongchou reconcile premiums`: assessed, levied, received and swept of a month. */
export async function runPremiums(
  services: CliServices,
  options: ListOptions & Pick<CheckOptions, 'pool' | 'type' | 'month'>,
): Promise<ExitStatus> {
  const { terminal } = services;
  const month = readMonthOf(options.month);
  if (!month.allowed) return refused(terminal, month.refusals);
  const books = { pool: options.pool, insuranceType: options.type, month: month.value };
  return withStore(services, async (store) =>
    conclude(terminal, await comparePoolPremiums(store, MACHINE_SCOPE, books), (comparison) => {
      const view = premiumView(comparison);
      print(services, options, view, (language) => premiumText(language, view));
    }),
  );
}

/** `tongchou reconcile rolls`: two departments’ rolls by key; nothing is stored, and status 1 says that they differ. */
export async function runRolls(
  services: CliServices,
  paths: { readonly ours: string; readonly theirs: string },
  key: string,
): Promise<ExitStatus> {
  const { terminal } = services;
  const ours = await services.readBytes(paths.ours);
  const theirs = await services.readBytes(paths.theirs);
  if (ours === undefined) return refused(terminal, [missingFile(paths.ours)]);
  if (theirs === undefined) return refused(terminal, [missingFile(paths.theirs)]);
  const files = { ours: { name: paths.ours, bytes: ours }, theirs: { name: paths.theirs, bytes: theirs } };
  const found = await compareRollFiles(services.readStatementFile, files, key);
  if (!found.allowed) return refused(terminal, found.refusals);
  printJson(terminal, found.value);
  const { missingFromOurs, missingFromTheirs, contradictions, repeated } = found.value;
  const count = missingFromOurs.length + missingFromTheirs.length + contradictions.length + repeated.length;
  return count === 0 ? 0 : 1;
}
