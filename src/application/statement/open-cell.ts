import type { CellEntry, EntryMark } from '#application/ports/statement-store';
import { drawAsOf, prepareDrawing, type PreparedDrawing } from '#application/statement/draw-statement';
import { unknownCell } from '#application/statement/refusals';
import type { StatementAsked, StatementServices } from '#application/statement/services';
import type { Scope } from '#domain/identity/account';
import { cellTerms, effectOf, partsFor, type CellKey, type CellTerm } from '#domain/statement/cell-terms';
import { cellOf } from '#domain/statement/draw-form';
import { formsFor } from '#domain/statement/plan-forms';
import { periodKind, type StatementPeriod } from '#domain/statement/spans';
import type { StatementSubject } from '#domain/statement/turnover';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision } from '#kernel/decision';
import { fen, type Fen } from '#kernel/fen';
import { packFromArtefact } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';
import type { RawStatementForm } from '#rules/pack/raw-statement';

/** Which cell of which statement, and which page of it. */
export interface CellAsked extends StatementAsked {
  readonly form: string;
  readonly line: string;
  readonly column: string;
  readonly part: string;
  readonly after?: EntryMark;
  readonly limit: number;
}

/** An entry of a cell, with what it adds to the cell and the event behind it. */
export interface OpenedEntry extends CellEntry {
  readonly effect: Fen;
  readonly templateName: Bilingual;
  /** Of the template and of the event itself. */
  readonly cite: readonly string[];
}

export interface OpenedCell {
  /** Of the whole cell, told with the first page; null where the books had not begun. */
  readonly amount: Fen | null;
  /** Entries about persons and employers that other departments see (SC-3.2); told with the first page. */
  readonly withheld: number | null;
  readonly terms: readonly CellTerm[];
  readonly entries: readonly OpenedEntry[];
  /** Where the next page begins; null after the last. */
  readonly next: EntryMark | null;
}

/** Opens a cell: accounts, funds, sources and months, then page by page the entries with event and clauses (NAT-28.10). */
export async function openCell(
  services: StatementServices,
  scope: Scope,
  asked: CellAsked,
): Promise<Decision<OpenedCell>> {
  const prepared = await prepareDrawing(services, scope, asked);
  if (!prepared.allowed) return prepared;
  const { found, plan, head } = prepared.value;
  const { subject, period } = found;
  const form = formsFor(plan, subject.kind).find(({ id }) => id === asked.form);
  const key = form === undefined ? undefined : findKey(form, subject, period, asked);
  if (form === undefined || key === undefined) {
    return refuse(unknownCell(`${asked.form} ${asked.line} ${asked.column} ${asked.part}`));
  }
  const terms = cellTerms(form, subject, period, key);
  const { insuranceType } = subject;
  const { limit, after } = asked;
  // One more than asked for tells whether there is a next page.
  const entriesFound = await services.statementStore.listEntries(scope, {
    insuranceType,
    terms,
    head,
    limit: limit + 1,
    ...(after === undefined ? {} : { after }),
  });
  const page = entriesFound.slice(0, limit);
  const templates = await templatesOf(services, page);
  const entries = page.map((entry) => openedEntry(entry, terms, templates));
  const last = page.at(-1);
  const next = entriesFound.length > limit && last !== undefined ? markOf(last) : null;
  if (after !== undefined) return allow({ amount: null, withheld: null, terms, entries, next });
  const amount = await amountOf(services, scope, prepared.value, form.id, key);
  const withheld = await services.statementStore.countWithheld(scope, { insuranceType, terms, head });
  return allow({ amount, withheld, terms, entries, next });
}

/** The cell that the words name, if the form has it for the subject. */
function findKey(
  form: RawStatementForm,
  subject: StatementSubject,
  period: StatementPeriod,
  asked: CellAsked,
): CellKey | undefined {
  const column = form.columns[periodKind(period)].find(({ span }) => span === asked.column);
  const hasLine = form.lines.some(({ id }) => id === asked.line);
  const hasPart = partsFor(form, subject).some(({ id }) => id === asked.part);
  if (column === undefined || !hasLine || !hasPart) return undefined;
  return { line: asked.line, column: column.span, part: asked.part };
}

/** The whole cell, which takes all entries behind its form; further pages do without. */
async function amountOf(
  services: StatementServices,
  scope: Scope,
  { plan, found, head }: PreparedDrawing,
  form: string,
  key: CellKey,
): Promise<Fen | null> {
  const { forms } = await drawAsOf(services, scope, plan, found, head);
  return cellOf(
    present(
      forms.find((drawn) => drawn.form.id === form),
      form,
    ),
    key,
  );
}

function markOf({ event, line, term }: CellEntry): EntryMark {
  return { event, line, term };
}

type Templates = ReadonlyMap<string, { readonly name: Bilingual; readonly cite: readonly string[] }>;

/** The templates that the entries were posted by, each of the pack version of its event. */
async function templatesOf(
  { packLifeStore, hash }: StatementServices,
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
