import type { Bilingual } from '#kernel/bilingual';
import type { Fen } from '#kernel/fen';
import type { Rate } from '#kernel/rate';
import type { Rational } from '#kernel/rational';
import type { ItemName } from '#domain/disclosure/items';
import type { StatementKey } from '#domain/disclosure/statement';
import type { PanelScheme, PoolField, RELEASE_CAUSES } from '#domain/panel/fields';

/** What a place's synthetic panels are made from: published totals of the country, and invented factors with reasons. */
export interface PanelAssumptions {
  readonly employee: EmployeeBase;
  readonly resident?: ResidentBase;
  readonly cities: readonly CityAssumptions[];
  /** The base year first, then each year after the one before. */
  readonly years: readonly YearAssumptions[];
  /** Figures printed by a source that enter the base year unchanged. */
  readonly published: readonly PublishedUse[];
}

/** What holds for one insurance type in every year: totals of the whole country, in fen and persons. */
interface SchemeBase {
  readonly expenditure: Rational;
  readonly enrolled: Rational;
  /** The fund's opening balance in the first year in force; later ones are last year's closing balances. */
  readonly fundOpening: { readonly value: Fen; readonly why: Bilingual };
  /** What is so in every pool and year unless a city or a year states otherwise. */
  readonly defaults: readonly StatedFact[];
}

export interface EmployeeBase extends SchemeBase {
  readonly income: Rational;
  readonly incomePrior?: Rational;
  /** Share of collections in the pool's income; the rest is interest, subsidy and other income. */
  readonly collectionsShare: Rate;
}

export interface ResidentBase extends SchemeBase {
  readonly enrolledPrior?: Rational;
  readonly feePrior?: Fen;
  /** Interest and other income per head, in the base year. */
  readonly otherIncome: Fen;
}

export interface CityAssumptions {
  readonly id: string;
  readonly name: Bilingual;
  /** Resident population of the 2020 census; none for a pool that is no territory. */
  readonly population?: bigint;
  readonly employee?: CityFactors;
  readonly resident?: CityFactors;
  readonly why: Bilingual;
}

/** Invented factors of one fund of one city; those whose figure was published are left out. */
export interface CityFactors {
  /** Insured persons as a share of the population, or their number where there is no population. */
  readonly insuredShare?: Rate;
  readonly insured?: bigint;
  /** Pool income per insured person as a share of the country's; employees only. */
  readonly incomeLevel?: Rate;
  /** Expenditure per insured person as a share of the country's. */
  readonly costLevel?: Rate;
  /** The opening balance of the first year in force as months of its expenditure; may be negative. */
  readonly openingMonths?: Rational;
  /** What is so of this pool in every year. */
  readonly facts: readonly StatedFact[];
}

/** A field of a pool that is stated, not derived: literally, or as a share of a figure of the same pool and year. */
export interface StatedFact {
  readonly field: PoolField;
  readonly value: string | { readonly share: Rate; readonly of: ShareableFigure };
  readonly why: Bilingual;
}

export const SHAREABLE_FIGURES = ['collections', 'revenue', 'expenditure', 'openingBalance'] as const;

export type ShareableFigure = (typeof SHAREABLE_FIGURES)[number];

export interface YearAssumptions {
  readonly year: number;
  /** Whether the year was not over when its figures were assumed. */
  readonly isProjection: boolean;
  /** Change of every pool's figures against the year before; none in the base year. */
  readonly growth: Readonly<Partial<Record<PanelScheme, Growth>>>;
  /** What a resident pays, and the subsidy per head; the subsidy sets the income of the base year only. */
  readonly residentFee?: Fen;
  readonly residentSubsidy?: Fen;
  readonly events: Readonly<Partial<Record<PanelScheme, SchemeEvents>>>;
}

export interface Growth {
  readonly insured: Rate;
  readonly revenue: Rate;
  readonly expenditure: Rate;
}

/** What happens to the fund and to single pools in one year, so that every part of the rule is seen at work. */
export interface SchemeEvents {
  readonly fund: { readonly interest: Fen; readonly otherIncome: Fen; readonly why: Bilingual };
  /** A figure of one year off its course; the next year goes on from the course. */
  readonly changes: readonly {
    readonly pool: string;
    readonly field: 'revenue' | 'expenditure';
    readonly by: Rate;
    readonly why: Bilingual;
  }[];
  readonly facts: readonly (StatedFact & { readonly pool: string })[];
  /** Pools whose treasury covers the whole deficit after the levy, as the adjustment reckons it. */
  readonly treasuryCovers: readonly { readonly pool: string; readonly why: Bilingual }[];
  readonly recoveries: readonly {
    readonly placeOfCare: string;
    readonly placeOfInsurance: string;
    readonly amount: Fen;
    readonly why: Bilingual;
  }[];
  readonly releases: readonly {
    readonly pool: string;
    readonly amount: Fen;
    readonly cause: (typeof RELEASE_CAUSES)[number];
    readonly why: Bilingual;
  }[];
}

/** A published figure that enters the base year unchanged, and the line of the disclosures that it is. */
export interface PublishedUse {
  readonly scheme: PanelScheme;
  readonly pool: string;
  readonly field: 'revenue' | 'expenditure' | 'insured' | 'openingBalance';
  readonly statement: StatementKey;
  readonly item: ItemName;
}
