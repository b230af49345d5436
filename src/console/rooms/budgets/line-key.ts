import { usePoolName } from '#console/fund/use-pool-names.ts';
import type { BudgetLine, BudgetTable } from '#console/api/budget-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

/** The text by which a draft, a plan and an explanation name a line: `5001.inpatient/pooled`, `4402/pooled/east`. */
export function keyOfLine({ line, part, ofPool }: Pick<BudgetLine, 'line' | 'part' | 'ofPool'>): string {
  return ofPool === null ? `${line}/${part}` : `${line}/${part}/${ofPool}`;
}

/** Names a line by its key, as the table of the budget does; by the key itself where the table has none. */
export function useLineLabel(table: BudgetTable | null): (key: string) => string {
  const { pick } = useLanguage();
  const poolName = usePoolName();
  return (key) => {
    const line = table?.lines.find((one) => keyOfLine(one) === key);
    if (line === undefined) return key;
    return line.ofPool === null ? pick(line.label) : `${pick(line.label)} · ${poolName(line.ofPool)}`;
  };
}
