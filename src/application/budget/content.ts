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
import { assert } from '#kernel/assert';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { formatYuan, parseYuan, type Fen } from '#kernel/fen';
import type { ExplainedNode } from '#rules/explain/node';

/** A table as text: amounts in yuan by place (`5001.inpatient/pooled`, `4402/pooled/east`). */
export interface TableText {
  readonly opening: Readonly<Record<string, string>>;
  readonly amounts: Readonly<Record<string, string>>;
}

/** What a draft is stored as: its table, and the explanation down to drivers and sources. */
export interface VersionContent {
  readonly table: TableText;
  readonly nodes: readonly ExplainedNode[];
  /** Why an opening balance is not that of the books, where somebody stated it. */
  readonly openingReason?: string;
}

/** Canonical JSON of a content, with its hash. */
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

/** A stored table as it was checked before it was stored, in the order of the standard tables. */
export function readTable(of: BudgetOf, { opening, amounts }: TableText): BudgetTable {
  return {
    ...of,
    opening: Object.entries(opening).map(([part, text]) => ({
      part: part as BudgetPart,
      fen: storedFen(text),
    })),
    amounts: Object.entries(amounts)
      .map(([key, text]): BudgetAmount => ({ ...placeOf(key), fen: storedFen(text) }))
      .toSorted(comparePlaces),
  };
}

export function readVersion({ content }: StoredContent): VersionContent {
  return JSON.parse(content) as VersionContent;
}

/** The place that a key names; the reverse of `placeKey`. */
export function placeOf(key: string): LinePlace {
  const [line = '', part = '', ofPool] = key.split('/');
  return { line, part: part as BudgetPart, ofPool: ofPool ?? null };
}

export function budgetOf({ pool, kind, insuranceType, year }: Budget): BudgetOf {
  return { pool, kind, insuranceType, year };
}

/** An amount of a stored record, which was checked before it was stored. */
export function storedFen(text: string): Fen {
  const amount = parseYuan(text);
  assert(typeof amount !== 'string', `the stored amount ${text} was written by us`);
  return amount;
}
