import type { Difference } from '#domain/reconciliation/name-differences';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import type { Refusal } from '#kernel/decision';
import { fen, formatYuan } from '#kernel/fen';

/**
 * How many month ends a line may pass on its way. The paper that takes longest is a bank's promissory note (银行本票), payable
 * within two months of its day: whatever was written in a month is presented by the end of the second month after it. At
 * that month's end the line has been carried twice, and what is still open then is lost, wrong or refused, not late.
 */
const MOST_CARRIED = 2;

/**
 * Explains why a line cannot be in transit (未达): two amounts of one movement never match, and a line carried over twice
 * will not come (NAT-28.7). Undefined where it can be.
 */
export function whyNoTiming({ kind, line }: Pick<Difference, 'kind' | 'line'>): Refusal | undefined {
  if (kind === 'amount') return reconciliationRefusal('amount_is_no_timing', line.id, { clause: 'NAT-28.7' });
  if (line.carriedMonths < MOST_CARRIED) return undefined;
  const found = `${line.on} ${formatYuan(fen(line.amount))}`;
  return reconciliationRefusal('timing_overdue', line.id, { clause: 'NAT-28.7', found });
}
