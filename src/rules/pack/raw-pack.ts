import type { Bilingual } from '#kernel/bilingual';
import type { InsuranceType } from '#kernel/insurance-type';
import type { RawStatementForm } from '#rules/pack/raw-statement';

/**
 * A pack as its files say it, after the JSON Schema check: every scalar is text, so that no figure passes
 * through a float. This content, in canonical form, is the artefact that is hashed, approved and replayed.
 */
export interface RawPack {
  readonly id: string;
  readonly name: Bilingual;
  /** Paths under which a register may carry the place; the id where left out. */
  readonly places?: readonly string[];
  readonly extends?: readonly string[];
  readonly status: 'in_force' | 'draft';
  readonly instruments: readonly Instrument[];
  readonly clauses: readonly Clause[];
  readonly axes: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, RawValue>>;
  readonly pools: readonly Pool[];
  readonly readings: readonly Reading[];
  readonly statistics: Readonly<Record<string, RawStatistic>>;
  readonly adjustment?: RawAdjustment;
  readonly contribution?: RawContribution;
  readonly benefit?: RawBenefit;
  readonly budget?: RawBudget;
  readonly assessment?: RawAssessment;
  readonly monitoring?: RawMonitoring;
  readonly supervision?: RawSupervision;
  readonly accounts?: readonly RawAccount[];
  readonly journal?: RawJournal;
  readonly statements?: readonly RawStatementForm[];
}

/** A published document: its number, issuer and dates, and whether it binds yet. */
export interface Instrument {
  readonly id: string;
  readonly number?: string;
  readonly title: Bilingual;
  readonly issuer: Bilingual;
  readonly issued?: string;
  readonly effective?: string;
  readonly expires?: string;
  readonly status: 'in_force' | 'draft';
}

/** One duty of an instrument, in our own words. */
export interface Clause {
  readonly id: string;
  readonly instrument: string;
  readonly article: Bilingual;
  readonly kind: 'rule' | 'control' | 'process' | 'report' | 'platform';
  readonly paraphrase: Bilingual;
  readonly open?: Bilingual;
}

/** Our reading of a silent or ambiguous passage, with the other possible meanings. */
export interface Reading {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly reading: Bilingual;
  readonly alternatives?: readonly Bilingual[];
}

/** A pool (统筹区): a place with one common fund. */
export interface Pool {
  readonly id: string;
  readonly code: string;
  readonly name: Bilingual;
  readonly from: string;
  readonly to?: string;
  /** The insurance types that it pools, where it does not pool all. */
  readonly schemes?: readonly InsuranceType[];
  readonly cite: readonly string[];
}

export type ValueKind = 'exact' | 'upper_bound' | 'lower_bound' | 'band' | 'delegated';

/** A figure text, or a nested table of them with one level per axis. */
export type Cells = string | { readonly [member: string]: Cells };

export interface RawValue {
  readonly label: Bilingual;
  readonly unit: string;
  readonly kind: ValueKind;
  readonly axes?: readonly string[];
  readonly anchor: string;
  readonly bounded_by?: string;
  readonly options?: readonly string[];
  readonly versions: readonly RawVersion[];
}

export interface RawVersion {
  readonly from: string;
  readonly to?: string;
  readonly value?: string;
  readonly cells?: Cells;
  readonly low?: Cells;
  readonly high?: Cells;
  readonly linked?: LinkedFigure;
  readonly cite: readonly string[];
  readonly published?: string;
  readonly reading?: string;
  readonly source?: string;
  readonly reliability?: string;
}

/** A figure reckoned from a published statistic: `times` that of the anchor's year plus `year_offset`. */
export interface LinkedFigure {
  readonly statistic: string;
  readonly times: string;
  readonly year_offset: string;
  readonly round: 'half_up' | 'down';
}

export interface RawStatistic {
  readonly label: Bilingual;
  readonly unit: string;
  readonly values: readonly {
    readonly year: string;
    readonly value: string;
    readonly published: string;
    readonly source: string;
    readonly reliability: string;
  }[];
}

export interface RawAdjustment {
  readonly schemes: Readonly<Record<string, { readonly first_year: string }>>;
  readonly cite: readonly string[];
  readonly readings?: readonly string[];
  readonly steps: readonly RawStep[];
}

/** One step of the pipeline: a registered mechanism and its arguments. */
export interface RawStep {
  readonly mechanism: string;
  readonly with?: Readonly<Record<string, string | readonly string[]>>;
  readonly cite: readonly string[];
  readonly readings?: readonly string[];
}

/** The contributions: for each kind of person a registered row formula and its arguments. */
export interface RawContribution {
  readonly kinds: Readonly<Record<string, RawContributionKind>>;
  readonly cite: readonly string[];
  readonly readings?: readonly string[];
}

