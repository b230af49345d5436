import type { ExplainedOutput } from '#application/adjustment/output';
import type { AdjustmentRequest } from '#application/adjustment/request';
import { findFigure, FUND_SUBJECT, type YearFigure } from '#domain/adjustment-year/figure';
import type { YearOutcome } from '#domain/adjustment-year/year-line';
import { fenOf, ZERO_FEN } from '#kernel/fen';

const RESERVE_NODE = 'reserve-accumulated';

/** Reads the decisions of a stored run that move money; recoveries and releases are taken from its input. */
export function yearOutcome(
  output: ExplainedOutput,
  request: AdjustmentRequest,
  figures: readonly YearFigure[],
): YearOutcome {
  const explained = new Map(output.explanation.map((node) => [node.id, node]));
  const citeOf = (id: string): readonly string[] => explained.get(id)?.cite ?? [];
  const reserve = explained.get(RESERVE_NODE);
  const held = findFigure(figures, FUND_SUBJECT, 'reserveHeld')?.value;
  return {
    levies: output.levies.map(({ pool, amount, cite }) => ({ pool, amount: fenOf(amount), cite })),
    allocations: output.allocations.map((row) => ({ ...row, amount: fenOf(row.amount) })),
    burdens: output.burdens.map((row) => ({ ...row, amount: fenOf(row.amount) })),
    recoveries: (request.recoveries ?? []).map(({ placeOfCare, amount }, index) => ({
      pool: placeOfCare,
      amount: fenOf(amount),
      cite: citeOf(`given/recovery/${index}`),
    })),
    releases: (request.reserveReleases ?? []).map(({ cause, amount }) => ({
      cause,
      amount: fenOf(amount),
      cite: reserve?.cite ?? [],
    })),
    reserve:
      reserve?.value.kind === 'fen'
        ? {
            accumulated: fenOf(reserve.value.amount),
            held: held === undefined ? ZERO_FEN : fenOf(held),
            cite: reserve.cite,
          }
        : null,
  };
}
