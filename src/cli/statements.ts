import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { printedChecksText, statementText } from '#application/rendering/statement-text';
import { checkPrintedStatements, printedCheckView } from '#application/statement/check-printed-statements';
import { compareStatement } from '#application/statement/compare-statement';
import { drawStatement } from '#application/statement/draw-statement';
import { redrawStatement } from '#application/statement/redraw-statement';
import type { StatementServices } from '#application/statement/services';
import { comparisonView, statementView } from '#application/statement/statement-view';
import { missingFile, refused, type ExitStatus } from '#cli/outcome';
import { note, notClosed, print, saySame, type ListOptions } from '#cli/print';
import type { CliServices, OpenedStore } from '#cli/services';
import { withStore } from '#cli/with-store';
import type { InsuranceType } from '#kernel/insurance-type';

export interface DrawOptions extends ListOptions {
  readonly subject: string;
  readonly type: InsuranceType;
  readonly period: string;
  readonly consolidated?: boolean;
  readonly unit: 'yuan' | 'wan';
  readonly pack?: string;
}

/** `tongchou statements draw`: the statements as the ledger stands; status 1 where something does not hold. */
export async function runDrawStatement(services: CliServices, options: DrawOptions): Promise<ExitStatus> {
  const { terminal } = services;
  return withStore(services, async (store) => {
    const needs = needsOf(services, store);
    const { subject, type, period, consolidated = false, unit, pack } = options;
    const asked = {
      subject,
      insuranceType: type,
      period,
      consolidated,
      ...(pack === undefined ? {} : { pack }),
    };
    const drawing = await drawStatement(needs, MACHINE_SCOPE, asked);
    if (!drawing.allowed) return refused(terminal, drawing.refusals);
    const { drawn, found } = drawing.value;
    const view = statementView(drawn, unit);
    const comparisons = (await compareStatement(needs, MACHINE_SCOPE, drawn)).map(comparisonView);
    print(services, options, { open: found.open, statement: view, comparisons }, (language) =>
      statementText(language, view, comparisons),
    );
    if (found.open.length > 0) note(terminal, notClosed(found.open.join(', ')));
    const isSound = drawn.checks.every(({ failures }) => failures.length === 0);
    return isSound && comparisons.every(({ state }) => state !== 'differs') ? 0 : 1;
  });
}

/** `tongchou statements redraw`: draws every kept statement again; status 1 where one is not the same to the byte. */
export async function runRedrawStatements(services: CliServices): Promise<ExitStatus> {
  const { terminal } = services;
  return withStore(services, async (store) => {
    const needs = needsOf(services, store);
    let status: ExitStatus = 0;
    for (const kept of await store.statementStore.list(MACHINE_SCOPE)) {
      const redrawn = await redrawStatement(needs, MACHINE_SCOPE, kept.id);
      if (!redrawn.allowed) {
        status = refused(terminal, redrawn.refusals);
        continue;
      }
      const { isSame, storedHash, redrawnHash } = redrawn.value;
      const which = `${kept.subjectKind} ${kept.subject} ${kept.insuranceType} ${kept.period} v${kept.version} ${kept.state}`;
      saySame(terminal, which, { isSame, stored: storedHash, again: redrawnHash });
      if (!isSame) status = 1;
    }
    return status;
  });
}

/** `tongchou statements check`: the sums of statements that others published; status 1 where one does not hold. */
export async function runCheckPrinted(
  services: CliServices,
  path: string,
  options: ListOptions & { readonly pack: string },
): Promise<ExitStatus> {
  const { terminal } = services;
  const bytes = await services.readBytes(path);
  if (bytes === undefined) return refused(terminal, [missingFile(path)]);
  const checks = await checkPrintedStatements(services, { file: { name: path, bytes }, pack: options.pack });
  if (!checks.allowed) return refused(terminal, checks.refusals);
  const shown = checks.value.map(printedCheckView);
  print(services, options, shown, (language) => printedChecksText(language, checks.value));
  return checks.value.some(({ status }) => status === 'broken') ? 1 : 0;
}

function needsOf({ source, hash }: CliServices, store: OpenedStore): StatementServices {
  const { statementStore, placeStore, packLifeStore } = store;
  return { source, hash, statementStore, placeStore, packLifeStore };
}
