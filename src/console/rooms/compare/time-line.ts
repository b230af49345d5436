import type { PackValue } from '#console/api/queries.ts';
import type { PackFamily } from '#console/rooms/compare/comparison.ts';
import type { Bilingual } from '#kernel/bilingual';

/** A version on a line: where it begins and how long it is, in parts of a hundred of the whole. */
export interface Span {
  readonly version: PackValue['versions'][number];
  readonly startPercent: number;
  readonly widthPercent: number;
}

/** One place's versions of a value. */
export interface Lane {
  readonly packId: string;
  readonly place: Bilingual;
  readonly value: PackValue;
  readonly spans: readonly Span[];
}

/** A value that some place has in several dated versions, with every place's versions of it. */
export interface History {
  readonly name: string;
  readonly label: Bilingual;
  /** First and last year that the line shows; what holds still runs to the end of the last. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly lanes: readonly Lane[];
}

export function histories(families: readonly PackFamily[]): readonly History[] {
  const owners = families.flatMap(([pack]) => (pack === undefined ? [] : [pack]));
  const names = new Set(
    owners.flatMap((pack) =>
      pack.values.filter(({ versions }) => versions.length > 1).map(({ name }) => name),
    ),
  );
  return [...names].flatMap((name) => {
    const held = owners.flatMap((pack) => {
      const value = pack.values.find((candidate) => candidate.name === name);
      return value === undefined || value.versions.length === 0 ? [] : [{ pack, value }];
    });
    const [first] = held;
    if (first === undefined) return [];
    const years = held.flatMap(({ value }) => value.versions.flatMap(yearsOf));
    const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)];
    const lanes = held.map(({ pack, value }) => ({
      packId: pack.id,
      place: pack.name,
      value,
      spans: value.versions.map((version) => spanOf(version, firstYear, lastYear)),
    }));
    return [{ name, label: first.value.label, firstYear, lastYear, lanes }];
  });
}

type Version = PackValue['versions'][number];

function yearsOf({ from, to }: Version): readonly number[] {
  return [from, ...(to === undefined ? [] : [to])].map((day) => Number(day.slice(0, 4)));
}

function spanOf(version: Version, firstYear: number, lastYear: number): Span {
  const whole = lastYear + 1 - firstYear;
  const start = (yearPart(version.from) - firstYear) / whole;
  const end = version.to === undefined ? 1 : (yearPart(version.to) + DAY - firstYear) / whole;
  return { version, startPercent: start * 100, widthPercent: Math.max(end - start, 0) * 100 };
}

/** A drawing needs no leap years: every month is as long as the others. */
const MONTHS = 12;
const DAYS = 31;
const DAY = 1 / (MONTHS * DAYS);

function yearPart(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year + (month - 1) / MONTHS + (date - 1) * DAY;
}
