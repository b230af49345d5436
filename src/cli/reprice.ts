import { readGroups, repriceClaims, type RepriceReport } from '#application/benefit/reprice-claims';
import type { RepriceProgress } from '#application/ports/claims-batch';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { conclude, missingFile, refused, tellStanding, type ExitStatus } from '#cli/outcome';
import { note } from '#cli/print';
import type { CliServices, Terminal } from '#cli/services';
import { checkShape } from '#contract/check-shape';
import { readJsonText } from '#contract/json-text';
import { repriceScenariosSchema, type RepriceScenarios } from '#contract/reprice-scenarios';
import { allow, refuse, type Decision } from '#kernel/decision';
import { fen, formatYuan } from '#kernel/fen';

export interface RepriceOptions {
  readonly pack: string;
  readonly formula: string;
  readonly input: string;
  readonly output?: string;
  readonly values?: string;
  readonly by?: string;
  readonly amounts?: string;
  readonly workers: string;
  readonly sort?: boolean;
}

/**
 * `tongchou reprice`: prices a file of claims by a pack, as it is and with values replaced, and prints what each
 * payer pays by group, as JSON of the contract.
 */
export async function runReprice(services: CliServices, options: RepriceOptions): Promise<ExitStatus> {
  const { terminal } = services;
  const pack = await loadPackWithParents(services, options.pack);
  if (!pack.allowed) return refused(terminal, pack.refusals);
  const scenarios = await readScenarios(services, options.values);
  if (!scenarios.allowed) return refused(terminal, scenarios.refusals);
  const by = readGroups(options.by);
  if (!by.allowed) return refused(terminal, by.refusals);
  const request = {
    kind: options.formula,
    input: options.input,
    ...(options.output === undefined ? {} : { output: options.output }),
    sort: options.sort === true,
    workers: Number(options.workers),
    by: by.value,
    ...(options.amounts === undefined ? {} : { amounts: options.amounts.split(',') }),
    scenarios: scenarios.value,
  };
  const started = Date.parse(services.now());
  const progress = progressLine(terminal, () => Date.parse(services.now()) - started);
  const control = { progress, stopRequested: services.stopRequested() };
  const report = await repriceClaims(pack.value, request, services.claims, control);
  return conclude(terminal, report, (value) => {
    tellStanding(terminal, value);
    terminal.out(`${JSON.stringify(outputOf(options, by.value, value), null, 2)}\n`);
  });
}

async function readScenarios(
  services: CliServices,
  file: string | undefined,
): Promise<Decision<RepriceScenarios>> {
  if (file === undefined) return allow({});
  const text = await services.readText(file);
  if (text === undefined) return refuse(missingFile(file));
  const json = readJsonText(file, text);
  return json.allowed ? checkShape(repriceScenariosSchema, json.value) : json;
}

/** One line for each tenth of the rows: done, total and rows a second. */
function progressLine(terminal: Terminal, elapsed: () => number): (progress: RepriceProgress) => void {
  let told = 0;
  return ({ done, total }) => {
    const tenth = total === 0 ? 10 : Math.floor((done * 10) / total);
    if (tenth <= told) return;
    told = tenth;
    const milliseconds = Math.max(1, elapsed());
    const rate = Math.round((done * 1000) / milliseconds);
    note(terminal, {
      zh: `${done}/${total} 行，每秒 ${rate}`,
      en: `${done}/${total} rows, ${rate} a second`,
    });
  };
}

function outputOf(options: RepriceOptions, by: readonly string[], report: RepriceReport): unknown {
  return {
    pack: options.pack,
    formula: options.formula,
    status: report.status,
    claims: report.rows,
    groups: report.groups.map(({ scenario, key, claims, refused: count, sums }) => ({
      scenario,
      key: Object.fromEntries(by.map((name, at) => [name, key[at] ?? null])),
      claims,
      refused: count,
      sums: Object.fromEntries(report.outputs.map((name, at) => [name, formatYuan(fen(sums[at] ?? 0n))])),
    })),
    firstRefused: report.refused,
    assumptions: report.assumptions,
  };
}
