import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { findInstrument, type Pack } from '#rules/pack/pack';
import type { Clause, Reading } from '#rules/pack/raw-pack';

/** A clause with the document that it stands in. */
export interface ClauseView {
  readonly id: string;
  readonly instrument: {
    readonly id: string;
    readonly number?: string;
    readonly title: Bilingual;
    readonly issuer: Bilingual;
    readonly status: 'in_force' | 'draft';
  };
  readonly article: Bilingual;
  readonly kind: Clause['kind'];
  readonly paraphrase: Bilingual;
  readonly open?: Bilingual;
}

/** A reading with what else the words could have meant; empty where nothing else was thought of. */
export interface ReadingView {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly reading: Bilingual;
  readonly alternatives: readonly Bilingual[];
}

export function clauseView(pack: Pack, clause: Clause): ClauseView {
  const instrument = present(
    findInstrument(pack, clause.instrument),
    `the instrument ${clause.instrument} of clause ${clause.id}`,
  );
  const { id, number, title, issuer, status } = instrument;
  return {
    id: clause.id,
    instrument: { id, ...(number === undefined ? {} : { number }), title, issuer, status },
    article: clause.article,
    kind: clause.kind,
    paraphrase: clause.paraphrase,
    ...(clause.open === undefined ? {} : { open: clause.open }),
  };
}

export function readingView({ id, clauses, reading, alternatives = [] }: Reading): ReadingView {
  return { id, clauses, reading, alternatives };
}
