/** The engines that the SQL target is written for and proved on. */
export type SqlDialect = 'duckdb' | 'postgres';

/** How whole numbers are held: in 64 bits, or in as many as the engine has. */
export type SqlWidth = 'narrow' | 'wide';

/** What differs between the engines; everything else that is written is the same text for both. */
export interface DialectWords {
  readonly types: Readonly<Record<SqlWidth, string>>;
  /** The greatest wide number; undefined where there is none. */
  readonly mostWide: bigint | undefined;
  /** What stands around dividend and divisor: a whole quotient cut towards zero, exact at every width. */
  readonly quotient: Readonly<Record<SqlWidth, readonly [string, string, string]>>;
  /** What stands around a date for a part of it as a whole number. */
  readonly datePart: (part: 'year' | 'month' | 'day') => readonly [string, string];
  /**
   * How a stage is kept apart from the next. Merged, an expression that later ones share would be written into
   * each of them again, and a chain of those grows without bound.
   */
  readonly keptApart: (stages: number) => { readonly materialized: string; readonly fence: string };
}

/** PostgreSQL plans nested stages in time that grows with the cube of their number; tables in between cost less. */
const MOST_NESTED_STAGES = 24;

export const DIALECTS: Readonly<Record<SqlDialect, DialectWords>> = {
  duckdb: {
    types: { narrow: 'BIGINT', wide: 'HUGEINT' },
    mostWide: 2n ** 127n - 1n,
    quotient: { narrow: ['(', ' // ', ')'], wide: ['(', ' // ', ')'] },
    datePart: (part) => [`${part}(`, ')'],
    keptApart: () => ({ materialized: 'NOT MATERIALIZED ', fence: '' }),
  },
  postgres: {
    types: { narrow: 'BIGINT', wide: 'NUMERIC' },
    mostWide: undefined,
    // The slash of NUMERIC gives a rounded fraction; of BIGINT it gives what is wanted.
    quotient: { narrow: ['(', ' / ', ')'], wide: ['div(', ', ', ')'] },
    datePart: (part) => [`extract(${part} FROM `, ')::BIGINT'],
    keptApart: (stages) =>
      stages > MOST_NESTED_STAGES
        ? { materialized: 'MATERIALIZED ', fence: '' }
        : { materialized: '', fence: ' OFFSET 0' },
  },
};
