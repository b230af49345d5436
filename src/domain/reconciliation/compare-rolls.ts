import { compareCodePoints } from '#kernel/code-points';

/** An entry of a department's roll: a person's key and the recorded fields. */
export interface RollEntry {
  readonly key: string;
  /** `file:line`. */
  readonly at: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A field that two rolls record differently. */
export interface RollContradiction {
  readonly key: string;
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface RollComparison {
  /** Number of persons on both rolls with the same fields. */
  readonly agreeing: number;
  /** Entries on their roll only: to be enrolled, or asked about. */
  readonly missingFromOurs: readonly RollEntry[];
  readonly missingFromTheirs: readonly RollEntry[];
  readonly contradictions: readonly RollContradiction[];
  /** Entries repeated on one roll; they are not compared. */
  readonly repeated: readonly RollEntry[];
}

/**
 * Compares the rolls of two departments by key and field: entries on one roll only, repeated entries, and fields that
 * differ. Fields that only one roll has are not compared.
 */
export function compareRolls(ours: readonly RollEntry[], theirs: readonly RollEntry[]): RollComparison {
  const [own, other] = [byKey(ours), byKey(theirs)];
  const repeated = [...own, ...other].flatMap(([, entries]) => (entries.length > 1 ? entries : []));
  const isRepeated = new Set(repeated.map(({ key }) => key));
  const single = (roll: ReadonlyMap<string, readonly RollEntry[]>): ReadonlyMap<string, RollEntry> =>
    new Map(
      [...roll].flatMap(([key, [entry]]) =>
        entry === undefined || isRepeated.has(key) ? [] : [[key, entry] as const],
      ),
    );
  const [mine, yours] = [single(own), single(other)];
  const both = [...mine.values()].flatMap((entry) => {
    const match = yours.get(entry.key);
    return match === undefined ? [] : [contradictionsOf(entry, match)];
  });
  return {
    agreeing: both.filter((found) => found.length === 0).length,
    missingFromOurs: [...yours.values()].filter(({ key }) => !mine.has(key)),
    missingFromTheirs: [...mine.values()].filter(({ key }) => !yours.has(key)),
    contradictions: both.flat(),
    repeated,
  };
}

function contradictionsOf(ours: RollEntry, theirs: RollEntry): readonly RollContradiction[] {
  return Object.entries(ours.fields).flatMap(([field, own]) => {
    const other = theirs.fields[field];
    return other === undefined || other === own ? [] : [{ key: ours.key, field, ours: own, theirs: other }];
  });
}

/** Entries by key, keys in order. */
function byKey(roll: readonly RollEntry[]): ReadonlyMap<string, readonly RollEntry[]> {
  const groups = new Map<string, RollEntry[]>();
  for (const entry of roll) groups.set(entry.key, [...(groups.get(entry.key) ?? []), entry]);
  return new Map([...groups].toSorted(([a], [b]) => compareCodePoints(a, b)));
}
