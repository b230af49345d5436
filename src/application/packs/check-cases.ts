import { refusalLine, type Decision } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';
import type { WorkedCase } from '#rules/pack/raw-pack';

/** What came of one worked case: no faults where all that it expects holds. */
export interface CaseOutcome {
  readonly id: string;
  /** Each difference with its place in the output, or why nothing was reckoned; one line each. */
  readonly faults: readonly string[];
}

/** Reckons the input of a case by the command that the case names. */
export type RunCase = (input: WorkedCase['input'], command: WorkedCase['command']) => Decision<unknown>;

/** Reckons each worked case of a pack and holds the output against what the case expects. */
export function checkCases(pack: Pack, run: RunCase): readonly CaseOutcome[] {
  return pack.cases.map(({ id, command, input, expect }) => {
    const output = run(input, command);
    return {
      id,
      faults: output.allowed ? differences('', expect, output.value) : output.refusals.map(refusalLine),
    };
  });
}

type Members = Readonly<Record<string, unknown>>;

/** Members that identify a row: rows are compared whatever their order, and none may be missing or too many. */
const IDENTIFYING = ['id', 'value', 'stage', 'pool', 'bearer', 'condition'] as const;

/** Lists that may leave out rows of nothing (command contract). */
const WITHOUT_ZERO_ROWS: ReadonlySet<string> = new Set(['allocations', 'burdens']);

/** What of the expected part does not hold in the output; members that are not expected are not looked at. */
function differences(at: string, expected: unknown, actual: unknown): readonly string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [difference(at, expected, actual)];
    return expected.every(isMembers) && actual.every(isMembers)
      ? rowDifferences(at, expected, actual)
      : setDifference(at, expected, actual);
  }
  if (!isMembers(expected)) return expected === actual ? [] : [difference(at, expected, actual)];
  if (!isMembers(actual)) return [difference(at, expected, actual)];
  return Object.entries(expected).flatMap(([member, part]) =>
    differences(at === '' ? member : `${at}.${member}`, part, memberOf(actual, member)),
  );
}

function rowDifferences(
  at: string,
  expected: readonly Members[],
  actual: readonly Members[],
): readonly string[] {
  const wanted = byKey(at, expected);
  const found = byKey(at, actual);
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((key) => {
    const [want = [], have = []] = [wanted.get(key), found.get(key)];
    const here = `${at}[${key}]`;
    return Array.from({ length: Math.max(want.length, have.length) }, (_, index) => {
      if (want[index] === undefined) return [`${here}: not expected, found ${textOf(have[index])}`];
      if (have[index] === undefined) return [`${here}: expected ${textOf(want[index])}, found nothing`];
      return differences(here, want[index], have[index]);
    }).flat();
  });
}

function byKey(at: string, rows: readonly Members[]): ReadonlyMap<string, readonly Members[]> {
  const kept = WITHOUT_ZERO_ROWS.has(at) ? rows.filter((row) => row['amount'] !== '0.00') : rows;
  const groups = new Map<string, readonly Members[]>();
  for (const row of kept) {
    const parts = IDENTIFYING.map((member) => memberOf(row, member)).filter((part) => part !== undefined);
    const key = parts.map(String).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** Plain lists, such as clause ids, are compared as sets. */
function setDifference(
  at: string,
  expected: readonly unknown[],
  actual: readonly unknown[],
): readonly string[] {
  const [want, have] = [expected, actual].map((list) => list.map(textOf).toSorted());
  return textOf(want) === textOf(have) ? [] : [difference(at, expected, actual)];
}

function difference(at: string, expected: unknown, actual: unknown): string {
  return `${at}: expected ${textOf(expected)}, found ${textOf(actual)}`;
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function memberOf(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
