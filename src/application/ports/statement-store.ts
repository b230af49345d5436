import type { Scope } from '#domain/identity/account';
import type { CellTerm } from '#domain/statement/cell-terms';
import type { StatementPeriod } from '#domain/statement/spans';
import type { Turnover } from '#domain/statement/turnover';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { SubjectKind } from '#rules/pack/raw-statement';

/** Books of a pool or fund for one insurance type. */
export interface StatementBooks {
  readonly pool: string;
  readonly firstMonth: Month;
  /** Null where no month is closed yet. */
  readonly closedThrough: Month | null;
}

/** An entry of a cell, with the event that it is of. */
export interface CellEntry {
  readonly event: bigint;
  readonly line: number;
  /** Which of the asked terms found it; an entry can be in a total and in what is eliminated from it. */
  readonly term: number;
  readonly pool: string;
  readonly month: Month;
  readonly fund: string;
  readonly source: string;
  readonly account: string;
  readonly category: string | null;
  readonly counterparty: string | null;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly key: string;
  readonly packHash: string;
  readonly template: string;
  readonly effectiveOn: PlainDate;
  readonly knownAt: string;
  readonly actor: string;
  /** Beyond those of the template. */
  readonly clauses: readonly string[];
  readonly note: string;
}

/** Where a page of entries begins: after this one. */
export type EntryMark = Pick<CellEntry, 'event' | 'line' | 'term'>;

/** Whose statement for which time; versions are counted within it. */
export interface StatementKey {
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  readonly insuranceType: InsuranceType;
  readonly period: StatementPeriod;
}

export interface NewStatement extends StatementKey {
  readonly place: string;
  readonly version: number;
  /** The published version that this one is to replace. */
  readonly corrects: string | null;
  readonly reason: string | null;
  readonly books: readonly string[];
  readonly head: bigint;
  readonly packHash: string;
  /** Canonical JSON. */
  readonly content: string;
  readonly contentHash: string;
}

/** A version as it is kept, with what was decided on it. */
export interface KeptStatement extends Omit<NewStatement, 'content'> {
  readonly id: string;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly state: 'proposed' | 'published' | 'rejected';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
  /** The version that replaced it; null where none did. */
  readonly correctedBy: string | null;
}

/** Reads the ledger for statements, and keeps them. Outside of the scope there is nothing. */
export interface StatementStore {
  listBooks(
    scope: Scope,
    pools: readonly string[],
    insuranceType: InsuranceType,
  ): Promise<readonly StatementBooks[]>;
  /** Number of the last event at present; zero before the first. */
  readHead(scope: Scope): Promise<bigint>;
  /** Entries of the pools up to a month and an event, added up. */
  listTurnovers(
    scope: Scope,
    query: {
      readonly pools: readonly string[];
      readonly insuranceType: InsuranceType;
      readonly through: Month;
      readonly head: bigint;
    },
  ): Promise<readonly Turnover[]>;
  /** The entries that the terms find up to an event, by event, line and term. */
  listEntries(
    scope: Scope,
    query: {
      readonly insuranceType: InsuranceType;
      readonly terms: readonly CellTerm[];
      readonly head: bigint;
      readonly after?: EntryMark;
      readonly limit: number;
    },
  ): Promise<readonly CellEntry[]>;
  /** How many entries of the terms, up to an event, other departments see and this one does not. */
  countWithheld(
    scope: Scope,
    query: {
      readonly insuranceType: InsuranceType;
      readonly terms: readonly CellTerm[];
      readonly head: bigint;
    },
  ): Promise<number>;
  /** The new statement's id, or the code of why it cannot be kept now. */
  keep(
    scope: Scope,
    statement: NewStatement,
    now: string,
  ): Promise<
    { readonly id: string } | { readonly refusal: 'month_open' | 'undecided' | 'changed_meanwhile' }
  >;
  /** False where it has been decided meanwhile. */
  decide(
    scope: Scope,
    statement: KeptStatement,
    decision: 'published' | 'rejected',
    note: string,
    now: string,
  ): Promise<boolean>;
  find(scope: Scope, id: string): Promise<(KeptStatement & { readonly content: string }) | undefined>;
  /** By subject, type, period and version, the newest period first. */
  list(scope: Scope, key?: Partial<StatementKey>): Promise<readonly KeptStatement[]>;
}
