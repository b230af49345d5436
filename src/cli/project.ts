import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import {
  projectFund,
  type FundProjectionOptions,
  type Progress,
} from '#application/fund-projections/project-fund';
import {
  onFigures,
  startFromRun,
  startFromYear,
  type ProjectionStart,
} from '#application/fund-projections/projection-base';
import type { FundProjectionRequest } from '#application/fund-projections/request';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { conclude, missingFile, refused, tellStanding, type ExitStatus } from '#cli/outcome';
import { note, printJson } from '#cli/print';
import type { CliServices } from '#cli/services';
import { checkShape } from '#contract/check-shape';
import {
  fanRequestSchema,
  fundOutlookSchema,
  fundProjectionRequestSchema,
  fundScenarioSchema,
} from '#contract/fund-projections';
import { readJsonText } from '#contract/json-text';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

export interface ProjectOptions {
  /** With `year` or `run` there is none: what they were reckoned by holds. */
  readonly pack?: string;
  readonly year?: string;
  readonly run?: string;
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
  const content = await readJsonFile(services, options.input);
  if (!content.allowed) return refused(terminal, content.refusals);
  const start = await startOf(services, options, withYears(content.value, options.years));
  if (!start.allowed) return refused(terminal, start.refusals);
  const { pack, input, names } = start.value;
  const given = options.scenario === undefined ? undefined : await readJsonFile(services, options.scenario);
  if (given?.allowed === false) return refused(terminal, given.refusals);
  const scenario = given === undefined ? undefined : checkShape(fundScenarioSchema, given.value);
  if (scenario?.allowed === false) return refused(terminal, scenario.refusals);
  const view = await projectFund(
    pack,
    input,
    { scenario: scenario?.value, fan: fan?.value, names, explain: options.explain === true },
    tellProgress(services),
  );
  return conclude(terminal, view, (value) => {
    const schemes = [...value.baseline.schemes, ...(value.scenario?.schemes ?? [])];
    const rows = schemes.flatMap(({ assumptions }) => assumptions);
    const assumptions = [...new Map(rows.map((row) => [`${row.value} ${row.reading}`, row])).values()];
    tellStanding(terminal, { status: value.status, assumptions });
    printJson(terminal, value);
  });
}

interface Start extends Pick<ProjectionStart, 'pack'> {
  readonly input: FundProjectionRequest;
  readonly names?: FundProjectionOptions['names'];
}

/** The whole input with its pack, or what carries on the figures of a year or a run, each with its own. */
async function startOf(
  services: CliServices,
  { pack: packId, year, run }: ProjectOptions,
  content: unknown,
): Promise<Decision<Start>> {
  if ([packId, year, run].filter((each) => each !== undefined).length !== 1) return refuse(ONE_START);
  if (packId !== undefined) {
    const pack = await loadPackWithParents(services, packId);
    if (!pack.allowed) return pack;
    const input = checkShape(fundProjectionRequestSchema, content);
    return input.allowed ? allow({ pack: pack.value, input: input.value }) : input;
  }
  const outlook = checkShape(fundOutlookSchema, content);
  if (!outlook.allowed) return outlook;
  const store = await services.openStore();
  if (!store.allowed) return store;
  try {
    const { hash } = services;
    const start =
      year === undefined
        ? await startFromRun(store.value.runStore, hash, run ?? '')
        : await startFromYear({ ...store.value, hash }, MACHINE_SCOPE, year);
    if (!start.allowed) return start;
    const { pack, figures, base } = start.value;
    const names = base.kind === 'year' ? base.names : undefined;
    return allow({ pack, input: onFigures(outlook.value, figures), names });
  } finally {
    await store.value.close();
  }
}

const ONE_START: Refusal = {
  code: 'one_start',
  at: '--pack, --year, --run',
  what: {
    zh: '起点须是政策包、年度、计算记录三者之一',
    en: 'it starts from a pack, a year or a run: one of them',
  },
  next: { zh: '请只给出其中一个', en: 'give exactly one' },
};

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
    note(terminal, { zh: `路径 ${done} / ${all}`, en: `paths ${done} / ${all}` });
  };
}
