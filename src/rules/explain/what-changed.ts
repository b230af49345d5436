import type { Bilingual } from '#kernel/bilingual';
import type { ExplainedNode, NodeValue } from '#rules/explain/node';

/** One named figure that differs between two runs. */
export interface FigureChange {
  readonly id: string;
  readonly label: Bilingual;
  /** Absent where that run did not need the figure. */
  readonly before?: NodeValue;
  readonly after?: NodeValue;
  /**
   * Ids of the deepest figures that differ behind it: facts or values that were given otherwise, or a figure
   * whose inputs are all the same (its rule changed). A figure that is its own cause names itself; one that only
   * one run needed, by a branch, names none.
   */
  readonly causes: readonly string[];
}

/**
 * Lists what differs between two explanations of one formula, of two rows or under two vectors of values: every named
 * figure with another value, or needed by only one run, each with its causes.
 * @returns in the order of the second run, then what only the first one had
 */
export function whatChanged(
  before: readonly ExplainedNode[],
  after: readonly ExplainedNode[],
): readonly FigureChange[] {
  const [earlier, later] = [byId(before), byId(after)];
  const changed = [...new Set([...later.keys(), ...earlier.keys()])].filter(
    (id) => !isSameValue(earlier.get(id)?.value, later.get(id)?.value),
  );
  const causes = causesOf(changed, earlier, later);
  return changed.flatMap((id) => {
    const [old, now] = [earlier.get(id), later.get(id)];
    const label = now?.label ?? old?.label;
    if (label === undefined) return [];
    return [
      {
        id,
        label,
        ...(old === undefined ? {} : { before: old.value }),
        ...(now === undefined ? {} : { after: now.value }),
        causes: causes(id),
      },
    ];
  });
}

/** Writes a change as one line: the value before, the value after, and the causes. */
export function changeText(change: FigureChange, changes: readonly FigureChange[]): Bilingual {
  const { id, label, before, after, causes } = change;
  const [was, is] = [valueText(before), valueText(after)];
  const reasons = causes
    .filter((cause) => cause !== id)
    .flatMap((cause) => {
      const found = changes.find((each) => each.id === cause);
      return found === undefined ? [] : [found.label];
    });
  return {
    zh: `${label.zh}：${was.zh} → ${is.zh}${reasons.length === 0 ? '' : `，因 ${reasons.map(({ zh }) => zh).join('、')}`}`,
    en: `${label.en}: ${was.en} → ${is.en}${reasons.length === 0 ? '' : `, because of ${reasons.map(({ en }) => en).join(', ')}`}`,
  };
}

type Nodes = ReadonlyMap<string, ExplainedNode>;

function byId(nodes: readonly ExplainedNode[]): Nodes {
  return new Map(nodes.map((node) => [node.id, node]));
}

function causesOf(
  changed: readonly string[],
  earlier: Nodes,
  later: Nodes,
): (id: string) => readonly string[] {
  const differs = new Set(changed);
  const known = new Map<string, readonly string[]>();
  const find = (id: string): readonly string[] => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const inputs = [...(later.get(id)?.inputs ?? []), ...(earlier.get(id)?.inputs ?? [])];
    const behind = [...new Set(inputs)].filter((input) => differs.has(input));
    const deeper = [...new Set(behind.flatMap(find))];
    // What only one run needed is a consequence of what chose the branch, never a cause.
    const isInBoth = earlier.has(id) && later.has(id);
    const causes = deeper.length > 0 || !isInBoth ? deeper : [id];
    known.set(id, causes);
    return causes;
  };
  return find;
}

function isSameValue(a: NodeValue | undefined, b: NodeValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.kind === b.kind && valueText(a).zh === valueText(b).zh;
}

function valueText(value: NodeValue | undefined): Bilingual {
  switch (value?.kind) {
    case 'fen':
      return alike(value.amount);
    case 'rate':
      return alike(value.rate);
    case 'number':
      return alike(value.number);
    case 'choice':
      return alike(value.choice);
    case 'truth':
      return value.holds ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    case 'none':
      return { zh: '无', en: 'none' };
    case undefined:
      return { zh: '未用到', en: 'not needed' };
  }
}

function alike(text: string): Bilingual {
  return { zh: text, en: text };
}
