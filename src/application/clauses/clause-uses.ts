import { findClause, findValue, type Pack } from '#rules/pack/pack';
import type { RawPack } from '#rules/pack/raw-pack';

/**
 * What of a pack cites a clause: a `step` of a pipeline or a `step_value` that one is filled with (both are
 * reckoned with), the `pipeline` as a whole, or a `value`, `pool` or `reading` that only states it.
 */
export type UseKind = 'step' | 'step_value' | 'pipeline' | 'value' | 'pool' | 'reading';

export interface ClauseUse {
  readonly pack: string;
  readonly kind: UseKind;
  /** The mechanism of the step, the name of the value, the id of the pool or reading, or the section. */
  readonly name: string;
}

/** Members of a pack that nothing is reckoned by; each other member is a section of steps, now and later. */
const STATED: ReadonlySet<string> = new Set([
  'id',
  'name',
  'extends',
  'status',
  'instruments',
  'clauses',
  'axes',
  'values',
  'pools',
  'readings',
  'statistics',
] satisfies readonly (keyof RawPack)[]);

/** Every use that a pack makes of clauses, its own and those of the packs that it extends, by clause id. */
export function clauseUses(pack: Pack): ReadonlyMap<string, readonly ClauseUse[]> {
  const uses = new Map<string, ClauseUse[]>();
  const add = (kind: UseKind, name: string, clauses: readonly string[]): void => {
    for (const clause of clauses) {
      const known = uses.get(clause) ?? [];
      if (known.some((use) => use.kind === kind && use.name === name)) continue;
      uses.set(clause, [...known, { pack: pack.raw.id, kind, name }]);
    }
  };
  const filling = new Set<string>();
  for (const cited of citedParts(pack)) {
    add(cited.isWhole ? 'pipeline' : 'step', cited.name, cited.cite);
    for (const word of cited.words) {
      if (findClause(pack, word) !== undefined) add('step', cited.name, [word]);
      if (findValue(pack, word) !== undefined) filling.add(word);
    }
  }
  for (const name of filling) add('step_value', name, citedByValue(pack, name));
  for (const name of Object.keys(pack.raw.values)) {
    if (!filling.has(name)) add('value', name, citedByValue(pack, name));
  }
  for (const pool of pack.raw.pools) add('pool', pool.id, pool.cite);
  for (const reading of pack.raw.readings) add('reading', reading.id, reading.clauses);
  return uses;
}

function citedByValue(pack: Pack, name: string): readonly string[] {
  return (findValue(pack, name)?.versions ?? []).flatMap((version) => version.cite);
}

interface CitedPart {
  readonly name: string;
  /** Whether it is the head of its section, not a step in it. */
  readonly isWhole: boolean;
  readonly cite: readonly string[];
  /** All texts that fill it: names of values, ids of clauses, choices. */
  readonly words: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;

/** Every part of the sections of steps that cites clauses, found by its `cite` whatever the section's shape. */
function citedParts(pack: Pack): readonly CitedPart[] {
  return Object.entries(pack.raw)
    .filter(([section]) => !STATED.has(section))
    .flatMap(([section, content]) => partsBelow(content as unknown, section, true));
}

function partsBelow(content: unknown, name: string, isWhole: boolean): readonly CitedPart[] {
  if (Array.isArray(content)) return content.flatMap((member) => partsBelow(member, name, false));
  if (!isMembers(content)) return [];
  const below = Object.entries(content).flatMap(([key, member]) => partsBelow(member, key, false));
  const { cite } = content;
  if (!isTexts(cite)) return below;
  const mechanism = content['mechanism'];
  const own = typeof mechanism === 'string' ? mechanism : name;
  const filled = Object.entries(content).filter(([key]) => !['cite', 'readings', 'mechanism'].includes(key));
  return [{ name: own, isWhole, cite, words: filled.flatMap(([, member]) => wordsOf(member)) }, ...below];
}

/** The texts of a part, those of the cited parts within it left to them. */
function wordsOf(content: unknown): readonly string[] {
  if (typeof content === 'string') return [content];
  if (Array.isArray(content)) return content.flatMap(wordsOf);
  if (!isMembers(content) || isTexts(content['cite'])) return [];
  return Object.values(content).flatMap(wordsOf);
}

function isTexts(content: unknown): content is readonly string[] {
  return Array.isArray(content) && content.every((member) => typeof member === 'string');
}

function isMembers(content: unknown): content is Members {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}
