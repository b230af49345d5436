import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { projectFund, type Progress } from '#application/fund-projections/project-fund';
import { conclude, missingFile, refused, tellStanding, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { checkShape } from '#contract/check-shape';
import {
  fanRequestSchema,
  fundProjectionRequestSchema,
  fundScenarioSchema,
} from '#contract/fund-projections';
import { readJsonText } from '#contract/json-text';
import { refuse, type Decision } from '#kernel/decision';

export interface ProjectOptions {
  readonly pack: string;
  readonly input: string;
  readonly scenario?: string;
  readonly years?: string;
  readonly paths?: string;
  readonly seed?: string;
  readonly explain?: boolean;
}

/** How many per cent of the paths lie between two lines that tell how far it is. */
const TOLD_EVERY = 10;

/**
 * `tongchou project`: a fund projection of one to ten years by cohorts, with a fan of outcomes where paths are asked for,
 * as JSON of the contract. Nothing is stored; progress goes to standard error.
 */
export async function runProject(services: CliServices, options: ProjectOptions): Promise<ExitStatus> {
  const { terminal } = services;
  const fan =
    options.paths === undefined
      ? undefined
      : checkShape(fanRequestSchema, { paths: Number(options.paths), seed: Number(options.seed) });
  if (fan?.allowed === false) return refused(terminal, fan.refusals);
  const pack = await loadPackWithParents(services, options.pack);
  if (!pack.allowed) return refused(terminal, pack.refusals);
  const input = await readJsonFile(services, options.input);
  if (!input.allowed) return refused(terminal, input.refusals);
  const asked = checkShape(fundProjectionRequestSchema, withYears(input.value, options.years));
  if (!asked.allowed) return refused(terminal, asked.refusals);
  const given = options.scenario === undefined ? undefined : await readJsonFile(services, options.scenario);
  if (given?.allowed === false) return refused(terminal, given.refusals);
  const scenario = given === undefined ? undefined : checkShape(fundScenarioSchema, given.value);
  if (scenario?.allowed === false) return refused(terminal, scenario.refusals);
  const view = await projectFund(
    pack.value,
    asked.value,
    { scenario: scenario?.value, fan: fan?.value, explain: options.explain === true },
    tellProgress(services),
  );
  return conclude(terminal, view, (value) => {
    const schemes = [...value.baseline.schemes, ...(value.scenario?.schemes ?? [])];
    const rows = schemes.flatMap(({ assumptions }) => assumptions);
    const assumptions = [...new Map(rows.map((row) => [`${row.value} ${row.reading}`, row])).values()];
    tellStanding(terminal, { status: value.status, assumptions });
    terminal.out(`${JSON.stringify(value, null, 2)}\n`);
  });
}

async function readJsonFile({ readText }: CliServices, path: string): Promise<Decision<unknown>> {
  const text = await readText(path);
  return text === undefined ? refuse(missingFile(path)) : readJsonText(path, text);
}

/** The command line's number of years in place of the file's. */
function withYears(content: unknown, years: string | undefined): unknown {
  const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
  return years === undefined || !isObject ? content : { ...content, years: Number(years) };
}

function tellProgress({ terminal }: CliServices): Progress {
  let told = 0;
  return (done, all) => {
    const share = Math.floor((100 * done) / all);
    if (share < told + TOLD_EVERY) return;
    told = share - (share % TOLD_EVERY);
    terminal.err(`路径 paths ${done} / ${all}\n`);
  };
}
