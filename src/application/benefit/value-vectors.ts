import type { PlannedClaims } from '#domain/benefit/plan';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { parsePlainDate, plainDate, yearOf, nextDay, type PlainDate } from '#kernel/plain-date';
import { dateOfDays, daysOf } from '#rules/formula/day-number';
import { resolveVector, type ValueVector } from '#rules/formula/value-vector';
import { findValue, type Pack } from '#rules/pack/pack';
import type { RawValue } from '#rules/pack/raw-pack';
import { encodeVector, joinVectors } from '#rules/targets/encode-vector';
import type { TargetPlan } from '#rules/targets/plan';
import type { Vectors } from '#rules/targets/rows';

/** A formula's figures over time, in one scenario. */
export interface TimedVectors {
  /** By version, then those of the days outside all versions. */
  readonly values: readonly ValueVector[];
  readonly vectors: Vectors;
}

/** Days since 1970-01-01, ascending, on which any figure of the formula may change; the first is the first of all. */
export function versionDays(pack: Pack, plan: TargetPlan): readonly number[] {
  const days = plan.cells.flatMap(({ value }) => {
    const raw = findValue(pack, value);
    return raw === undefined ? [] : daysOfValue(raw);
  });
  return [...new Set(days)].toSorted((a, b) => a - b);
}

/** The figures of each version, with some replaced; refused where a replacement lies outside its bounds. */
export function timedVectors(
  pack: Pack,
  { formula }: Pick<PlannedClaims, 'formula'>,
  plan: TargetPlan,
  days: readonly number[],
  replaced: Readonly<Record<string, string>>,
): Decision<TimedVectors> {
  const before = (days[0] ?? 0) - 1;
  const values = [...days, before].map((day) =>
    resolveVector(pack, formula, { on: dateOfDays(day), replaced, assumptions: 'state' }),
  );
  const encoded = values.map((vector) => encodeVector(plan, vector));
  const outside = new Map<string, Refusal>();
  for (const { refusals } of encoded) {
    for (const refusal of [...refusals.values()].flat()) {
      if (refusal.code === 'out_of_bounds') outside.set(refusal.at, refusal);
    }
  }
  return allowUnless([...outside.values()], () => ({ values, vectors: joinVectors(encoded) }));
}

function daysOfValue({ versions }: RawValue): readonly number[] {
  const changes = versions.flatMap(({ from, to }) => [
    ...dayOf(from),
    ...(to === undefined ? [] : dayOf(to).map((day) => daysOf(nextDay(dateOfDays(day))))),
  ]);
  const linked = versions.some((version) => version.linked !== undefined);
  return linked ? [...changes, ...newYears(Math.min(...changes))] : changes;
}

/** A figure linked to a statistic may change with every year; claims are priced for two generations at most. */
const LINKED_YEARS = 60;

function newYears(first: number): readonly number[] {
  const from = yearOf(dateOfDays(first)) + 1;
  return Array.from({ length: LINKED_YEARS }, (_, at) => daysOf(plainDate(from + at, 1, 1)));
}

function dayOf(text: string): readonly number[] {
  const day: PlainDate | undefined = parsePlainDate(text);
  return day === undefined ? [] : [daysOf(day)];
}
