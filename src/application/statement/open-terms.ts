import type { CellEntry, EntryMark, StatementStore } from '#application/ports/statement-store';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { Scope } from '#domain/identity/account';
import { effectOf, type CellTerm } from '#domain/statement/cell-terms';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { fen, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import { packFromArtefact } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';

/** The data needed to find the entries of a figure. */
export interface EntrySources {
  readonly statementStore: Pick<StatementStore, 'listEntries'>;
  readonly packLifeStore: Pick<PackLifeStore, 'findArtefact'>;
  readonly hash: (text: string) => string;
}

/** An entry of a figure, with its contribution and its event. */
export interface OpenedEntry extends CellEntry {
  readonly effect: Fen;
  readonly templateName: Bilingual;
  /** Clauses of the template and of the event. */
  readonly cite: readonly string[];
}

/** The requested page of a figure's entries. */
export interface EntryPage {
  readonly after?: EntryMark;
  readonly limit: number;
}

/** Opens a page of the entries that terms find up to an event, with the start of the next page; null after the last. */
export async function openTerms(
  services: EntrySources,
  scope: Scope,
  asked: EntryPage & {
    readonly insuranceType: InsuranceType;
    readonly terms: readonly CellTerm[];
    readonly head: bigint;
  },
): Promise<{ readonly entries: readonly OpenedEntry[]; readonly next: EntryMark | null }> {
  const { limit, terms } = asked;
  // One more than asked for tells whether there is a next page.
  const found = await services.statementStore.listEntries(scope, { ...asked, limit: limit + 1 });
  const page = found.slice(0, limit);
  const templates = await templatesOf(services, page);
  const last = page.at(-1);
  return {
    entries: page.map((entry) => openedEntry(entry, terms, templates)),
    next: found.length > limit && last !== undefined ? markOf(last) : null,
  };
}

function markOf({ event, line, term }: CellEntry): EntryMark {
  return { event, line, term };
}

type Templates = ReadonlyMap<string, { readonly name: Bilingual; readonly cite: readonly string[] }>;

/** Reads the templates of the entries, each from the pack version of its event. */
async function templatesOf(
  { packLifeStore, hash }: EntrySources,
  entries: readonly CellEntry[],
): Promise<Templates> {
  const found = new Map<string, { readonly name: Bilingual; readonly cite: readonly string[] }>();
  for (const packHash of new Set(entries.map((entry) => entry.packHash))) {
    const artefact = present(await packLifeStore.findArtefact(packHash), `the artefact ${packHash}`);
    const add = (pack: Pack): void => {
      pack.parents.forEach(add);
      for (const { id, name, cite } of pack.raw.journal?.templates ?? [])
        found.set(`${packHash} ${id}`, { name, cite });
    };
    add(packFromArtefact(artefact.text, hash));
  }
  return found;
}

function openedEntry(entry: CellEntry, terms: readonly CellTerm[], templates: Templates): OpenedEntry {
  const term = present(terms[entry.term], `the term ${entry.term}`);
  const { name, cite } = present(
    templates.get(`${entry.packHash} ${entry.template}`),
    `the template ${entry.template}`,
  );
  return {
    ...entry,
    effect: fen(effectOf(term, entry)),
    templateName: name,
    cite: [...new Set([...cite, ...entry.clauses])],
  };
}
