import type { Bilingual } from '#kernel/bilingual';

/** The value of a node as text, so that it can be stored, compared and shown without loss. */
export type NodeValue =
  | { readonly kind: 'fen'; readonly amount: string }
  | { readonly kind: 'rate'; readonly rate: string }
  | { readonly kind: 'number'; readonly number: string; readonly unit: string }
  | { readonly kind: 'truth'; readonly holds: boolean }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'none' };

/**
 * One explained figure. `inputs` are the ids of the figures it was reckoned from; from any result they lead
 * down to given figures and pack values. Shared figures appear once.
 */
export interface ExplainedNode {
  readonly id: string;
  readonly label: Bilingual;
  readonly value: NodeValue;
  /** The calculation with its numbers; absent for given figures. */
  readonly formula?: Bilingual;
  /** Reasons against other figures: conditions that did not hold, with the figures in them. */
  readonly notChosen?: readonly Bilingual[];
  readonly cite: readonly string[];
  readonly readings: readonly string[];
  /** Names of the assumed values that this very node used (not those of its inputs). */
  readonly assumptions: readonly string[];
  readonly inputs: readonly string[];
}
