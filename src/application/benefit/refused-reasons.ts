import type { RefusedClaim } from '#application/ports/claims-batch';
import { present } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import { ZERO_FEN, type Fen } from '#kernel/fen';
import type { Formula } from '#rules/formula/node';
import type { ValueVector } from '#rules/formula/value-vector';
import { reckonRow } from '#rules/targets/oracle';

/** Why a claim was refused. */
export interface RefusedReason {
  readonly file: string;
  readonly row: number;
  readonly scenario: string;
  readonly refusals: readonly Refusal[];
}

/** Runs the oracle over the person's year up to a refused claim: the reasons are those of its last row. */
export function refusedReasons(
  formula: Formula,
  { file, row, scenario, year }: RefusedClaim,
  values: readonly ValueVector[],
): RefusedReason {
  let totals: ReadonlyMap<string, Fen> = nothingYet(formula);
  let refusals: readonly Refusal[] = [];
  for (const { inputs, vector } of year) {
    const reckoned = reckonRow(formula, { inputs, values: present(values[vector], 'a version'), totals });
    refusals = reckoned.outputs.allowed ? [] : reckoned.outputs.refusals;
    totals = reckoned.totals;
  }
  return { file, row, scenario, refusals };
}

/** The totals of a person's year before its first claim. */
function nothingYet({ nodes }: Formula): ReadonlyMap<string, Fen> {
  return new Map(nodes.flatMap((node) => (node.op === 'running' ? [[node.total, ZERO_FEN] as const] : [])));
}
