import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { simulateYears } from '#application/scenarios/simulate-years';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import { readPairs, readPoolPairs } from '#cli/pair-text';
import { printJson } from '#cli/print';
import type { CliServices } from '#cli/services';
import { adjustmentRequestSchema } from '#contract/adjustment-request';
import { checkShape } from '#contract/check-shape';
import { readJsonText } from '#contract/json-text';
import { projectScenarioSchema } from '#contract/projections';

export interface SimulateOptions {
  readonly pack: string;
  readonly input: string;
  readonly years: string;
  readonly growth: string;
  readonly growthOf?: readonly string[];
  readonly replace?: string;
  readonly floor?: string;
}

/**
 * `tongchou simulate`: a year's figures carried on by simple growth, with the policy as it is and with values
 * replaced, as JSON of the contract. Nothing is stored.
 */
export async function runSimulate(services: CliServices, options: SimulateOptions): Promise<ExitStatus> {
  const { terminal } = services;
  const asked = checkShape(projectScenarioSchema, {
    values: readPairs(options.replace ?? ''),
    projection: {
      years: Number(options.years),
      growth: readPairs(options.growth),
      ...(options.growthOf === undefined ? {} : { pools: options.growthOf.map(readPoolPairs) }),
      ...(options.floor === undefined ? {} : { floorMonths: options.floor }),
    },
  });
  if (!asked.allowed) return refused(terminal, asked.refusals);
  const pack = await loadPackWithParents(services, options.pack);
  if (!pack.allowed) return refused(terminal, pack.refusals);
  const text = await services.readText(options.input);
  if (text === undefined) return refused(terminal, [missingFile(options.input)]);
  const json = readJsonText(options.input, text);
  if (!json.allowed) return refused(terminal, json.refusals);
  const request = checkShape(adjustmentRequestSchema, json.value);
  if (!request.allowed) return refused(terminal, request.refusals);
  const { values, projection } = asked.value;
  return conclude(terminal, simulateYears(pack.value, request.value, values, projection), (view) => {
    printJson(terminal, view);
  });
}