export interface RawContributionKind {
  readonly formula: string;
  readonly first_year: string;
  readonly with: Readonly<Record<string, string>>;
  readonly cite: readonly string[];
  readonly readings?: readonly string[];
}

export interface RawBenefit {
  readonly claims: Readonly<Record<string, RawBenefitClaims>>;
  readonly cite: readonly string[];
  readonly readings?: readonly string[];
}

/** One kind of claim: the formula that prices it, and the fact whose date chooses the versions of its values. */
export interface RawBenefitClaims {
  readonly formula: string;
  readonly priced_on: string;
  readonly with: Readonly<Record<string, string>>;
  readonly cite: readonly string[];
  readonly readings?: readonly string[];
}

/** A place's budget rules: on deficits, payments and deviations, and the items it is scored by. */
export interface RawBudget {
  readonly first_year: string;
  readonly cite: readonly string[];
  readonly readings?: readonly string[];
  readonly rules: readonly {
    readonly mechanism: string;
    readonly with?: Readonly<Record<string, string>>;
    readonly cite: readonly string[];
    readonly readings?: readonly string[];
  }[];
  readonly indicators?: readonly {
    readonly id: string;
    readonly name: Bilingual;
    /** The highest score. */
    readonly points: string;
    readonly cite: readonly string[];
    readonly readings?: readonly string[];
  }[];
}

/** The items by which the place assesses the places below it, yearly and out of one hundred. */
export interface RawAssessment {
  readonly cite: readonly string[];
  readonly readings?: readonly string[];
  /** Name of the value that gives the highest score of each item. */
  readonly points: string;
  readonly items: readonly { readonly id: string; readonly name: Bilingual }[];
}

/** The place's methods of supervision, and the stages of the funds' business they cover. */
export interface RawSupervision {
  readonly cite: readonly string[];
  readonly stages?: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly lines: readonly {
    readonly id: string;
    readonly name: Bilingual;
    /** `joint`: several departments take part; `off_site`: names another place; left out: neither. */
    readonly kind?: 'joint' | 'off_site';
    readonly cite: readonly string[];
  }[];
}

/** The indicators by which funds are watched, and the months within which their risk is assessed again. */
export interface RawMonitoring {
  readonly cite: readonly string[];
  /** Name of a value of months. */
  readonly interval?: string;
  readonly indicators: readonly {
    readonly indicator: string;
    /** Line → name of a value of months. */
    readonly with?: Readonly<Record<string, string>>;
    readonly cite: readonly string[];
    readonly readings?: readonly string[];
  }[];
}

/** An account of one of the two books (docs/decisions/0008-two-books.md). */
export interface RawAccount {
  readonly book: 'cash' | 'obligation';
  readonly code: string;
  readonly class: AccountClass;
  readonly name: Bilingual;
  readonly cite: readonly string[];
}

/** Deposits hold the money; `arisen` says why an obligation came to be, `cleared` what cash has settled. */
export type AccountClass =
  | 'deposit'
  | 'asset'
  | 'liability'
  | 'balance'
  | 'income'
  | 'expense'
  | 'claim'
  | 'debt'
  | 'arisen'
  | 'cleared';

export interface RawJournal {
  readonly templates: readonly RawTemplate[];
}

/** The posting rule of one kind of business event. */
export interface RawTemplate {
  readonly id: string;
  readonly name: Bilingual;
  readonly cite: readonly string[];
  /** `opening` brings money into the books, `internal` only moves what is there, `close` ends a year. */
  readonly kind?: 'opening' | 'internal' | 'close';
  readonly types: readonly string[];
  /** Kinds of counterparty, one of which the event names; `pool` alone means the other pool of the event. */
  readonly parties?: readonly string[];
  /** Categories of benefit, one of which the event names. */
  readonly categories?: readonly string[];
  /** `required`: a second person's approval, for one of the causes. */
  readonly approval?: 'required';
  readonly causes?: readonly string[];
  /**
   * Amounts that it returns, each as `template.amount`: at most what was posted of them in the year that the approval
   * names, less earlier returns.
   */
  readonly returns?: readonly string[];
  readonly moves: readonly RawMove[];
}

/** Debits one account and credits another by one amount, within one book, pool, fund and source. */
export interface RawMove {
  readonly amount: string;
  readonly debit: string;
  readonly credit: string;
  /** The pooled fund unless said: personal accounts, or premiums not yet split between the two. */
  readonly fund?: 'account' | 'unsplit';
  /** Current money unless said. */
  readonly source?: 'pre_pooling' | 'adjustment' | 'risk_reserve';
  /** The event's own pool unless said. */
  readonly pool?: 'other';
}

/** A worked case: an input of a command and what of the output must hold. Scalars keep their JSON types. */
export interface WorkedCase {
  readonly id: string;
  readonly title: Bilingual;
  readonly clauses: readonly string[];
  readonly command: 'adjust' | 'contribute';
  readonly input: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
}
