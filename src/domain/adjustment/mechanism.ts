import type { PoolField } from '#domain/adjustment/facts';
import type { Stage } from '#domain/adjustment/rows';
import type { AdjustmentState } from '#domain/adjustment/state';
import type { Decision } from '#kernel/decision';
import type { Rate } from '#kernel/rate';
import type { Rational } from '#kernel/rational';
import type { Trace } from '#rules/explain/trace';
import type { Unit } from '#rules/value/quantity';
import type { ResolvedValue } from '#rules/value/resolve-value';

/** What an argument of a mechanism is: the name of a value of a unit, or one or several of its own choices. */
export type ArgumentKind = (
  | {
      readonly kind: 'value';
      readonly unit: Exclude<Unit, 'choice'>;
      /** Axes besides the insurance type by which the value may be a table. */
      readonly axes?: readonly string[];
      /** The lowest figure over those axes must be zero, so that every figure reaches one of the bands. */
      readonly startsAtZero?: true;
    }
  | { readonly kind: 'value'; readonly unit: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'clause' }
) & { readonly optional?: true };

/** Where in a table: axis → member. */
export type Cell = Readonly<Record<string, string>>;

/** A pack value as one run uses it, with the node that explains it. */
export interface NotedValue extends ResolvedValue {
  readonly node: string;
}

/** A step while it runs: its arguments, what it cites, and where it explains itself. */
export interface StepContext {
  /** Whether the pack fills an optional argument. */
  readonly has: (argument: string) => boolean;
  readonly rate: (argument: string, cell?: Cell) => NotedValue & { readonly exact: Rate };
  readonly count: (argument: string, cell?: Cell) => NotedValue & { readonly exact: Rational };
  /** Members of an axis that a table is given by, in the pack's order. */
  readonly members: (axis: string) => readonly string[];
  /** Whether this run replaces the value, table or not, by one figure. */
  readonly isReplaced: (argument: string) => boolean;
  readonly value: (argument: string) => NotedValue;
  readonly choice: (argument: string) => string;
  readonly choices: (argument: string) => readonly string[];
  readonly cite: readonly string[];
  readonly readings: readonly string[];
  readonly trace: Trace;
}

/** What a step reckons that others build on. */
export type StepProduct = 'levies' | 'balance_after_levy' | 'gaps';

/**
 * One way of raising or moving money, registered by name. A pack chooses it and fills it; a mechanism knows
 * no place. Adding one is adding a file.
 */
export interface Mechanism {
  readonly name: string;
  /** The stage that it pays, where it pays pools. */
  readonly stage?: Stage;
  /** What it leaves for later steps, and what an earlier step must have left for it. */
  readonly gives?: StepProduct;
  readonly uses?: StepProduct;
  /** It pays out all that is left of the fund: no step that pays may come after it. */
  readonly leavesNothing?: true;
  /** Words that its own rows have in place of a pool, and that no pool may have as its id. */
  readonly reservedIds?: readonly string[];
  readonly takes: Readonly<Record<string, ArgumentKind>>;
  /** Facts of each pool that it reckons from, given the choices made for it. */
  readonly needs: (
    choice: (argument: string) => string,
    isReplaced: (argument: string) => boolean,
  ) => readonly PoolField[];
  /** Facts that it takes where a pool has them; what is not stated does not count. */
  readonly mayTake?: (choice: (argument: string) => string) => readonly PoolField[];
  readonly run: (state: AdjustmentState, step: StepContext) => Decision<AdjustmentState>;
}
