import type {
  ProjectionAsked,
  ProjectionInput,
  ScenarioInput,
  SchemeId,
  SchemeInput,
} from '#console/api/fund-projection-queries.ts';
import { growthFault } from '#console/rooms/scenario/projection/growth-text.ts';
import { formatDecimal, parseDecimal } from '#kernel/decimal-text';

/** The drivers of growth, in the order of the form. */
export const DRIVERS = ['premium', 'cost', 'entries'] as const;
export type DriverId = (typeof DRIVERS)[number];
type Driver = SchemeInput['drivers'][DriverId];

/** One driver as it stands in the fields, rates without percent signs; `scenario` is the rate that the scenario has. */
export interface DriverDraft {
  readonly rate: string;
  readonly low: string;
  readonly high: string;
  readonly basis: string;
  readonly scenario: string;
  /** A spread of single outcomes, kept as it came: the fields only show how many they are. */
  readonly outcomes?: Extract<NonNullable<Driver['spread']>, { kind: 'discrete' }>;
}

export type SchemeDraft = Readonly<Record<DriverId, DriverDraft>>;

/** What stands in the fields of the form beside the input that it starts from. */
export interface ProjectionDraft {
  readonly pack: string | undefined;
  readonly input: ProjectionInput | undefined;
  readonly years: number;
  readonly floor: string;
  readonly floorBasis: string;
  readonly schemes: Readonly<Partial<Record<SchemeId, SchemeDraft>>>;
  readonly scenarioName: string;
  readonly scenarioBasis: string;
  readonly levy: string;
  readonly levyFrom: string;
  readonly paths: string;
  readonly seed: string;
  readonly name: string;
  readonly note: string;
}

const NEW: ProjectionDraft = {
  pack: undefined,
  input: undefined,
  years: 10,
  floor: '',
  floorBasis: '',
  schemes: {},
  scenarioName: '',
  scenarioBasis: '',
  levy: '',
  levyFrom: '',
  // A thousand paths show the range within some tens of seconds; more are the user's to ask for.
  paths: '1000',
  seed: '2026',
  name: '',
  note: '',
};

/** The fields of a new projection. */
export function newDraft(pack?: string): ProjectionDraft {
  return { ...NEW, pack };
}

/** The fields that an input fills; what the user has written beside it stays. */
export function withInput(draft: ProjectionDraft, input: ProjectionInput): ProjectionDraft {
  return {
    ...draft,
    input,
    years: input.years,
    floor: input.floor?.months ?? '',
    floorBasis: input.floor?.basis ?? '',
    schemes: Object.fromEntries(
      input.schemes.map(({ figures, drivers }) => [figures.scheme, schemeDraft(drivers)]),
    ),
  };
}

function schemeDraft(drivers: SchemeInput['drivers']): SchemeDraft {
  const { premium, cost, entries } = drivers;
  return { premium: driverDraft(premium), cost: driverDraft(cost), entries: driverDraft(entries) };
}

function driverDraft({ rate, basis, spread }: Driver): DriverDraft {
  const plain = { rate: bare(rate), basis, scenario: '' };
  if (spread?.kind === 'triangular') return { ...plain, low: bare(spread.low), high: bare(spread.high) };
  return { ...plain, low: '', high: '', ...(spread === undefined ? {} : { outcomes: spread }) };
}

const bare = (rate: string): string => rate.replace(/%$/, '');

/** Whether a driver's fields cannot be projected with: no rate, no percentages, or one end alone. */
export function hasFault({ rate, low, high, scenario, basis }: DriverDraft): boolean {
  const isTyped = [rate, low, high, scenario].every((text) => growthFault(text) === undefined);
  return !isTyped || rate === '' || basis.trim() === '' || (low === '') !== (high === '');
}

