import type { Fen } from '#kernel/fen';
import type { PanelAssumptions, YearAssumptions } from '#domain/panel/assumptions';
import type { PanelScheme, PoolField } from '#domain/panel/fields';
import type { YearFigures } from '#domain/panel/figure';

/** What a year hands on to the next, as its adjustment was reckoned. */
export interface CarriedOver {
  readonly fundClosing: Fen;
  readonly pools: ReadonlyMap<
    string,
    { readonly balanceAfter: Fen; readonly levy: Fen; readonly legacyLeft: Fen }
  >;
}

/** One insurance type in one year, ready to be written down. */
export interface SchemeYear {
  readonly assumptions: PanelAssumptions;
  readonly year: YearAssumptions;
  readonly scheme: PanelScheme;
  /** Figures of the year by pool, in the order of the cities. */
  readonly figures: ReadonlyMap<string, YearFigures>;
  readonly needed: ReadonlySet<PoolField>;
  /** From the year before; undefined in the first year in force. */
  readonly carried: CarriedOver | undefined;
  /** What each pool lacks after the levy; undefined until the adjustment has told it. */
  readonly deficits: ReadonlyMap<string, Fen> | undefined;
}
