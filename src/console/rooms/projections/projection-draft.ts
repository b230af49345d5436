import type {
  BasedAsked,
  KeptProjection,
  ProjectionStart,
  ProjectionInput,
  ScenarioInput,
  SchemeId,
  SchemeInput,
} from '#console/api/fund-projection-queries.ts';
import {
  bandDrafts,
  NEW_BAND,
  ownDriversOf,
  baseOfKept,
  outlookOf,
  type Base,
  type BaseDraft,
} from '#console/rooms/projections/base-draft.ts';
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

/** What stands in the fields of the form beside what it starts from: an input, or a base. */
export interface ProjectionDraft {
  readonly pack: string | undefined;
  readonly input: ProjectionInput | undefined;
  readonly base: BaseDraft | undefined;
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
  base: undefined,
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
    base: undefined,
    years: input.years,
    floor: input.floor?.months ?? '',
    floorBasis: input.floor?.basis ?? '',
    schemes: Object.fromEntries(
      input.schemes.map(({ figures, drivers }) => [figures.scheme, schemeDraft(drivers)]),
    ),
  };
}

/** The fields that a base opens: it knows the figures of the first year, and nothing of what carries them on. */
export function withBase(draft: ProjectionDraft, base: Base): ProjectionDraft {
  const schemes = { [base.scheme]: { premium: NEW_DRIVER, cost: NEW_DRIVER, entries: NEW_DRIVER } };
  return {
    ...draft,
    pack: base.packId,
    input: undefined,
    base: { ...base, bands: [NEW_BAND], ownDrivers: {} },
    schemes,
  };
}

/** A base's fields filled from a kept projection of the same policy: bands, drivers, years and floor, as they were asked. */
export function withTemplate(draft: ProjectionDraft, input: ProjectionInput): ProjectionDraft {
  const { base } = draft;
  const own = input.schemes.find(({ figures }) => figures.scheme === base?.scheme);
  if (base === undefined || own === undefined) return draft;
  return {
    ...withInput(draft, { ...input, schemes: [own] }),
    input: undefined,
    base: { ...base, bands: bandDrafts(own), ownDrivers: ownDriversOf(base, own) },
  };
}

/** The fields of a projection that starts as a kept one did: from the same base, or from the same input. */
export function draftFrom(draft: ProjectionDraft, kept: KeptProjection): ProjectionDraft {
  const { projection, asked } = kept;
  const base = baseOfKept(kept);
  if (base === undefined) return withInput({ ...draft, pack: projection.packId }, asked.input);
  return withTemplate(withBase(draft, base), asked.input);
}

const NEW_DRIVER: DriverDraft = { rate: '', low: '', high: '', basis: '', scenario: '' };

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

/** The request that the fields make, and what it starts from; undefined while something is missing or faulty. */
export function askedOf(draft: ProjectionDraft): ProjectionStart | undefined {
  const { pack, input, base, schemes, name, note, paths, seed } = draft;
  if (pack === undefined || name.trim() === '') return undefined;
  if (Object.values(schemes).some((scheme) => Object.values(scheme).some(hasFault))) return undefined;
  if (!/^\d{1,5}$/.test(paths) || !/^\d{1,15}$/.test(seed)) return undefined;
  if (draft.floor !== '' && draft.floorBasis.trim() === '') return undefined;
  const scenario = scenarioOf(draft);
  if (scenario === 'incomplete') return undefined;
  const beside = {
    name: name.trim(),
    note: note.trim(),
    ...(scenario === undefined ? {} : { scenario }),
    ...(Number(paths) === 0 ? {} : { fan: { paths: Number(paths), seed: Number(seed) } }),
  };
  if (base === undefined) {
    return input && { kind: 'input', body: { pack, ...beside, input: inputOf(draft, input) } };
  }
  const outlook = basedInput(draft, base);
  return outlook && { kind: base.kind, id: base.id, body: { ...beside, input: outlook } };
}

function basedInput(draft: ProjectionDraft, base: BaseDraft): BasedAsked['input'] | undefined {
  const typed = draft.schemes[base.scheme];
  const scheme = typed && outlookOf(base, driversOf(typed));
  return scheme && { ...spanOf(draft), scheme };
}

function spanOf({ years, floor, floorBasis }: ProjectionDraft): Pick<ProjectionInput, 'years' | 'floor'> {
  return { years, ...(floor === '' ? {} : { floor: { months: floor, basis: floorBasis.trim() } }) };
}

function inputOf(draft: ProjectionDraft, { floor: _floor, ...input }: ProjectionInput): ProjectionInput {
  const { schemes } = draft;
  return {
    ...input,
    ...spanOf(draft),
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

/** The insurance types that are projected, each with its first year. */
function startsOf({ input, base }: ProjectionDraft): readonly Pick<Base, 'scheme' | 'year'>[] {
  return base === undefined ? (input?.schemes ?? []).map(({ figures }) => figures) : [base];
}

/** The scenario that the fields make; undefined where they say nothing, incomplete where its name or basis is missing. */
function scenarioOf(draft: ProjectionDraft): ScenarioInput | undefined | 'incomplete' {
  const name = draft.scenarioName.trim();
  const basis = draft.scenarioBasis.trim();
  const schemes = startsOf(draft).flatMap(({ scheme, year }) => {
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
