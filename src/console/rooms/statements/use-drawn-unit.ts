import { useUnit } from '#console/amounts/unit-context.tsx';
import type { DrawnUnit } from '#console/api/statement-queries.ts';

/** The unit in which statements are drawn: 元, and otherwise 万元, whose rounding the server tells. */
export function useDrawnUnit(): DrawnUnit {
  return useUnit().unit === 'yuan' ? 'yuan' : 'wan';
}
