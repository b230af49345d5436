import type { ExplainedOutput } from '#application/adjustment/output';
import type { AdjustmentRequest } from '#application/adjustment/request';
import { findFigure, FUND_SUBJECT, type YearFigure } from '#domain/adjustment-year/figure';
import type { YearOutcome } from '#domain/adjustment-year/year-line';
import { assert, present } from '#kernel/assert';
import { parseYuan, ZERO_FEN, type Fen } from '#kernel/fen';

const RESERVE_NODE = 'reserve-accumulated';

/** What a stored run decides, as the money that follows from it; recoveries and releases as its input has them. */
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
    levies: output.levies.map(({ pool, amount, cite }) => ({ pool, amount: amountOf(amount), cite })),
    allocations: output.allocations.map((row) => ({ ...row, amount: amountOf(row.amount) })),
    burdens: output.burdens.map((row) => ({ ...row, amount: amountOf(row.amount) })),
    recoveries: (request.recoveries ?? []).map(({ placeOfCare, amount }, index) => ({
      pool: placeOfCare,
      amount: amountOf(amount),
      cite: citeOf(`given/recovery/${index}`),
    })),
    releases: (request.reserveReleases ?? []).map(({ cause, amount }) => ({
      cause,
      amount: amountOf(amount),
      cite: reserve?.cite ?? [],
    })),
    reserve:
      reserve?.value.kind === 'fen'
        ? {
            accumulated: amountOf(reserve.value.amount),
            held: held === undefined ? ZERO_FEN : amountOf(held),
            cite: reserve.cite,
          }
        : null,
  };
}

function amountOf(text: string): Fen {
  const amount = present(parseYuan(text), 'an amount');
  assert(typeof amount === 'bigint', `${text} is an amount that the program wrote`);
  return amount;
}
