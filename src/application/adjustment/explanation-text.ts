import type { ExplainedOutput } from '#application/adjustment/output';
import { compareCodePoints } from '#kernel/code-points';
import { formatYuanGrouped, parseYuan } from '#kernel/fen';
import { findClause, findInstrument, findReading, type Pack } from '#rules/pack/pack';
import type { ExplainedNode, NodeValue } from '#rules/explain/node';

/**
 * The explanation as an indented text: under each result the figures it was reckoned from, down to what was
 * given, and at the end every clause and reading that was used. A figure already shown is named, not repeated.
 */
export function explanationText(output: ExplainedOutput, pack: Pack): string {
  const nodes = new Map(output.explanation.map((node) => [node.id, node]));
  const shown = new Set<string>();
  const lines: string[] = [];
  const print = (id: string, depth: number): void => {
    const node = nodes.get(id);
    if (node === undefined) return;
    const isRepeated = shown.has(id) && node.inputs.length > 0;
    lines.push(`${'  '.repeat(depth)}${nodeLine(node, isRepeated)}`);
    if (isRepeated) return;
    shown.add(id);
    for (const input of node.inputs) print(input, depth + 1);
  };
  for (const pool of output.pools) {
    lines.push(`── ${pool.id} ──`);
    for (const root of [`balance-after/${pool.id}`, `months-after/${pool.id}`]) print(root, 0);
  }
  lines.push('── 省级调剂金 Fund ──');
  print('fund/closing', 0);
  return `${[...lines, ...sources(output, pack)].join('\n')}\n`;
}

function nodeLine(node: ExplainedNode, isRepeated: boolean): string {
  const formula = node.formula === undefined ? '' : `：${node.formula.zh}`;
  const cite = [...node.cite, ...node.readings];
  const cited = cite.length === 0 ? '' : ` [${cite.join(', ')}]`;
  const assumed = node.assumptions.length === 0 ? '' : ` 〔假设 ${node.assumptions.join('、')}〕`;
  const above = isRepeated ? ' （见上）' : '';
  return `${node.label.zh} ${valueText(node.value)}${isRepeated ? '' : formula}${cited}${assumed}${above}`;
}

/** A node's value for reading. */
export function valueText(value: NodeValue): string {
  switch (value.kind) {
    case 'fen': {
      const amount = parseYuan(value.amount);
      return typeof amount === 'string' ? value.amount : formatYuanGrouped(amount);
    }
    case 'rate':
      return value.rate;
    case 'number':
      return value.number;
    case 'truth':
      return value.holds ? '是' : '否';
    case 'choice':
      return value.choice;
    case 'none':
      return '—';
  }
}

function sources(output: ExplainedOutput, pack: Pack): readonly string[] {
  const used = (pick: (node: ExplainedNode) => readonly string[]): readonly string[] =>
    [...new Set(output.explanation.flatMap(pick))].toSorted(compareCodePoints);
  const clauses = used((node) => node.cite).flatMap((id) => {
    const clause = findClause(pack, id);
    if (clause === undefined) return [];
    const instrument = findInstrument(pack, clause.instrument);
    const number = instrument?.number ?? instrument?.title.zh ?? clause.instrument;
    return [`[${id}] ${number} ${clause.article.zh}：${clause.paraphrase.zh}`];
  });
  const readings = used((node) => node.readings).flatMap((id) => {
    const reading = findReading(pack, id);
    return reading === undefined ? [] : [`[${id}] 解读：${reading.reading.zh}`];
  });
  const assumptions = output.assumptions.map(({ value, reading }) => `假设 ${value}（${reading}）`);
  return ['── 依据 Sources ──', ...clauses, ...readings, ...assumptions];
}
