import type {
  BandRequest,
  PoolPopulationRequest,
  SchemeRequest,
} from '#application/fund-projections/request';
import { GROWTH, readDriver, readPpm, readWeight, SHARE } from '#application/fund-projections/read-rates';
import type { Band } from '#domain/projection/cohorts';
import { DRIVERS, PPM, type Driver, type DriverName } from '#domain/projection/driver';
import type { PoolPopulation } from '#domain/projection/scheme-projection';
import type { Refusal } from '#kernel/decision';

/** Reads the age bands: each once, the oldest open, and the shares of the newly enrolled making up the whole. */
export function readBands(bands: readonly BandRequest[], at: string, into: Refusal[]): readonly Band[] {
  const read = bands.map((band, index) => {
    const here = `${at}.bands[${index}]`;
    if (bands.findIndex(({ id }) => id === band.id) < index) into.push(repeated(`${here}.id`, band.id));
    const share = (field: 'exits' | 'contributing' | 'entering'): bigint =>
      readPpm(band[field], `${here}.${field}`, SHARE, into);
    return {
      id: band.id,
      years: band.years === undefined ? undefined : BigInt(band.years),
      costWeightPpm: readWeight(band.costWeight, `${here}.costWeight`, into),
      costAbovePpm: readPpm(band.costAbove, `${here}.costAbove`, GROWTH, into),
      exitsPpm: share('exits'),
      contributingPpm: share('contributing'),
      enteringPpm: share('entering'),
      basis: band.basis,
    };
  });
  if (bands.at(-1)?.years !== undefined) into.push(oldestNotOpen(`${at}.bands[${bands.length - 1}].years`));
  const entering = read.reduce((total, band) => total + band.enteringPpm, 0n);
  if (entering !== PPM) into.push(notWhole(`${at}.bands`));
  return read;
}

/** Reads every pool's persons, in the order of the figures: a pool or a band that is missing is named, never zero. */
export function readPopulations(
  { figures, pools, bands }: SchemeRequest,
  at: string,
  into: Refusal[],
): readonly PoolPopulation[] {
  for (const [index, { id }] of pools.entries()) {
    const here = `${at}.pools[${index}].id`;
    if (!figures.pools.some((pool) => pool.id === id)) into.push(unknown(here, id));
    if (pools.findIndex((pool) => pool.id === id) < index) into.push(repeated(here, id));
  }
  return figures.pools.map(({ id, insured }) => {
    const index = pools.findIndex((pool) => pool.id === id);
    const pool = pools[index];
    if (pool === undefined) {
      into.push(missing(`${at}.pools`, id));
      return { id, persons: [], drivers: {} };
    }
    const here = `${at}.pools[${index}]`;
    const persons = readPersons(pool, bands, here, into);
    const total = persons.reduce((sum, count) => sum + count, 0n);
    if (insured !== undefined && BigInt(insured) !== total) {
      into.push(notInsured(`${here}.persons`, id, total, insured));
    }
    return { id, persons, drivers: readOwnDrivers(pool.drivers ?? {}, `${here}.drivers`, into) };
  });
}

/** Reads the drivers that are given. */
function readOwnDrivers(
  given: NonNullable<PoolPopulationRequest['drivers']>,
  at: string,
  into: Refusal[],
): Partial<Record<DriverName, Driver>> {
  const drivers: Partial<Record<DriverName, Driver>> = {};
  for (const name of DRIVERS) {
    const driver = given[name];
    if (driver !== undefined) drivers[name] = readDriver(name, driver, `${at}.${name}`, into);
  }
  return drivers;
}

function readPersons(
  { persons }: PoolPopulationRequest,
  bands: readonly BandRequest[],
  at: string,
  into: Refusal[],
): readonly bigint[] {
  for (const id of Object.keys(persons)) {
    if (!bands.some((band) => band.id === id)) into.push(unknown(`${at}.persons.${id}`, id));
  }
  return bands.map(({ id }) => {
    const count = Object.hasOwn(persons, id) ? persons[id] : undefined;
    if (count === undefined) into.push(missing(`${at}.persons`, id));
    return BigInt(count ?? 0);
  });
}

function missing(at: string, id: string): Refusal {
  return {
    code: 'missing_field',
    at: `${at}.${id}`,
    what: { zh: `缺少 ${id} 的人数`, en: `the persons of ${id} are missing` },
    next: { zh: '请补充；缺失不等于零', en: 'give them: missing is never zero' },
  };
}

function unknown(at: string, id: string): Refusal {
  return {
    code: 'unknown_id',
    at,
    what: {
      zh: `首年数据或年龄段中没有 ${id}`,
      en: `${id} is not among the pools of the figures or the bands`,
    },
    next: { zh: '请改正编号', en: 'correct the id' },
  };
}

function repeated(at: string, id: string): Refusal {
  return {
    code: 'duplicate_id',
    at,
    what: { zh: `${id} 重复`, en: `${id} is given twice` },
    next: { zh: '请只保留一处', en: 'keep one of them' },
  };
}

function oldestNotOpen(at: string): Refusal {
  return {
    code: 'oldest_band_not_open',
    at,
    what: { zh: '最高年龄段没有下一段可进入', en: 'there is no band after the oldest to move on to' },
    next: { zh: '请去掉其 years；离开由 exits 表示', en: 'remove its `years`; who leaves it is in `exits`' },
  };
}

function notWhole(at: string): Refusal {
  return {
    code: 'entering_not_whole',
    at,
    what: {
      zh: '各年龄段新增占比之和不是 100%',
      en: 'the shares of the newly enrolled do not make up 100%',
    },
    next: { zh: '请使各段 entering 之和为 100%', en: 'make the bands’ `entering` add up to 100%' },
  };
}

function notInsured(at: string, id: string, total: bigint, insured: number): Refusal {
  return {
    code: 'persons_not_insured',
    at,
    what: {
      zh: `统筹区 ${id} 各年龄段合计 ${total} 人，与参保人数 ${insured} 不符`,
      en: `the bands of pool ${id} hold ${total} persons, its figures ${insured} insured`,
    },
    next: { zh: '请使两者一致', en: 'make both agree' },
  };
}
