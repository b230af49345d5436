import { tableView, type TableView } from '#application/budget/views';
import { readDraft } from '#application/budget/read-draft';
import type { DraftRequest } from '#application/budget/request';
import { loadPackWithParents, type PackLoading } from '#application/packs/load-pack-with-parents';
import { findDeficits } from '#domain/budget/deficits';
import { estimateBudget } from '#domain/budget/estimate';
import { yearTooEarly } from '#domain/budget/rule-refusals';
import { planBudget } from '#domain/budget/rules';
import { allow, refuse, type Decision } from '#kernel/decision';
import { formatYuan } from '#kernel/fen';
import type { ExplainedNode } from '#rules/explain/node';

/** A draft outside any round, with its year and kind of books. */
export interface EstimateFile extends Omit<DraftRequest, 'pastFromLedger' | 'openingReason'> {
  readonly year: number;
  readonly kind: 'pool' | 'fund';
  /** The pools of the adjustment fund, for its own table. */
  readonly members: readonly string[];
}

export interface EstimateView {
  readonly table: TableView;
  readonly deficits: readonly {
    readonly kind: string;
    readonly part: string;
    readonly amount: string;
    readonly treatment: string;
  }[];
  readonly nodes: readonly ExplainedNode[];
}

/** Estimates a table by the rules of a pack, without accounts and without storing anything. */
export async function estimateFile(
  loading: PackLoading,
  packId: string,
  file: EstimateFile,
): Promise<Decision<EstimateView>> {
  const pack = await loadPackWithParents(loading, packId);
  if (!pack.allowed) return pack;
  const rules = planBudget(pack.value);
  if (!rules.allowed) return rules;
  const { pool, kind, insuranceType, year, members } = file;
  if (year < rules.value.firstYear) return refuse(yearTooEarly(year, rules.value.firstYear));
  const facts = readDraft(file, { pool, kind, insuranceType, year }, members, pack.value);
  if (!facts.allowed) return facts;
  const estimate = estimateBudget(facts.value);
  if (!estimate.allowed) return estimate;
  const { table, nodes } = estimate.value;
  const deficits = findDeficits(table, rules.value).map(({ kind: of, part, fen, treatment }) => ({
    kind: of,
    part,
    amount: formatYuan(fen),
    treatment,
  }));
  return allow({ table: tableView(table), deficits, nodes });
}
