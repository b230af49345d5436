import type { PoolField } from '#domain/adjustment/facts';
import type { Stage } from '#domain/adjustment/rows';
import type { AdjustmentState } from '#domain/adjustment/state';
import type { Decision } from '#kernel/decision';
import type { Rate } from '#kernel/rate';
import type { Rational } from '#kernel/rational';
import type { Trace } from '#rules/explain/trace';
import type { Unit } from '#rules/value/quantity';
import type { ResolvedValue } from '#rules/value/resolve-value';

/** The kind of an argument: the name of a value of a unit, or one or several of the argument's own choices. */
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

/** A cell of a table: axis → member. */
export type Cell = Readonly<Record<string, string>>;

/** A pack value as one run uses it, with the node that explains it. */
export interface NotedValue extends ResolvedValue {
  readonly node: string;
}

/** The context of a running step: its arguments, citations, and trace. */
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

/** A product of a step that later steps build on. */
export type StepProduct = 'levies' | 'balance_after_levy' | 'gaps';

/**
 * One way of raising or moving money, registered by name. A pack chooses and fills it; a mechanism knows no place. A
 * new mechanism is a new file.
 */
export interface Mechanism {
  readonly name: string;
  /** The stage in which it pays pools, if it does. */
  readonly stage?: Stage;
  /** The products it gives to later steps, and those it needs from earlier ones. */
  readonly gives?: StepProduct;
  readonly uses?: StepProduct;
  /** Pays out the whole remaining fund: no paying step may follow. */
  readonly leavesNothing?: true;
  /** Words that its rows use in place of a pool; no pool may have one as its id. */
  readonly reservedIds?: readonly string[];
  readonly takes: Readonly<Record<string, ArgumentKind>>;
  /** Facts that it needs of each pool, given its choices. */
  readonly needs: (
    choice: (argument: string) => string,
    isReplaced: (argument: string) => boolean,
  ) => readonly PoolField[];
  /** Facts that it uses where a pool has them; a missing one does not count. */
  readonly mayTake?: (choice: (argument: string) => string) => readonly PoolField[];
  readonly run: (state: AdjustmentState, step: StepContext) => Decision<AdjustmentState>;
}
