import type { Growing } from '#domain/adjustment/projection/growth';

/**
 * The years ahead and the growth that they are reckoned with, as given: rates are text with a percent sign, months
 * are text. Its shape is checked at the door (`contract`); what the texts say is checked in `read-projection`.
 */
export interface ProjectionRequest {
  /** How many years, the first one included: 1 to 10. */
  readonly years: number;
  /** From each year to the next, of every pool. */
  readonly growth: Readonly<Record<Growing, string>>;
  /** Growth of single pools, where it differs. */
  readonly pools?: readonly PoolGrowthRequest[];
  /** Months payable below which a pool is pointed out. */
  readonly floorMonths?: string;
}

export type PoolGrowthRequest = { readonly id: string } & Readonly<Partial<Record<Growing, string>>>;
