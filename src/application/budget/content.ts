import type { Budget, StoredContent } from '#application/ports/budget-store';
import type { BudgetPart } from '#domain/budget/lines';
import {
  comparePlaces,
  placeKey,
  type BudgetAmount,
  type BudgetOf,
  type BudgetTable,
  type LinePlace,
} from '#domain/budget/table';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { fenOf, formatYuan } from '#kernel/fen';
import type { ExplainedNode } from '#rules/explain/node';

/** A table as text: amounts in yuan by place (`5001.inpatient/pooled`, `4402/pooled/east`). */
export interface TableText {
  readonly opening: Readonly<Record<string, string>>;
  readonly amounts: Readonly<Record<string, string>>;
}

/** The stored content of a draft: its table, and the explanation down to drivers and sources. */
export interface VersionContent {
  readonly table: TableText;
  readonly nodes: readonly ExplainedNode[];
  /** Reason why an opening balance differs from the books, where stated. */
  readonly openingReason?: string;
}

/** Writes a content as canonical JSON, with its hash. */
export function storeContent(content: object, hash: (text: string) => string): StoredContent {
  const text = canonicalJson(content as CanonicalValue);
  return { content: text, contentHash: hash(text) };
}

export function tableText({ opening, amounts }: Pick<BudgetTable, 'opening' | 'amounts'>): TableText {
  return {
    opening: Object.fromEntries(opening.map(({ part, fen }) => [part, formatYuan(fen)])),
    amounts: Object.fromEntries(amounts.map((amount) => [placeKey(amount), formatYuan(amount.fen)])),
  };
}

/** Reads a stored table, checked before it was stored, in the order of the standard tables. */
export function readTable(of: BudgetOf, { opening, amounts }: TableText): BudgetTable {
  return {
    ...of,
    opening: Object.entries(opening).map(([part, text]) => ({
      part: part as BudgetPart,
      fen: fenOf(text),
    })),
    amounts: Object.entries(amounts)
      .map(([key, text]): BudgetAmount => ({ ...placeOf(key), fen: fenOf(text) }))
      .toSorted(comparePlaces),
  };
}

export function readVersion({ content }: StoredContent): VersionContent {
  return JSON.parse(content) as VersionContent;
}

/** Reads the place that a key names; the reverse of `placeKey`. */
export function placeOf(key: string): LinePlace {
  const [line = '', part = '', ofPool] = key.split('/');
  return { line, part: part as BudgetPart, ofPool: ofPool ?? null };
}

export function budgetOf({ pool, kind, insuranceType, year }: Budget): BudgetOf {
  return { pool, kind, insuranceType, year };
}
