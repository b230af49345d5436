import { present } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import { fen, formatYuan, positivePart, ZERO_FEN } from '#kernel/fen';
import { formatRate } from '#kernel/rate';
import { timesFraction } from '#kernel/rounding';
import type { SchemeEvents, StatedFact } from '#domain/panel/assumptions';
import { fundRows, recoveryRows, releaseRows } from '#domain/panel/event-rows';
import { POOL_FIELDS, type PoolField } from '#domain/panel/fields';
import { synthetic, words, yuanText, type Figure, type YearFigures } from '#domain/panel/figure';
import type { PanelRow } from '#domain/panel/panel';
import { missingFactor, nothingToCover, unknownPool } from '#domain/panel/panel-refusals';
import type { SchemeYear } from '#domain/panel/scheme-year';

interface Entry {
  readonly text: string;
  readonly origin: PanelRow['origin'];
  readonly basis: string;
}

/** The rows of one insurance type and year: the fund, each pool with what its rule needs, and what happened. */
export function schemeRows(of: SchemeYear, refusals: Refusal[]): readonly PanelRow[] {
  const { scheme, year } = of;
  const events = year.events[scheme];
  if (events === undefined) {
    refusals.push(missingFactor(`years.${year.year}.${scheme}`));
    return [];
  }
  for (const pool of poolsNamed(events)) {
    if (!of.figures.has(pool)) refusals.push(unknownPool(scheme, year.year, pool));
  }
  const pools = [...of.figures].flatMap(([pool, figures]) =>
    [...POOL_FIELDS.keys()].flatMap((field): readonly PanelRow[] => {
      const entry = entryOf(of, events, pool, figures, field, refusals);
      if (entry === undefined) return [];
      const { text: value, origin, basis } = entry;
      return [{ scheme, subject: pool, field, value, origin, basis }];
    }),
  );
  const rows = [
    ...fundRows(of, events),
    ...pools,
    ...recoveryRows(scheme, events),
    ...releaseRows(scheme, events),
  ];
  return rows.map((row) =>
    year.isProjection && row.origin === 'synthetic' ? { ...row, origin: 'projected' } : row,
  );
}

function poolsNamed(events: SchemeEvents): readonly string[] {
  const single = [...events.changes, ...events.facts, ...events.treasuryCovers, ...events.releases];
  return [
    ...single.map(({ pool }) => pool),
    ...events.recoveries.flatMap(({ placeOfCare, placeOfInsurance }) => [placeOfCare, placeOfInsurance]),
  ];
}

/** What the panel says of one field of one pool; undefined where the rule does not need it and nobody states it. */
function entryOf(
  of: SchemeYear,
  events: SchemeEvents,
  pool: string,
  figures: YearFigures,
  field: PoolField,
  refusals: Refusal[],
): Entry | undefined {
  switch (field) {
    case 'collections':
    case 'revenue':
    case 'expenditure':
      return money(figures[field]);
    case 'insured':
      return { ...figures.insured, text: figures.insured.value.toString() };
    case 'openingBalance':
      return money(openingOf(of, pool, figures));
    case 'priorCollections':
      if (figures.priorCollections !== undefined) return money(figures.priorCollections);
      break;
    case 'treasuryCover':
      return of.needed.has(field) ? coverOf(of, events, pool, refusals) : undefined;
    case 'legacyBalance':
    case 'priorLevy': {
      const carried = of.needed.has(field) ? carriedOf(of, pool, field) : undefined;
      if (carried !== undefined) return money(carried);
      break;
    }
    default:
  }
  const fact = findFact(of, events, pool, field);
  if (fact !== undefined) return stated(of, pool, figures, fact);
  if (of.needed.has(field)) refusals.push(missingFactor(`cities.${pool}.${of.scheme}.facts ${field}`));
  return undefined;
}

function openingOf({ carried, year }: SchemeYear, pool: string, figures: YearFigures): Figure {
  if (carried === undefined) return figures.firstOpening;
  const last = present(carried.pools.get(pool), `${pool} of the year before`);
  const basis = `${year.year - 1} 年调剂后结余，由该年面板计算 balance after the adjustment of ${year.year - 1}, reckoned from its panel`;
  return { value: last.balanceAfter, origin: 'synthetic', basis };
}

function carriedOf(
  { carried, year }: SchemeYear,
  pool: string,
  field: 'legacyBalance' | 'priorLevy',
): Figure | undefined {
  const last = carried?.pools.get(pool);
  if (last === undefined) return undefined;
  const before = year.year - 1;
  const basis = {
    legacyBalance: `${before} 年统筹前结余减当年动用 balance from before pooling of ${before}, less what it bore`,
    priorLevy: `${before} 年上解额，由该年面板计算 levy of ${before}, reckoned from its panel`,
  };
  const value = field === 'priorLevy' ? last.levy : last.legacyLeft;
  return { value, origin: 'synthetic', basis: basis[field] };
}

/** The year's own statement first, then the city's, then what holds everywhere. */
function findFact(
  { assumptions, scheme }: SchemeYear,
  events: SchemeEvents,
  pool: string,
  field: PoolField,
): StatedFact | undefined {
  const ofCity = assumptions.cities.find(({ id }) => id === pool)?.[scheme]?.facts ?? [];
  return (
    events.facts.find((fact) => fact.pool === pool && fact.field === field) ??
    ofCity.find((fact) => fact.field === field) ??
    assumptions[scheme]?.defaults.find((fact) => fact.field === field)
  );
}

function stated(of: SchemeYear, pool: string, figures: YearFigures, fact: StatedFact): Entry {
  if (typeof fact.value === 'string')
    return { text: fact.value, origin: 'synthetic', basis: words(fact.why) };
  const { share, of: name } = fact.value;
  const base = name === 'openingBalance' ? openingOf(of, pool, figures) : figures[name];
  const amount = synthetic(timesFraction(positivePart(base.value), share), '');
  return {
    text: yuanText(amount),
    origin: 'synthetic',
    basis: `${name} × ${formatRate(share)}（假设 assumed）：${words(fact.why)}`,
  };
}

function coverOf(of: SchemeYear, events: SchemeEvents, pool: string, refusals: Refusal[]): Entry {
  const cover = events.treasuryCovers.find((candidate) => candidate.pool === pool);
  const deficit = of.deficits?.get(pool) ?? ZERO_FEN;
  if (cover !== undefined && of.deficits !== undefined && deficit === ZERO_FEN) {
    refusals.push(nothingToCover(of.scheme, of.year.year, pool));
  }
  const none = deficit === ZERO_FEN ? '没有赤字，不需财政弥补 no deficit to cover' : '财政未弥补 not covered';
  return {
    text: formatYuan(cover === undefined ? ZERO_FEN : deficit),
    origin: 'synthetic',
    basis: cover === undefined ? none : words(cover.why),
  };
}

function money({ value, origin, basis }: Figure): Entry {
  return { text: formatYuan(fen(value)), origin, basis };
}
