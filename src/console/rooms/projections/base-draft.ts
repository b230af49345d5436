import type {
  BasedAsked,
  KeptProjection,
  ProjectionInput,
  SchemeId,
} from '#console/api/fund-projection-queries.ts';
import { growthFault } from '#console/rooms/scenario/projection/growth-text.ts';
import type { Bilingual } from '#kernel/bilingual';

/** What the first year's figures are taken from: a year of adjustment, or a stored run. */
export interface Base {
  readonly kind: 'year' | 'run';
  readonly id: string;
  readonly packId: string;
  readonly year: number;
  readonly scheme: SchemeId;
  readonly pools: readonly {
    readonly id: string;
    readonly name: Bilingual;
    /** Undefined where the base does not tell it. */
    readonly insured: number | undefined;
  }[];
}

/** An age band as it stands in the fields, shares without percent signs. */
export interface BandDraft {
  readonly id: string;
  readonly years: string;
  readonly costWeight: string;
  readonly costAbove: string;
  readonly exits: string;
  readonly contributing: string;
  readonly entering: string;
  readonly basis: string;
  /** Persons by pool. */
  readonly persons: Readonly<Record<string, string>>;
}

/** A base with what it does not know: nothing of it has a default. */
export interface BaseDraft extends Base {
  readonly bands: readonly BandDraft[];
  /** Drivers that single pools have of their own, kept as the template had them. */
  readonly ownDrivers: Readonly<Record<string, OwnDrivers>>;
}

type OwnDrivers = NonNullable<Scheme['pools'][number]['drivers']>;

/** The shares of a band, in the order of the form. */
export const BAND_SHARES = ['costAbove', 'exits', 'contributing', 'entering'] as const;

export const NEW_BAND: BandDraft = {
  id: '',
  years: '',
  costWeight: '',
  costAbove: '',
  exits: '',
  contributing: '',
  entering: '',
  basis: '',
  persons: {},
};

type Scheme = ProjectionInput['schemes'][number];

/** The bands of a projection as fields; persons are those of pools that both have. */
export function bandDrafts({ bands, pools }: Pick<Scheme, 'bands' | 'pools'>): readonly BandDraft[] {
  const bare = (share: string): string => share.replace(/%$/, '');
  return bands.map((band) => ({
    id: band.id,
    years: band.years === undefined ? '' : String(band.years),
    costWeight: band.costWeight,
    costAbove: bare(band.costAbove),
    exits: bare(band.exits),
    contributing: bare(band.contributing),
    entering: bare(band.entering),
    basis: band.basis,
    persons: Object.fromEntries(
      pools.flatMap(({ id, persons }) =>
        persons[band.id] === undefined ? [] : [[id, String(persons[band.id])]],
      ),
    ),
  }));
}

/** The base that a kept projection started from, as it was then; undefined where its figures were given in a file. */
export function baseOfKept({ projection, asked }: KeptProjection): Base | undefined {
  const { base, input } = asked;
  const figures = input.schemes[0]?.figures;
  if (base === undefined || figures === undefined) return undefined;
  const nameOf = (id: string): Bilingual =>
    (base.kind === 'year' ? base.names[id] : undefined) ?? { zh: id, en: id };
  return {
    kind: base.kind,
    id: base.kind === 'year' ? base.year : base.run,
    packId: projection.packId,
    year: figures.year,
    scheme: figures.scheme,
    pools: figures.pools.map(({ id, insured }) => ({ id, name: nameOf(id), insured })),
  };
}

/** The drivers that pools of a base have of their own in a projection; other pools have those of the scheme. */
export function ownDriversOf(base: Base, { pools }: Pick<Scheme, 'pools'>): BaseDraft['ownDrivers'] {
  const known = base.pools.map(({ id }) => id);
  return Object.fromEntries(
    pools.flatMap(({ id, drivers }) =>
      drivers === undefined || !known.includes(id) ? [] : [[id, drivers] as const],
    ),
  );
}

const WHOLE = /^\d{1,10}$/;

/** Whether a field of a band cannot be projected with; the oldest band alone has no years. */
export function bandFaults(band: BandDraft, isOldest: boolean): readonly (keyof BandDraft)[] {
  const faults: (keyof BandDraft)[] = [];
  if (band.id.trim() === '' || band.id.includes('/')) faults.push('id');
  if (isOldest ? band.years !== '' : !/^[1-9]\d{0,2}$/.test(band.years)) faults.push('years');
  if (!/^\d+(\.\d+)?$/.test(band.costWeight)) faults.push('costWeight');
  for (const share of BAND_SHARES)
    if (band[share] === '' || growthFault(band[share]) !== undefined) faults.push(share);
  if (band.basis.trim() === '') faults.push('basis');
  return faults;
}

/** The persons of a pool over all bands; undefined while a figure is missing or none. */
export function personsOfPool({ bands }: Pick<BaseDraft, 'bands'>, pool: string): number | undefined {
  const counts = bands.map(({ persons }) => persons[pool] ?? '');
  if (counts.some((count) => !WHOLE.test(count))) return undefined;
  return counts.reduce((sum, count) => sum + Number(count), 0);
}

/** What the base is asked to be carried on with; undefined while something of it is missing or faulty. */
export function outlookOf(
  { bands, pools, ownDrivers }: BaseDraft,
  drivers: BasedAsked['input']['scheme']['drivers'],
): BasedAsked['input']['scheme'] | undefined {
  const isWhole =
    bands.length > 0 &&
    bands.every((band, index) => bandFaults(band, index === bands.length - 1).length === 0) &&
    pools.every(({ id }) => personsOfPool({ bands }, id) !== undefined);
  if (!isWhole) return undefined;
  return {
    bands: bands.map(({ id, years, costWeight, basis, ...band }) => ({
      id: id.trim(),
      ...(years === '' ? {} : { years: Number(years) }),
      costWeight,
      costAbove: `${band.costAbove}%`,
      exits: `${band.exits}%`,
      contributing: `${band.contributing}%`,
      entering: `${band.entering}%`,
      basis: basis.trim(),
    })),
    drivers,
    pools: pools.map(({ id }) => ({
      id,
      persons: Object.fromEntries(bands.map((band) => [band.id.trim(), Number(band.persons[id])])),
      ...(ownDrivers[id] === undefined ? {} : { drivers: ownDrivers[id] }),
    })),
  };
}
