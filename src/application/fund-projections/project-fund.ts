import { schemeCourse } from '#application/fund-projections/course-view';
import { readFloor, readScheme } from '#application/fund-projections/read-scheme';
import type {
  FanRequest,
  FundProjectionRequest,
  FundScenarioRequest,
} from '#application/fund-projections/request';
import type { Course, FundProjectionView, SchemeCourse } from '#application/fund-projections/views';
import { withScenario } from '#application/fund-projections/with-scenario';
import { ENGINE_VERSION } from '#domain/adjustment/adjust';
import { planAdjustment, type AdjustmentPlan } from '#domain/adjustment/plan';
import { createFan, type FanPoint } from '#domain/projection/fan';
import type { Floor } from '#domain/projection/floor';
import { projectScheme, type SchemeProjection } from '#domain/projection/scheme-projection';
import { tornadoOf } from '#domain/projection/tornado';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { packName, packStatus, type Pack } from '#rules/pack/pack';

/** The version of this reckoning beside that of the pipeline: raised with any change of a result. */
export const PROJECTION_VERSION = `projection-2/${ENGINE_VERSION}`;

/** How the paths are drawn, told beside the seed: another generator would be another fan. */
const GENERATOR = 'splitmix64-1';

export interface FundProjectionOptions {
  readonly scenario?: FundScenarioRequest | undefined;
  readonly fan?: FanRequest | undefined;
  /** Pools as a register has them, by id, where the figures are of its pools. */
  readonly names?: Readonly<Record<string, Bilingual>> | undefined;
  /** With the explanation of every figure, down to the drivers and their sources. */
  readonly explain: boolean;
}

/** Called before each path with how many of all are done; the caller may show it, or let others work meanwhile. */
export type Progress = (done: number, all: number) => Promise<void> | void;

/**
 * Projects a fund for one to ten years (基金测算): enrolment by age, wages, cost by age and medical inflation, and rules
 * changed from a year on, by the pipeline of the real year; with a scenario, both courses on the same draws. Nothing is
 * stored. Refused whole, with every text that says nothing usable.
 */
export async function projectFund(
  pack: Pack,
  asked: FundProjectionRequest,
  options: FundProjectionOptions,
  progress: Progress,
): Promise<Decision<FundProjectionView>> {
  const { scenario, fan } = options;
  const plan = planAdjustment(pack);
  if (!plan.allowed) return plan;
  const changed = withScenario(asked, scenario);
  if (!changed.allowed) return changed;
  const courses = scenario === undefined ? 1 : 2;
  const all = (fan?.paths ?? 0) * asked.schemes.length * courses;
  let done = 0;
  const step = async (): Promise<void> => {
    await progress(done, all);
    done += 1;
  };
  const baseline = await courseOf(plan.value, asked, options, step);
  if (!baseline.allowed) return baseline;
  const other =
    scenario === undefined
      ? undefined
      : within('scenario', await courseOf(plan.value, changed.value, options, step));
  if (other?.allowed === false) return other;
  return allow({
    pack: pack.raw.id,
    packHash: pack.hash,
    place: packName(pack),
    status: packStatus(pack),
    engineVersion: PROJECTION_VERSION,
    years: asked.years,
    fan: fan === undefined ? null : { paths: fan.paths, seed: fan.seed, generator: GENERATOR },
    baseline: baseline.value,
    scenario: scenario === undefined || other === undefined ? null : { name: scenario.name, ...other.value },
  });
}

async function courseOf(
  plan: AdjustmentPlan,
  asked: FundProjectionRequest,
  { fan, explain, names = {} }: FundProjectionOptions,
  step: () => Promise<void>,
): Promise<Decision<Course>> {
  const floor = readFloor(asked.floor);
  if (!floor.allowed) return floor;
  const schemes: SchemeCourse[] = [];
  for (const [index, request] of asked.schemes.entries()) {
    const at = `schemes[${index}]`;
    const type = request.figures.scheme;
    if (schemes.some(({ scheme }) => scheme === type)) return refuse(repeatedScheme(at, type));
    const scheme = readScheme(plan, request, at);
    if (!scheme.allowed) return scheme;
    const years = projectScheme(plan, scheme.value, asked.years);
    if (!years.allowed) return within(at, years);
    const swings = tornadoOf(plan, scheme.value, asked.years, floor.value);
    if (!swings.allowed) return within(`${at} sensitivity`, swings);
    const points = await fanOf(plan, scheme.value, asked.years, floor.value, fan, step);
    if (!points.allowed) return within(at, points);
    schemes.push(
      schemeCourse({
        plan,
        names,
        scheme: scheme.value,
        floor: floor.value,
        years: years.value,
        swings: swings.value,
        fan: points.value,
        paths: fan?.paths ?? 0,
        explain,
      }),
    );
  }
  return allow({ schemes });
}

async function fanOf(
  plan: AdjustmentPlan,
  scheme: SchemeProjection,
  years: number,
  floor: Floor | undefined,
  asked: FanRequest | undefined,
  step: () => Promise<void>,
): Promise<Decision<readonly FanPoint[] | undefined>> {
  if (asked === undefined) return allow(undefined);
  const fan = createFan(plan, scheme, years, floor, BigInt(asked.seed));
  for (let path = 0; path < asked.paths; path += 1) {
    await step();
    const added = fan.addPath(path);
    if (!added.allowed) return within(`path ${path}`, added);
  }
  return allow(fan.points());
}

/** A refusal with where it happened before its place. */
function within<T>(at: string, decision: Decision<T>): Decision<T> {
  if (decision.allowed) return decision;
  return {
    allowed: false,
    refusals: decision.refusals.map((refusal) => ({ ...refusal, at: `${at} ${refusal.at}` })),
  };
}

function repeatedScheme(at: string, scheme: string): Refusal {
  return {
    code: 'duplicate_scheme',
    at: `${at}.figures.scheme`,
    what: { zh: `险种 ${scheme} 重复`, en: `the insurance type ${scheme} is given twice` },
    next: { zh: '每个险种只保留一份', en: 'keep one of each insurance type' },
  };
}
