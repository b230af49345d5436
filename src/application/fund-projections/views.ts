import type { Bilingual } from '#kernel/bilingual';
import type { RefusedCondition } from '#domain/adjustment/rows';
import type { DriverName } from '#domain/projection/driver';
import type { Percentile } from '#domain/projection/quantiles';
import type { ExplainedNode } from '#rules/explain/node';

type QuantileTexts = Readonly<Record<`p${Percentile}`, string>>;

/** What the paths of a fan came to, of one pool and year; shares are of all paths. */
export interface FanPointView {
  readonly balance: QuantileTexts;
  readonly months: QuantileTexts | null;
  readonly below: string;
  readonly belowSoFar: string;
}

/** One pool in one year; amounts are text in yuan with two decimals. */
export interface PoolYearView {
  readonly id: string;
  readonly name: Bilingual;
  readonly persons: Readonly<Record<string, string>>;
  readonly insured: string;
  readonly contributors: string;
  /** Contributors for each of the others, two decimals; null where all contribute. */
  readonly contributorRatio: string | null;
  readonly opening: string;
  readonly income: string;
  readonly expenditure: string;
  readonly levy: string;
  readonly received: string;
  readonly cover: string;
  readonly balance: string;
  /** A deficit that nobody bears at the end of the year, and what the year adds to it. */
  readonly deficit: string;
  readonly uncovered: string;
  readonly months: string | null;
  readonly isBelowFloor: boolean;
  /** Conditions of allocation that the pool fails: why nothing, or not all, is paid. */
  readonly refusedFor: readonly { readonly condition: RefusedCondition; readonly cite: readonly string[] }[];
  readonly fan?: FanPointView;
}

export interface FloorView {
  readonly months: string;
  readonly basis: string | null;
  readonly cite: readonly string[];
}

export interface FundYearView {
  readonly year: number;
  readonly floor: FloorView | null;
  readonly fund: Readonly<
    Record<'inflow' | 'outflow' | 'reserve' | 'closingBalance' | 'deficit' | 'uncovered', string>
  >;
  readonly pools: readonly PoolYearView[];
}

interface SwingEndView {
  readonly rate: string;
  readonly firstBelow: number | null;
  readonly closing: string;
}

/** One driver moved from end to end of its spread, all others at their central rates. */
export interface SwingView {
  readonly driver: DriverName;
  readonly label: Bilingual;
  readonly pool: string | null;
  readonly low: SwingEndView;
  readonly high: SwingEndView;
  readonly yearsMoved: number;
  readonly closingMoved: string;
}

/** The years ahead of one insurance type. */
export interface SchemeCourse {
  readonly scheme: string;
  /** Values that the policy does not state, in any year. */
  readonly assumptions: readonly {
    readonly value: string;
    readonly label: Bilingual;
    readonly reading: string;
  }[];
  readonly years: readonly FundYearView[];
  readonly firstYears: {
    readonly fundBelowZero: number | null;
    readonly pools: readonly {
      readonly id: string;
      readonly name: Bilingual;
      readonly belowFloor: number | null;
      readonly uncovered: number | null;
    }[];
  };
  readonly sensitivity: readonly SwingView[];
  readonly explanation?: readonly ExplainedNode[];
}

export interface Course {
  readonly schemes: readonly SchemeCourse[];
}

/** A fund projection: the course as it is and, where one was asked for, that of a scenario. */
export interface FundProjectionView {
  readonly pack: string;
  readonly packHash: string;
  readonly place: Bilingual;
  readonly status: 'in_force' | 'draft';
  readonly engineVersion: string;
  readonly years: number;
  /** Seed as text: how the paths were drawn; null where none were. */
  readonly fan: { readonly paths: number; readonly seed: number; readonly generator: string } | null;
  readonly baseline: Course;
  readonly scenario: (Course & { readonly name: string }) | null;
}
