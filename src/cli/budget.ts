import { estimateFile } from '#application/budget/estimate-file';
import { showBudget, showRound, listRounds } from '#application/budget/views';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { listText, text } from '#application/rendering/list-text';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import { printJson } from '#cli/print';
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
  const given = await services.readText(input);
  if (given === undefined) return refused(terminal, [missingFile(input)]);
  const json = readJsonText(input, given);
  if (!json.allowed) return refused(terminal, json.refusals);
  const request = checkShape(estimateFileSchema, json.value);
  if (!request.allowed) return refused(terminal, request.refusals);
  const estimate = await estimateFile(services, pack, request.value);
  return conclude(terminal, estimate, ({ nodes, ...view }) => {
    printJson(terminal, explain === true ? { ...view, nodes } : view);
  });
}

/** `tongchou budget rounds`: every round of budgets that the database holds. */
export async function runBudgetRounds(services: CliServices): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const listed = await listRounds(needs(services, store), MACHINE_SCOPE);
    return conclude(services.terminal, listed, ({ rounds }) => {
      type Round = (typeof rounds)[number];
      const columns = [
        text<Round>('编号', 'id', ({ id }) => id),
        text<Round>('地区', 'place', ({ place }) => place),
        text<Round>('年度', 'year', ({ year }) => year),
        text<Round>('政策包', 'pack', ({ packId }) => packId),
        text<Round>('批准', 'adopted', ({ adopted }) => (adopted === null ? null : '✓')),
      ];
      services.terminal.out(listText(services.terminal.language, columns, rounds));
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
      printJson(services.terminal, view);
    });
  });
}

function needs(
  { source, hash }: CliServices,
  { budgetStore, placeStore, ledgerReader, packLifeStore, statementStore }: OpenedStore,
): Parameters<typeof showRound>[0] {
  return { source, hash, budgetStore, placeStore, ledgerReader, packLifeStore, statementStore };
}
