import type { PanelScheme, PoolField, RELEASE_CAUSES } from '#domain/panel/fields';

/** What the schema of an assumptions file lets through: all scalars are text. */
export interface WrittenAssumptions {
  readonly employee: WrittenBase & {
    readonly income: WrittenTotal;
    readonly income_prior?: WrittenTotal;
    readonly collections_share: WrittenReasoned;
  };
  readonly resident?: WrittenBase & {
    readonly enrolled_prior?: WrittenTotal;
    readonly fee_prior?: WrittenReasoned;
    readonly other_income: WrittenReasoned;
  };
  readonly cities: readonly WrittenCity[];
  readonly published: readonly {
    readonly scheme: PanelScheme;
    readonly pool: string;
    readonly field: 'revenue' | 'expenditure' | 'insured' | 'openingBalance';
    readonly place: string;
    readonly period: string;
    readonly statement: string;
    readonly item: string;
  }[];
  readonly base_year: WrittenYear;
  readonly later_years: readonly WrittenLaterYear[];
}

interface WrittenText {
  readonly zh: string;
  readonly en: string;
}

interface WrittenReasoned {
  readonly value: string;
  readonly why: WrittenText;
}

export interface WrittenTotal {
  readonly value: string;
  readonly unit: '亿元' | '万人';
}

export interface WrittenBase {
  readonly expenditure: WrittenTotal;
  readonly enrolled: WrittenTotal;
  readonly fund_opening: WrittenReasoned;
  readonly defaults: readonly WrittenFact[];
}

export interface WrittenFact {
  readonly field: PoolField;
  /** Literally, or "87% of collections". */
  readonly value: string;
  readonly why: WrittenText;
}

interface WrittenCity {
  readonly id: string;
  readonly name: WrittenText;
  readonly population?: string;
  readonly employee?: WrittenFactors;
  readonly resident?: WrittenFactors;
  readonly why: WrittenText;
}

export interface WrittenFactors {
  readonly insured_share?: string;
  readonly insured?: string;
  readonly income_level?: string;
  readonly cost_level?: string;
  readonly opening_months?: string;
  readonly facts?: readonly WrittenFact[];
}

export interface WrittenYear {
  readonly year: string;
  readonly resident_fee?: WrittenReasoned;
  readonly resident_subsidy?: WrittenReasoned;
  readonly employee?: WrittenEvents;
  readonly resident?: WrittenEvents;
}

export interface WrittenLaterYear extends WrittenYear {
  readonly projection: 'true' | 'false';
  readonly growth: Readonly<Partial<Record<PanelScheme, WrittenGrowth>>>;
}

export interface WrittenGrowth {
  readonly insured: string;
  readonly revenue: string;
  readonly expenditure: string;
}

export interface WrittenEvents {
  readonly fund: { readonly interest: string; readonly other_income: string; readonly why: WrittenText };
  readonly changes?: readonly {
    readonly pool: string;
    readonly field: 'revenue' | 'expenditure';
    readonly by: string;
    readonly why: WrittenText;
  }[];
  readonly facts?: readonly (WrittenFact & { readonly pool: string })[];
  readonly treasury_covers?: readonly { readonly pool: string; readonly why: WrittenText }[];
  readonly recoveries?: readonly {
    readonly place_of_care: string;
    readonly place_of_insurance: string;
    readonly amount: string;
    readonly why: WrittenText;
  }[];
  readonly releases?: readonly {
    readonly pool: string;
    readonly amount: string;
    readonly cause: (typeof RELEASE_CAUSES)[number];
    readonly why: WrittenText;
  }[];
}