/** The request that the fields make; undefined while something is missing or faulty. */
export function askedOf(draft: ProjectionDraft): ProjectionAsked | undefined {
  const { pack, input, schemes, name, note, paths, seed } = draft;
  if (pack === undefined || input === undefined || name.trim() === '') return undefined;
  if (Object.values(schemes).some((scheme) => Object.values(scheme).some(hasFault))) return undefined;
  if (!/^\d{1,5}$/.test(paths) || !/^\d{1,15}$/.test(seed)) return undefined;
  if (draft.floor !== '' && draft.floorBasis.trim() === '') return undefined;
  const scenario = scenarioOf(draft, input);
  if (scenario === 'incomplete') return undefined;
  return {
    pack,
    name: name.trim(),
    note: note.trim(),
    input: inputOf(draft, input),
    ...(scenario === undefined ? {} : { scenario }),
    ...(Number(paths) === 0 ? {} : { fan: { paths: Number(paths), seed: Number(seed) } }),
  };
}

function inputOf(draft: ProjectionDraft, { floor: _floor, ...input }: ProjectionInput): ProjectionInput {
  const { years, floor, floorBasis, schemes } = draft;
  return {
    ...input,
    years,
    ...(floor === '' ? {} : { floor: { months: floor, basis: floorBasis.trim() } }),
    schemes: input.schemes.map((scheme) => {
      const typed = schemes[scheme.figures.scheme];
      return typed === undefined ? scheme : { ...scheme, drivers: driversOf(typed) };
    }),
  };
}

function driversOf({ premium, cost, entries }: SchemeDraft): SchemeInput['drivers'] {
  return { premium: driverOf(premium), cost: driverOf(cost), entries: driverOf(entries) };
}

function driverOf({ rate, low, high, basis, outcomes }: DriverDraft): Driver {
  const spread = low === '' ? outcomes : { kind: 'triangular' as const, low: `${low}%`, high: `${high}%` };
  return { rate: `${rate}%`, basis: basis.trim(), ...(spread === undefined ? {} : { spread }) };
}

/** The scenario that the fields make; undefined where they say nothing, incomplete where its name or basis is missing. */
function scenarioOf(
  draft: ProjectionDraft,
  input: ProjectionInput,
): ScenarioInput | undefined | 'incomplete' {
  const name = draft.scenarioName.trim();
  const basis = draft.scenarioBasis.trim();
  const schemes = input.schemes.flatMap(({ figures: { scheme, year } }) => {
    const typed = draft.schemes[scheme];
    const changed = DRIVERS.filter((id) => typed !== undefined && typed[id].scenario !== '');
    const drivers = Object.fromEntries(
      changed.flatMap((id) => (typed === undefined ? [] : [[id, { ...movedDriver(typed[id]), basis }]])),
    );
    const from = draft.levyFrom === '' ? year : Number(draft.levyFrom);
    const rules = draft.levy === '' ? [] : [{ from, values: { levy_rate: `${bare(draft.levy)}%` }, basis }];
    if (changed.length === 0 && rules.length === 0) return [];
    return [
      {
        scheme,
        ...(changed.length === 0 ? {} : { drivers }),
        ...(rules.length === 0 ? {} : { rules }),
      },
    ];
  });
  if (schemes.length === 0) return name === '' ? undefined : 'incomplete';
  return name === '' || basis === '' ? 'incomplete' : { name, schemes };
}

/** A driver at the scenario's rate; the ends of its spread move with it, so that the range stays as wide. */
function movedDriver({ rate, low, high, scenario }: DriverDraft): Pick<Driver, 'rate' | 'spread'> {
  if (low === '') return { rate: `${scenario}%` };
  const moved = (end: string): string => `${plus(end, scenario, rate)}%`;
  return {
    rate: `${scenario}%`,
    spread: { kind: 'triangular', low: moved(low), high: moved(high) },
  };
}

/** Decimals that a typed rate may have, as a percentage. */
const SCALE = 8;

/** end + to − from, exactly. */
function plus(end: string, to: string, from: string): string {
  const sum = wholeOf(end) + wholeOf(to) - wholeOf(from);
  return formatDecimal({ coefficient: sum, scale: SCALE }).replace(/\.?0+$/, '');
}

function wholeOf(text: string): bigint {
  const read = parseDecimal(text, SCALE);
  if (typeof read === 'string') throw new Error(`"${text}" was checked to be a rate: ${read}`);
  return read.coefficient * 10n ** BigInt(SCALE - read.scale);
}
