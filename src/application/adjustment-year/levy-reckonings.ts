import type { ExplainedOutput } from '#application/adjustment/output';
import { formatYuanGrouped, fenOf } from '#kernel/fen';

/** Writes how a pool's levy was reckoned, for a notice: base, rate and amount; undefined where there is no levy. */
export function levyReckoning({ levies, explanation }: ExplainedOutput, pool: string): string | undefined {
  const levy = levies.find((row) => row.pool === pool);
  if (levy === undefined) return undefined;
  const node = (id: string | undefined): ExplainedOutput['explanation'][number] | undefined =>
    explanation.find((one) => one.id === id);
  const base = node(node(`levy/${pool}`)?.inputs[0])?.label.zh ?? '上解基数';
  const [of, amount] = [levy.base, levy.amount].map((text) => formatYuanGrouped(fenOf(text)));
  return `${base} ${of} 元 × ${levy.rate} = ${amount} 元`;
}
