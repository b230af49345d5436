import { fen, type Fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';
import { daysOf } from '#rules/formula/day-number';
import type { FormulaFigure } from '#rules/formula/figure';
import type { ValueVector } from '#rules/formula/value-vector';
import { layoutOf } from '#rules/targets/emit-layout';
import type { FormulaRow } from '#rules/targets/oracle';
import { planTargets, type TargetPlan } from '#rules/targets/plan';
import { fieldsOf, figureOfNumber, type RowField } from '#tests/support/formula-rows-fields';
import type { Random } from '#tests/support/formula-rows-random';
import type { Formula } from '#rules/formula/node';

/** A formula to be tried, with its values of several dates. */
export interface FormulaTrial {
  readonly title: string;
  readonly formula: Formula;
  /** The first day of each vector of values, ascending, and the vector. */
  readonly vectors: readonly (readonly [PlainDate, ValueVector])[];
  /** The field whose date chooses the vector; without one, rows take any. */
  readonly datedBy?: string;
  /** Further days at which something may change. */
  readonly days?: readonly PlainDate[];
}

/** What generators and targets of one trial share. */
export interface TrialPlan extends FormulaTrial {
  readonly plan: TargetPlan;
  readonly fields: readonly RowField[];
  readonly totals: readonly string[];
}

/** A row's numbers by field, in the order of the fields; NaN where the fact is missing. */
export type RowNumbers = number[];

/** One person's rows of one year, in order, and which vector each takes. */
export interface Story {
  readonly rows: readonly RowNumbers[];
  readonly vectors: readonly number[];
}

export function planTrial(trial: FormulaTrial): TrialPlan {
  const plan = planTargets(trial.formula);
  const days = [...trial.vectors.map(([day]) => day), ...(trial.days ?? [])];
  const fields = fieldsOf(
    plan,
    trial.vectors.map(([, vector]) => vector),
    days,
  );
  return { ...trial, plan, fields, totals: layoutOf(plan).totals.map(({ total }) => total) };
}

export function noTotals({ totals }: TrialPlan): ReadonlyMap<string, Fen> {
  return new Map(totals.map((total) => [total, fen(0n)]));
}

/** A generated row as the oracle takes it. */
export function oracleRow(
  trial: TrialPlan,
  numbers: ArrayLike<number>,
  vector: number,
  totals: ReadonlyMap<string, Fen>,
): FormulaRow {
  const inputs = new Map<string, FormulaFigure>();
  trial.fields.forEach((field, at) => {
    const number = numbers[at] ?? Number.NaN;
    if (!Number.isNaN(number)) inputs.set(field.field, figureOfNumber(field, number));
  });
  const [, values] = trial.vectors[vector] ?? [];
  if (values === undefined) throw new RangeError(`no vector ${vector}`);
  return { inputs, values, totals };
}

/** The vector of a row: by its date, as a settlement takes it. A row without one takes the first. */
export function vectorOfRow(
  { datedBy, fields, vectors }: TrialPlan,
  row: RowNumbers,
  random: Random,
): number {
  if (datedBy === undefined) return random.below(vectors.length);
  const day = row[fields.findIndex(({ field }) => field === datedBy)] ?? Number.NaN;
  const later = vectors.filter(([from]) => daysOf(from) <= day);
  return Math.max(0, later.length - 1);
}

/**
 * A row whose figures lie at edges, at zero or anywhere; every fact is there and within its range. Each vector
 * of values is as likely as the next.
 */
export function randomRow({ fields, datedBy, vectors }: TrialPlan, random: Random): RowNumbers {
  const [first] = random.of(vectors);
  const day = daysOf(first) + (random.isOneIn(2) ? 0 : random.below(DAYS_AFTER));
  return fields.map((field) => (field.field === datedBy ? day : randomNumber(field, random)));
}

/** How far after the first day of its values a row may lie: some are of the next values then. */
const DAYS_AFTER = 183;

export function randomNumber({ unit, options, low, high, edges }: RowField, random: Random): number {
  switch (unit) {
    case 'truth':
      return random.below(2);
    case 'choice':
      return random.below(options?.length ?? 1);
    case 'date':
      return Math.min(
        high,
        Math.max(low, random.of(edges) - (random.isOneIn(2) ? random.magnitude(20_000) : 0)),
      );
    default: {
      const drawn = random.isOneIn(3)
        ? 0
        : random.isOneIn(3)
          ? random.of(edges)
          : random.magnitude(high - low) + low;
      return Math.min(high, Math.max(low, drawn));
    }
  }
}
