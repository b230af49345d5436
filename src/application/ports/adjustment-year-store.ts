import type { BooksOf, LedgerStore } from '#application/ports/ledger-store';
import type { RunStore } from '#application/ports/run-store';
import type { CaseQuery } from '#application/ports/supervision-store';
import type { RecordedFigure, YearFigure } from '#domain/adjustment-year/figure';
import type { MovedMoney } from '#domain/adjustment-year/ledger-figures';
import type { LedgerReading } from '#domain/adjustment-year/ledger-reading';
import type { AskedMatter, Matter } from '#domain/adjustment-year/matter';
import type { OffSiteReturn } from '#domain/adjustment-year/off-site-recovery';
import type { PostedLine } from '#domain/adjustment-year/posted-lines';
import type { YearStep } from '#domain/adjustment-year/year-step';
import type { Scope } from '#domain/identity/account';
import type { SupervisionCase } from '#domain/supervision/supervision-case';
import type { InsuranceType } from '#kernel/insurance-type';
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

/** A ledger event as recorded with the step that posted it. */
export interface NewPosting extends Omit<PostedLine, 'version'> {
  readonly postingMonth: Month;
}

/** A filter of matters; members not given do not restrict. */
export interface MatterQuery {
  readonly pools?: readonly string[];
  readonly insuranceType?: InsuranceType;
}

/** Years of adjustment with their figures, steps and postings. Rows are only ever added. */
export interface AdjustmentYearStore {
  /**
   * Runs `work` in one transaction that sees and writes only within the scope; an error thrown by `work` undoes all of
   * it.
   */
  within<T>(scope: Scope, work: (office: YearOffice) => Promise<T>): Promise<T>;
  /** Finds the year of a run, whoever asks; undefined for a run of the calculators. */
  findYearOfRun(run: string): Promise<string | undefined>;
}

/** The operations within one scope's transaction; ledger and runs take part in it. */
export interface YearOffice {
  readonly ledger: LedgerStore;
  readonly runs: RunStore;
  /** Opens a year and returns its id; undefined where the fund already has this year. */
  openYear(year: Omit<AdjustmentYear, 'id'>): Promise<string | undefined>;
  findYear(id: string): Promise<AdjustmentYear | undefined>;
  /** Lists years, newest fund year first. */
  listYears(): Promise<readonly AdjustmentYear[]>;
  /** Lists steps of one year, or of every visible year, by year and number. */
  listSteps(yearId?: string): Promise<ReadonlyMap<string, readonly YearStep[]>>;
  /** Records a step; false where another step, or the same request key, was recorded meanwhile. */
  recordStep(year: AdjustmentYear, step: YearStep): Promise<boolean>;
  /** Lists figures in the order of recording, without those that a dropped correction set aside. */
  listFigures(yearId: string): Promise<readonly RecordedFigure[]>;
  recordFigures(
    year: AdjustmentYear,
    figures: readonly (YearFigure & { readonly note: string })[],
    by: string,
    now: string,
  ): Promise<void>;
  listPostings(yearId: string): Promise<readonly (PostedLine & { readonly postingMonth: Month })[]>;
  recordPostings(year: AdjustmentYear, step: YearStep, postings: readonly NewPosting[]): Promise<void>;
  /** Lists money moved by a fund's adjustments in any year, as seen by each pool and the fund. */
  listMoved(fund: string, insuranceType: InsuranceType): Promise<readonly MovedMoney[]>;
  listMatters(query?: MatterQuery): Promise<readonly Matter[]>;
  findMatter(id: string): Promise<Matter | undefined>;
  requestMatter(asked: AskedMatter, by: string, now: string): Promise<string>;
  /** Decides a matter; false where someone else decided it meanwhile. */
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
  /** Lists supervision cases of pools and an insurance type, up to a fund year. */
  listSupervised(query: Required<Omit<CaseQuery, 'year'>>): Promise<readonly SupervisionCase[]>;
  /** Lists what closed off-site cases of pools got back in a year, by event. */
  listOffSite(query: {
    readonly pools: readonly string[];
    readonly insuranceType: InsuranceType;
    readonly year: number;
  }): Promise<readonly OffSiteReturn[]>;
  /** Lists the pools among these that keep books of an insurance type. */
  listKeepers(pools: readonly string[], insuranceType: InsuranceType): Promise<readonly string[]>;
  /** Reads the books of a fund and its pools at one instant. */
  readLedger(pools: readonly string[], books: BooksOf & { readonly year: number }): Promise<LedgerReading>;
  /** Reads what a party owes to a pool in its books, in fen; negative where it paid too much. */
  findReceivable(books: BooksOf, counterparty: string): Promise<bigint>;
}
