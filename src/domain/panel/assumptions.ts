import type { Bilingual } from '#kernel/bilingual';
import type { Fen } from '#kernel/fen';
import type { Rate } from '#kernel/rate';
import type { Rational } from '#kernel/rational';
import type { ItemName } from '#domain/disclosure/items';
import type { StatementKey } from '#domain/disclosure/statement';
import type { ConditionField, EmergencyCause, PanelScheme } from '#domain/panel/fields';

/** What a synthetic panel is made from: published totals of the country, and invented factors with reasons. */
export interface PanelAssumptions {
  readonly year: number;
  readonly national: NationalFigures;
  readonly parameters: PanelParameters;
  readonly cities: readonly CityAssumptions[];
  readonly events: Readonly<Record<PanelScheme, SchemeEvents>>;
  readonly published: readonly PublishedUse[];
}

/** Totals of the whole country as published: amounts in fen, persons in persons. */
export interface NationalFigures {
  readonly employeePoolIncome: Rational;
  readonly employeePoolIncomePrior: Rational;
  readonly employeePoolExpenditure: Rational;
  readonly employeeEnrolled: Rational;
  readonly residentExpenditure: Rational;
  readonly residentEnrolled: Rational;
  readonly residentEnrolledPrior: Rational;
}

/** Figures that hold for every city; per-person amounts in fen. */
export interface PanelParameters {
  /** Share of collections in the employees' pool income; the rest is interest, subsidy and other income. */
  readonly employeeCollectionsShare: Rate;
  readonly residentFee: Fen;
  readonly residentFeePrior: Fen;
  readonly residentSubsidy: Fen;
  readonly residentOtherIncome: Fen;
  /** The levy rates of the pack, used only to give a negative balance its exact cover (JX-2.2.3, JX-R4). */
  readonly levyRates: Readonly<Record<PanelScheme, Rate>>;
}

export interface CityAssumptions {
  readonly id: string;
  readonly name: Bilingual;
  /** Resident population of the 2020 census. */
  readonly population: bigint;
  readonly employee: CityFactors;
  readonly resident: CityFactors;
  readonly why: Bilingual;
}

/** Invented factors of one fund of one city; those whose figure was published are left out. */
export interface CityFactors {
  /** Insured persons as a share of the population. */
  readonly insuredShare?: Rate;
  /** Pool income per insured person as a share of the country's; employees only. */
  readonly incomeLevel?: Rate;
  /** Expenditure per insured person as a share of the country's. */
  readonly costLevel?: Rate;
  /** The opening balance as months of this year's expenditure; may be negative. */
  readonly openingMonths: Rational;
}

/** What happens to single pools in the year, so that every part of the rule is seen at work. */
export interface SchemeEvents {
  readonly fund: {
    readonly openingBalance: Fen;
    readonly interest: Fen;
    readonly otherIncome: Fen;
    readonly why: Bilingual;
  };
  readonly failedConditions: readonly {
    readonly pool: string;
    readonly condition: ConditionField;
    readonly why: Bilingual;
  }[];
  /** Pools whose treasury covers the whole deficit after the levy, reckoned by the builder. */
  readonly treasuryCovers: readonly { readonly pool: string; readonly why: Bilingual }[];
  readonly emergencies: readonly {
    readonly pool: string;
    readonly amount: Fen;
    readonly cause: EmergencyCause;
    readonly why: Bilingual;
  }[];
  readonly recoveries: readonly {
    readonly placeOfCare: string;
    readonly placeOfInsurance: string;
    readonly amount: Fen;
    readonly why: Bilingual;
  }[];
}

/** A published figure that enters the panel unchanged, and the line of the disclosures that it is. */
export interface PublishedUse {
  readonly scheme: PanelScheme;
  readonly pool: string;
  readonly field: 'revenue' | 'expenditure' | 'insured';
  readonly statement: StatementKey;
  readonly item: ItemName;
}
