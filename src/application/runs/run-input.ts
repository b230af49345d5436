import type { AdjustmentRequest } from '#application/adjustment/request';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';

/** Where a given figure comes from: printed by a source, invented, or given by a place's own records, and how. */
export interface FigureOrigin {
  readonly origin: 'published' | 'synthetic' | 'given';
  readonly basis: string;
}

/** What a run was reckoned from: the command's input, and the origins of its figures where they are known. */
export interface RunInput {
  readonly request: AdjustmentRequest;
  /** By the id of the node that explains the figure in the result. */
  readonly origins: Readonly<Record<string, FigureOrigin>>;
}

export function writeRunInput(input: RunInput): string {
  return canonicalJson(input as unknown as CanonicalValue);
}

export function readRunInput(text: string): RunInput {
  return JSON.parse(text) as RunInput;
}
