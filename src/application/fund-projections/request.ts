import type { AdjustmentRequest, ReplaceableValue } from '#application/adjustment/request';
import type { DriverName } from '#domain/projection/driver';
import type { InsuranceType } from '#kernel/insurance-type';

/**
 * A fund projection as it is asked for: rates are text with a percent sign, amounts are text in yuan. Its shape is
 * checked at the door (`contract`); what the texts say is checked in `read-scheme`.
 */
export interface FundProjectionRequest {
  /** How many years, the first one included: 1 to 10. */
  readonly years: number;
  /** Months payable that no pool is to fall below; else the pack's own target, where it has one. */
  readonly floor?: FloorRequest | undefined;
  /** One for each insurance type. */
  readonly schemes: readonly SchemeRequest[];
}

export interface FloorRequest {
  readonly months: string;
  readonly basis: string;
}

export interface SchemeRequest {
  /** The real figures of the first year, as `tongchou adjust` takes them. */
  readonly figures: AdjustmentRequest;
  /** From the youngest to the oldest. */
  readonly bands: readonly BandRequest[];
  readonly drivers: Readonly<Record<DriverName, DriverRequest>>;
  readonly pools: readonly PoolPopulationRequest[];
  readonly rules?: readonly RuleChangeRequest[] | undefined;
}

export interface BandRequest {
  readonly id: string;
  /** Years of age that it spans; absent where nobody leaves it by ageing. */
  readonly years?: number | undefined;
  readonly costWeight: string;
  readonly costAbove: string;
  readonly exits: string;
  readonly contributing: string;
  readonly entering: string;
  readonly basis: string;
}

export interface DriverRequest {
  readonly rate: string;
  readonly basis: string;
  readonly spread?: SpreadRequest | undefined;
}

export type SpreadRequest =
  | { readonly kind: 'triangular'; readonly low: string; readonly high: string }
  | {
      readonly kind: 'discrete';
      readonly outcomes: readonly { readonly rate: string; readonly weight: number }[];
    };

export interface PoolPopulationRequest {
  readonly id: string;
  /** Persons by band. */
  readonly persons: Readonly<Record<string, number>>;
  readonly drivers?: Readonly<Partial<Record<DriverName, DriverRequest | undefined>>> | undefined;
}

export interface RuleChangeRequest {
  readonly from: number;
  readonly values: Readonly<Partial<Record<ReplaceableValue, string>>>;
  readonly basis: string;
}

/** What a scenario has instead: other drivers and changed rules, by insurance type. */
export interface FundScenarioRequest {
  readonly name: string;
  readonly floor?: FloorRequest | undefined;
  readonly schemes: readonly {
    readonly scheme: InsuranceType;
    readonly drivers?: Readonly<Partial<Record<DriverName, DriverRequest | undefined>>> | undefined;
    readonly pools?:
      | readonly {
          readonly id: string;
          readonly drivers: Readonly<Partial<Record<DriverName, DriverRequest | undefined>>>;
        }[]
      | undefined;
    readonly rules?: readonly RuleChangeRequest[] | undefined;
  }[];
}

/** The fan that is asked for: how many paths, and the seed that they are drawn from. */
export interface FanRequest {
  readonly paths: number;
  readonly seed: number;
}
