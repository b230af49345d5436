import type { ClauseLine, ClauseReport } from '#application/clauses/clause-report';
import type { UseKind } from '#application/clauses/clause-uses';
import { renderTextTable } from '#application/rendering/text-table';

/** In the order in which a cell tells them: what is reckoned first. */
const USE_WORDS: readonly (readonly [kind: UseKind, word: string])[] = [
  ['step', '步骤 step'],
  ['pipeline', '流程 pipeline'],
  ['step_value', '步骤用值 value in use'],
  ['value', '值 value'],
  ['pool', '统筹区 pool'],
  ['reading', '解读 reading'],
];

/** More names than this in one cell are counted: the full lists are in the JSON. */
const MOST_NAMES = 3;

/** A line for each clause, and below the table one line for each pack with its counts. */
export function renderClauseTable({ clauses, packs }: ClauseReport): string {
  const columns = ['条款 id', '状态 state', '种类 kind', '所在 where it lives', '测试 tests that show it'];
  const table = renderTextTable(
    columns.map((header) => ({ header, align: 'left' })),
    clauses.map((clause) => [clause.id, clause.state, clause.kind, whereOf(clause), testsOf(clause)]),
  );
  const summaries = packs.map(({ pack, name, clauses: all, counts }) => {
    const states = Object.entries(counts).map(([state, count]) => `${state} ${count}`);
    return `${pack} ${name.zh}：${all} 条款 clauses，${states.join('，')}`;
  });
  return [table, '', ...summaries].join('\n');
}

function whereOf({ pack, uses }: ClauseLine): string {
  const cells = USE_WORDS.flatMap(([kind, word]) => {
    const names = uses
      .filter((use) => use.kind === kind)
      .map((use) => (use.pack === pack ? use.name : `${use.pack}/${use.name}`));
    if (names.length === 0) return [];
    return [`${word} ${kind === 'pool' ? names.length : shortened(names)}`];
  });
  return cells.join('; ') || '—';
}

function testsOf({ tests }: ClauseLine): string {
  const counts = new Map<string, number>();
  for (const test of tests) {
    const file = test.split(' › ')[0] ?? test;
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return shortened([...counts].map(([file, count]) => (count === 1 ? file : `${file} ×${count}`))) || '—';
}

function shortened(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` +${rest}` : ''}`;
}
