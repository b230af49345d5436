import type { BooksOf, LedgerStore } from '#application/ports/ledger-store';
import type { RunStore } from '#application/ports/run-store';
import type { CaseQuery } from '#application/ports/supervision-store';
import type { RecordedFigure, YearFigure } from '#domain/adjustment-year/figure';
import type { MovedMoney } from '#domain/adjustment-year/ledger-figures';
import type { LedgerReading } from '#domain/adjustment-year/ledger-reading';
import type { AskedMatter, Matter } from '#domain/adjustment-year/matter';
import type { PostedLine } from '#domain/adjustment-year/posted-lines';
import type { YearStep } from '#domain/adjustment-year/year-step';
import type { InsuranceType } from '#domain/fund/ledger-command';
import type { Scope } from '#domain/identity/account';
import type { SupervisionCase } from '#domain/supervision/supervision-case';
import type { Month } from '#kernel/month';

/** The adjustment of one fund, insurance type and year. */
export interface AdjustmentYear {
  readonly id: string;
  readonly place: string;
  /** Id of the adjustment fund. */
  readonly fund: string;
  readonly insuranceType: InsuranceType;
  readonly year: number;
  readonly packId: string;
  readonly openedBy: string;
  readonly openedAt: string;
}

/** An event of the ledger as it is kept beside the step that posted it. */
export interface NewPosting extends Omit<PostedLine, 'version'> {
  readonly postingMonth: Month;
}

/** Which matters to list; what is not named is not asked about. */
export interface MatterQuery {
  readonly pools?: readonly string[];
  readonly insuranceType?: InsuranceType;
}

/** Years of adjustment with their figures, steps and postings. Rows are only ever added. */
export interface AdjustmentYearStore {
  /** One transaction that sees and writes only what lies in the scope; what `work` throws undoes it whole. */
  within<T>(scope: Scope, work: (office: YearOffice) => Promise<T>): Promise<T>;
  /** The year that a run was made for, whoever asks; undefined for a run of the calculators. */
  findYearOfRun(run: string): Promise<string | undefined>;
}

/** What a scope's transaction sees and records; the ledger and the runs take part in it. */
export interface YearOffice {
  readonly ledger: LedgerStore;
  readonly runs: RunStore;
  /** The new year's id; undefined where the fund has this year already. */
  openYear(year: Omit<AdjustmentYear, 'id'>): Promise<string | undefined>;
  findYear(id: string): Promise<AdjustmentYear | undefined>;
  /** The newest fund year first. */
  listYears(): Promise<readonly AdjustmentYear[]>;
  /** Of one year, or of every year in sight; by year and sequence. */
  listSteps(yearId?: string): Promise<ReadonlyMap<string, readonly YearStep[]>>;
  /** False where another step was recorded meanwhile, or this request key before. */
  recordStep(year: AdjustmentYear, step: YearStep): Promise<boolean>;
  /** In the order in which they were recorded. */
  listFigures(yearId: string): Promise<readonly RecordedFigure[]>;
  recordFigures(
    year: AdjustmentYear,
    figures: readonly (YearFigure & { readonly note: string })[],
    by: string,
    now: string,
  ): Promise<void>;
  listPostings(yearId: string): Promise<readonly (PostedLine & { readonly postingMonth: Month })[]>;
  recordPostings(year: AdjustmentYear, step: YearStep, postings: readonly NewPosting[]): Promise<void>;
  /** Money that the workflows of a fund have moved, every year of it, as each pool and the fund saw it. */
  listMoved(fund: string, insuranceType: InsuranceType): Promise<readonly MovedMoney[]>;
  listMatters(query?: MatterQuery): Promise<readonly Matter[]>;
  findMatter(id: string): Promise<Matter | undefined>;
  requestMatter(asked: AskedMatter, by: string, now: string): Promise<string>;
  /** False where someone else has decided meanwhile. */
  decideMatter(
    matter: Matter,
    decided: {
      readonly decision: 'granted' | 'refused';
      readonly granted: string | null;
      readonly note: string;
      readonly event: bigint | null;
    },
    by: string,
    now: string,
  ): Promise<boolean>;
  /** Cases of supervision of some pools for the year and insurance type. */
  listSupervised(query: Required<CaseQuery>): Promise<readonly SupervisionCase[]>;
  /** Which of some pools keep books of an insurance type. */
  listKeepers(pools: readonly string[], insuranceType: InsuranceType): Promise<readonly string[]>;
  /** The books of a fund and its pools, all of one instant. */
  readLedger(pools: readonly string[], books: BooksOf & { readonly year: number }): Promise<LedgerReading>;
  /** What a party owes to a pool by its books, in fen; below zero where it paid too much. */
  findReceivable(books: BooksOf, counterparty: string): Promise<bigint>;
}
