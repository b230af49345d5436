import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import type {
  Clause,
  Instrument,
  Pool,
  RawAdjustment,
  RawPack,
  RawStatistic,
  RawValue,
  Reading,
  WorkedCase,
} from '#rules/pack/raw-pack';

/** Finds the place of a part of the pack in its files; empty for a pack read from an artefact. */
export type Locate = (section: string, path: readonly (string | number)[]) => string;

/** A checked policy pack, with the packs that it extends. */
export interface Pack {
  readonly raw: RawPack;
  readonly parents: readonly Pack[];
  readonly cases: readonly WorkedCase[];
  readonly locate: Locate;
  /**
   * Canonical texts of the graphs of its row formulas, by section and kind (`contribution/employee`), which reckon now
   * and in a replay. Empty until they are built from the sections that choose them.
   */
  readonly formulas: ReadonlyMap<string, string>;
  /** Canonical JSON of this pack, of its graphs and of all it extends. */
  readonly artefact: string;
  /** Hash of the artefact: what is approved, put in force and stored beside each result. */
  readonly hash: string;
}

export function packName(pack: Pack): Bilingual {
  return pack.raw.name;
}

/**
 * Lists the paths under which a register of places may carry the pack's place: first that of an installation of its
 * own, then those below another place. Without any, the path is the pack's id.
 */
export function packPlaces({ raw }: Pack): readonly string[] {
  return raw.places ?? [raw.id];
}

/** Reads the status of a pack. A draft computes and is marked on every result; it is never put in force. */
export function packStatus(pack: Pack): 'in_force' | 'draft' {
  return pack.raw.status;
}

export function findClause(pack: Pack, id: string): Clause | undefined {
  return findIn(pack, (raw) => raw.clauses.find((clause) => clause.id === id));
}

export function findReading(pack: Pack, id: string): Reading | undefined {
  return findIn(pack, (raw) => raw.readings.find((reading) => reading.id === id));
}

export function findInstrument(pack: Pack, id: string): Instrument | undefined {
  return findIn(pack, (raw) => raw.instruments.find((instrument) => instrument.id === id));
}

export function findValue(pack: Pack, name: string): RawValue | undefined {
  return findIn(pack, (raw) => own(raw.values, name));
}

export function findStatistic(pack: Pack, name: string): RawStatistic | undefined {
  return findIn(pack, (raw) => own(raw.statistics, name));
}

/** Finds a pool's record, where the place lists its pools. */
export function findPool(pack: Pack, id: string): Pool | undefined {
  return pack.raw.pools.find((pool) => pool.id === id);
}

/** Gets the adjustment pipeline of a pack that is known to have one. */
export function getAdjustment(pack: Pack): RawAdjustment {
  return present(pack.raw.adjustment, `an adjustment pipeline in pack ${pack.raw.id}`);
}

/** Lists the members of an axis: the insurance types, the place's pools, or members declared by a values file. */
export function findAxis(pack: Pack, axis: string): readonly string[] | undefined {
  if (axis === 'scheme') return ['employee', 'resident'];
  if (axis === 'pool') return pack.raw.pools.map((pool) => pool.id);
  return findIn(pack, (raw) => own(raw.axes, axis));
}

/** Reads a member given by the files; never one that every object has, such as `constructor`. */
function own<T>(members: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** Looks in the pack itself first, then in those that it extends, in their order. */
function findIn<T>(pack: Pack, find: (raw: RawPack) => T | undefined): T | undefined {
  const found = find(pack.raw);
  if (found !== undefined) return found;
  for (const parent of pack.parents) {
    const inherited = findIn(parent, find);
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}
