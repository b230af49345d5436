import type { Clause, PackValue, Reading } from '#console/api/queries.ts';
import type { PackViewBody } from '#contract/packs';

type Instrument = Clause['instrument'];

/** A document with its clauses, and the pack in which they stand. */
export interface InstrumentClauses {
  readonly packId: string;
  readonly instrument: Instrument;
  readonly clauses: readonly Clause[];
}

/** The documents of a pack and of those it extends, each with its clauses, each once. */
export function instrumentsOf(family: readonly PackViewBody[]): readonly InstrumentClauses[] {
  const found = new Map<string, { packId: string; instrument: Instrument; clauses: Clause[] }>();
  const seen = new Set<string>();
  for (const pack of family) {
    for (const clause of pack.clauses) {
      if (seen.has(clause.id)) continue;
      seen.add(clause.id);
      const { instrument } = clause;
      const entry = found.get(instrument.id) ?? { packId: pack.id, instrument, clauses: [] };
      entry.clauses.push(clause);
      found.set(instrument.id, entry);
    }
  }
  return [...found.values()];
}

/** The readings of a pack and of those it extends, each once. */
export function readingsOf(family: readonly PackViewBody[]): readonly Reading[] {
  return uniqueBy(
    family.flatMap((pack) => pack.readings),
    (reading) => reading.id,
  );
}

/** The values of a pack and of those it extends; the nearer pack's stands for the farther one's. */
export function valuesOf(family: readonly PackViewBody[]): readonly PackValue[] {
  return uniqueBy(
    family.flatMap((pack) => pack.values),
    (value) => value.name,
  );
}

/** Values with a version that cites the clause. */
export function valuesCiting(values: readonly PackValue[], clauseId: string): readonly PackValue[] {
  return values.filter((value) => value.versions.some((version) => version.cite.includes(clauseId)));
}

/** Mechanisms of the steps that cite the clause or take it as an argument, in the order in which they run. */
export function stepsCiting(family: readonly PackViewBody[], clauseId: string): readonly string[] {
  const steps = family.flatMap((pack) => pack.pipeline?.steps ?? []);
  const citing = steps.filter(
    (step) =>
      step.cite.includes(clauseId) ||
      step.arguments.some((argument) => argument.filledWith.includes(clauseId)),
  );
  return [...new Set(citing.map((step) => step.mechanism))];
}

/** Readings of the clause. */
export function readingsOn(readings: readonly Reading[], clauseId: string): readonly Reading[] {
  return readings.filter((reading) => reading.clauses.includes(clauseId));
}

/** The anchor of a value on the page; clauses and readings have their own ids. */
export function valueAnchor(name: string): string {
  return `value-${name}`;
}

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const first = new Map<string, Item>();
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item);
  return [...first.values()];
}
