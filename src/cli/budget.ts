import { estimateFile } from '#application/budget/estimate-file';
import { showBudget, showRound, listRounds } from '#application/budget/views';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { renderTextTable } from '#application/rendering/text-table';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import type { CliServices, OpenedStore } from '#cli/services';
import { withStore } from '#cli/with-store';
import { estimateFileSchema } from '#contract/budget';
import { checkShape } from '#contract/check-shape';
import { readJsonText } from '#contract/json-text';

export interface EstimateOptions {
  readonly pack: string;
  readonly input: string;
  readonly explain?: boolean;
}

/**
 * `tongchou budget estimate`: reckons the standard table of a pool or an adjustment fund from drivers, as JSON; with
 * `--explain` down to their sources. Nothing is stored.
 */
export async function runBudgetEstimate(
  services: CliServices,
  { pack, input, explain }: EstimateOptions,
): Promise<ExitStatus> {
  const { terminal } = services;
  const text = await services.readText(input);
  if (text === undefined) return refused(terminal, [missingFile(input)]);
  const json = readJsonText(input, text);
  if (!json.allowed) return refused(terminal, json.refusals);
  const request = checkShape(estimateFileSchema, json.value);
  if (!request.allowed) return refused(terminal, request.refusals);
  const estimate = await estimateFile(services, pack, request.value);
  return conclude(terminal, estimate, ({ nodes, ...view }) => {
    terminal.out(`${JSON.stringify(explain === true ? { ...view, nodes } : view, null, 2)}\n`);
  });
}

/** `tongchou budget rounds`: every round of budgets that the database holds. */
export async function runBudgetRounds(services: CliServices): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const listed = await listRounds(needs(services, store), MACHINE_SCOPE);
    return conclude(services.terminal, listed, ({ rounds }) => {
      const columns = ['id', '地区 place', '年度 year', '政策包 pack', '批定 adopted'].map(
        (header) => ({ header, align: 'left' }) as const,
      );
      const rows = rounds.map(({ id, place, year, packId, adopted }) => [
        id,
        place,
        year.toString(),
        packId,
        adopted === null ? '' : '✓',
      ]);
      services.terminal.out(`${renderTextTable(columns, rows)}\n`);
    });
  });
}

/** `tongchou budget show`: a round, or with `--budget` one budget of it, as JSON. */
export async function runBudgetShow(
  services: CliServices,
  id: string,
  options: { readonly budget?: boolean },
): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const from = needs(services, store);
    const found =
      options.budget === true
        ? await showBudget(from, MACHINE_SCOPE, id)
        : await showRound(from, MACHINE_SCOPE, id);
    return conclude<object>(services.terminal, found, (view) => {
      services.terminal.out(`${JSON.stringify(view, null, 2)}\n`);
    });
  });
}

function needs(
  { source, hash }: CliServices,
  { budgetStore, placeStore, ledgerReader, packLifeStore, statementStore }: OpenedStore,
): Parameters<typeof showRound>[0] {
  return { source, hash, budgetStore, placeStore, ledgerReader, packLifeStore, statementStore };
}
