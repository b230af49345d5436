import { clauseState, type ClauseState } from '#application/clauses/clause-state';
import { clauseUses, type ClauseUse } from '#application/clauses/clause-uses';
import type { Bilingual } from '#kernel/bilingual';
import type { Pack } from '#rules/pack/pack';
import type { Clause } from '#rules/pack/raw-pack';

/** Clause id → tests and worked cases that name it, each as `file › title`: the generated index. */
export type ClauseTests = Readonly<Record<string, readonly string[]>>;

export interface ClauseLine {
  readonly pack: string;
  readonly id: string;
  readonly kind: Clause['kind'];
  readonly state: ClauseState;
  /** Where it lives: in what of its own pack, or of one that extends it. */
  readonly uses: readonly ClauseUse[];
  readonly tests: readonly string[];
}

export interface ClauseSummary {
  readonly pack: string;
  readonly name: Bilingual;
  readonly clauses: number;
  readonly counts: Readonly<Record<ClauseState, number>>;
}

export interface ClauseReport {
  readonly clauses: readonly ClauseLine[];
  readonly packs: readonly ClauseSummary[];
}

/**
 * The life of every clause of the packs: what cites it, which tests show it, and the state that follows.
 * @param packs all packs, since a clause of a pack may live in one that extends it
 * @param index tests by clause; the packs' own worked cases are added to it
 * @param only the pack to tell of; all without it
 */
export function clauseReport(packs: readonly Pack[], index: ClauseTests, only?: string): ClauseReport {
  const uses = packs.map(clauseUses);
  const cases = packs.map(casesByClause);
  const told = packs.filter((pack) => only === undefined || pack.raw.id === only);
  const clauses = told.flatMap((pack) =>
    pack.raw.clauses.map(({ id, kind }): ClauseLine => {
      const found = uses.flatMap((each) => each.get(id) ?? []);
      const indexed = Object.hasOwn(index, id) ? (index[id] ?? []) : [];
      const tests = [...new Set([...indexed, ...cases.flatMap((each) => each.get(id) ?? [])])];
      return { pack: pack.raw.id, id, kind, state: clauseState(kind, found, tests), uses: found, tests };
    }),
  );
  return { clauses, packs: told.map((pack) => summaryOf(pack, clauses)) };
}

/** How the index and the report name a worked case. */
export function caseTitle(pack: string, id: string): string {
  return `packs/${pack}/cases › ${id}`;
}

function casesByClause(pack: Pack): ReadonlyMap<string, readonly string[]> {
  const cases = new Map<string, readonly string[]>();
  for (const { id, clauses } of pack.cases) {
    for (const clause of clauses) {
      cases.set(clause, [...(cases.get(clause) ?? []), caseTitle(pack.raw.id, id)]);
    }
  }
  return cases;
}

function summaryOf(pack: Pack, clauses: readonly ClauseLine[]): ClauseSummary {
  const own = clauses.filter((clause) => clause.pack === pack.raw.id);
  const count = (state: ClauseState): number => own.filter((clause) => clause.state === state).length;
  return {
    pack: pack.raw.id,
    name: pack.raw.name,
    clauses: own.length,
    counts: { built: count('built'), partly: count('partly'), 'not yet': count('not yet') },
  };
}
