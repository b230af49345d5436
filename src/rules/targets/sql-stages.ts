import { present } from '#kernel/assert';
import type { Term, Terms } from '#rules/targets/sql-terms';

/** A stage of a statement: the columns that it reckons, and those that it hands on from the one before. */
export interface SqlStage {
  readonly handedOn: readonly string[];
  readonly reckoned: readonly { readonly column: string; readonly text: string }[];
  readonly hasWindow: boolean;
}

export interface StagedTerms {
  /** Columns that the rows or the values bring: what stands before the first stage. */
  readonly sources: readonly string[];
  readonly stages: readonly SqlStage[];
  /** The wanted terms as the last stage gives them. */
  readonly texts: readonly string[];
}

/** Steps that are written into one another: far below what the engines' parsers take in depth. */
const MOST_DEEP = 24;
/**
 * Steps that are written again where they are used again: dearer than a few is a further stage. A formula so
 * deep that its stages would come near the engines' limits writes more of them again.
 */
const MOST_REPEATED = [3, 24, 96] as const;
const MOST_STAGES = 200;
/** More of what the rows bring, which is handed on anyway. */
const MOST_REPEATED_OF_SOURCES = 8;

/** A term as others write it: a column of an earlier stage, or a text of columns. */
interface Written {
  readonly text: string;
  /** The stage whose expressions may hold the text: columns that it is made of come from earlier ones. */
  readonly stage: number;
  readonly depth: number;
  readonly size: number;
  /** Columns in the text, with the stage that gives each; 0 for what the rows bring. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Divides steps into stages: what is used again becomes a column, and what is no longer needed goes. */
export function stageTerms(terms: Terms, wanted: readonly Term[]): StagedTerms {
  const [few, ...more] = MOST_REPEATED;
  return more.reduce<StagedTerms>(
    (staged, repeated) => (staged.stages.length > MOST_STAGES ? divided(terms, wanted, repeated) : staged),
    divided(terms, wanted, few),
  );
}

function divided(terms: Terms, wanted: readonly Term[], mostRepeated: number): StagedTerms {
  const uses = countUses(terms, wanted);
  const written = new Map<number, Written>();
  const reckoned: { column: string; text: string; stage: number; isWindow: boolean }[] = [];
  /** The last stage that reads a column. */
  const lastUse = new Map<string, { from: number; until: number }>();
  const read = ({ columns }: Written, stage: number): void => {
    for (const [column, from] of columns) {
      lastUse.set(column, { from, until: Math.max(stage, lastUse.get(column)?.until ?? 0) });
    }
  };
  for (const [index, count] of uses) {
    const made = writtenTerm(terms, index, written);
    const { kind } = terms.at(index);
    if (
      kind === 'source' ||
      kind === 'constant' ||
      (kind === 'plain' && isInlined(made, count, mostRepeated))
    ) {
      written.set(index, made);
      continue;
    }
    const column = `n${index}`;
    read(made, made.stage);
    reckoned.push({ column, text: made.text, stage: made.stage, isWindow: kind === 'window' });
    written.set(index, columnOf(column, made.stage));
  }
  const ends = wanted.map(({ term }) => present(written.get(term), 'a wanted term'));
  const last = Math.max(0, ...reckoned.map(({ stage }) => stage));
  for (const end of ends) read(end, last + 1);
  const stages = Array.from({ length: last }, (_, at): SqlStage => {
    const own = reckoned.filter(({ stage }) => stage === at + 1);
    return {
      handedOn: [...lastUse].flatMap(([column, { from, until }]) =>
        from <= at && until > at + 1 ? [column] : [],
      ),
      reckoned: own.map(({ column, text }) => ({ column, text })),
      hasWindow: own.some(({ isWindow }) => isWindow),
    };
  });
  const sources = [...lastUse].flatMap(([column, { from }]) => (from === 0 ? [column] : []));
  return { sources, stages, texts: ends.map(({ text }) => text) };
}

/** The terms that are needed, each after those that it takes, and how often each is. */
function countUses(terms: Terms, wanted: readonly Term[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const count = (index: number): void => {
    counts.set(index, (counts.get(index) ?? 0) + 1);
  };
  for (const { term } of wanted) count(term);
  for (let index = terms.length - 1; index >= 0; index -= 1) {
    if (counts.has(index)) terms.at(index).holes.forEach(count);
  }
  return new Map([...counts].toSorted(([a], [b]) => a - b));
}

function writtenTerm(terms: Terms, index: number, written: ReadonlyMap<number, Written>): Written {
  const { kind, texts, holes } = terms.at(index);
  const [first = ''] = texts;
  if (kind === 'source') return columnOf(first, 0);
  const taken = holes.map((hole) => present(written.get(hole), `the term ${hole}`));
  return {
    text: taken.reduce((text, each, at) => `${text}${each.text}${texts[at + 1] ?? ''}`, first),
    stage: Math.max(1, ...taken.map(({ stage }) => stage)),
    depth: (kind === 'constant' ? 0 : 1) + Math.max(0, ...taken.map(({ depth }) => depth)),
    size:
      (kind === 'constant' ? 0 : Math.max(1, holes.length - 1)) +
      taken.reduce((sum, { size }) => sum + size, 0),
    columns: new Map(taken.flatMap(({ columns }) => [...columns])),
  };
}

function columnOf(column: string, from: number): Written {
  return { text: column, stage: from + 1, depth: 0, size: 0, columns: new Map([[column, from]]) };
}

function isInlined({ depth, size, columns }: Written, uses: number, mostRepeated: number): boolean {
  const isOfSources = [...columns.values()].every((from) => from === 0);
  const most = isOfSources ? Math.max(mostRepeated, MOST_REPEATED_OF_SOURCES) : mostRepeated;
  return depth < MOST_DEEP && (uses === 1 || size * (uses - 1) <= most);
}
