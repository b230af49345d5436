import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { branchesOf, type Comparison, type Formula, type FormulaNode } from '#rules/formula/node';
import { ROUNDING_LABELS } from '#kernel/rounding';

/** What a formula takes by name from the pack and its own code, in words. */
export interface ProseWords {
  /** A value of the pack: how it is called, and the clauses that its figures follow. */
  readonly valueOf: (value: string) => { readonly label: Bilingual; readonly cite: readonly string[] };
  /** An option of a choice, or an exception. */
  readonly optionOf: (option: string) => Bilingual;
}

/**
 * A node in words: what has a name is called by it, the rest is told within what uses it.
 * @param index the node to tell; its own name is not used, only those of what it is reckoned from
 */
export function nodeProse(formula: Formula, index: number, words: ProseWords): Bilingual {
  const inner = (arg: number): Bilingual => {
    const node = nodeOf(formula, arg);
    if (node.label !== undefined) return quoted(node.label);
    const text = nodeProse(formula, arg, words);
    return node.op === 'add' || node.op === 'subtract' ? { zh: `（${text.zh}）`, en: `(${text.en})` } : text;
  };
  const node = nodeOf(formula, index);
  return (
    sourceProse(node, node.args.map(inner), words) ??
    choiceProse(node, node.args.map(inner), words) ??
    reckoningProse(node, node.args.map(inner))
  );
}

function nodeOf(formula: Formula, index: number): FormulaNode {
  return present(formula.nodes[index], `node ${index}`);
}

function quoted({ zh, en }: Bilingual): Bilingual {
  return { zh: `「${zh}」`, en: `[${en}]` };
}

function sourceProse(
  node: FormulaNode,
  args: readonly Bilingual[],
  words: ProseWords,
): Bilingual | undefined {
  switch (node.op) {
    case 'input':
      return { zh: '由该行给出', en: 'given by the row' };
    case 'constant':
      return node.unit === 'choice' ? words.optionOf(node.text) : { zh: node.text, en: node.text };
    case 'value':
      return quoted(words.valueOf(node.value).label);
    case 'lookup': {
      const { label } = words.valueOf(node.value);
      return {
        zh: `「${label.zh}」中按${args.map(({ zh }) => zh).join('、')}查得`,
        en: `[${label.en}] for ${args.map(({ en }) => en).join(' and ')}`,
      };
    }
    case 'running':
      return {
        zh: `本人当年此前各笔${args[0]?.zh ?? ''}之和`,
        en: `the sum of ${args[0]?.en ?? ''} over this person's earlier rows of the year`,
      };
    default:
      return undefined;
  }
}

function choiceProse(
  node: FormulaNode,
  args: readonly Bilingual[],
  { optionOf }: ProseWords,
): Bilingual | undefined {
  const at = (index: number): Bilingual => args[index] ?? { zh: '', en: '' };
  switch (node.op) {
    case 'if':
      return {
        zh: `若${at(0).zh}则为${at(1).zh}，否则为${at(2).zh}`,
        en: `${at(1).en} if ${at(0).en}, else ${at(2).en}`,
      };
    case 'match': {
      const cases = node.cases.map((name, index) => ({
        zh: `${optionOf(name).zh}为${at(index + 1).zh}`,
        en: `${optionOf(name).en}: ${at(index + 1).en}`,
      }));
      const rest = node.otherwise
        ? [{ zh: `其余为${at(args.length - 1).zh}`, en: `else ${at(args.length - 1).en}` }]
        : [];
      const all = [...cases, ...rest];
      return {
        zh: `按${at(0).zh}：${all.map(({ zh }) => zh).join('；')}`,
        en: `by ${at(0).en}: ${all.map(({ en }) => en).join('; ')}`,
      };
    }
    case 'exceptions': {
      const cases = node.exceptions.map((name, index) => ({
        zh: `${optionOf(name).zh}（${at(2 * index + 1).zh}）为${at(2 * index + 2).zh}`,
        en: `${optionOf(name).en} (${at(2 * index + 1).en}): ${at(2 * index + 2).en}`,
      }));
      return {
        zh: `一般为${at(0).zh}；例外：${cases.map(({ zh }) => zh).join('；')}`,
        en: `${at(0).en} in general; except ${cases.map(({ en }) => en).join('; ')}`,
      };
    }
    case 'assert':
      return {
        zh: `${at(1).zh}（须满足：${at(0).zh}，否则不予受理：${node.refusal.what.zh}）`,
        en: `${at(1).en} (required: ${at(0).en}; else refused: ${node.refusal.what.en})`,
      };
    default:
      return undefined;
  }
}

const SIGNS: Readonly<Record<Comparison, string>> = {
  below: '<',
  at_most: '≤',
  equals: '=',
  at_least: '≥',
  above: '>',
};

function reckoningProse(node: FormulaNode, args: readonly Bilingual[]): Bilingual {
  const joined = (zh: string, en = zh): Bilingual => ({
    zh: args.map((arg) => arg.zh).join(zh),
    en: args.map((arg) => arg.en).join(en),
  });
  const [a = { zh: '', en: '' }, b = a, c = a] = args;
  switch (node.op) {
    case 'add':
      return joined(' + ');
    case 'subtract':
      return joined(' − ');
    case 'timesRate':
    case 'timesCount':
      return joined(' × ');
    case 'compare':
      return joined(` ${SIGNS[node.comparison]} `);
    case 'and':
      return joined(' 且 ', ' and ');
    case 'or':
      return joined(' 或 ', ' or ');
    case 'not':
      return { zh: `非（${a.zh}）`, en: `not (${a.en})` };
    case 'round': {
      const { zh, en } = ROUNDING_LABELS[node.rounding];
      return { zh: `${a.zh}，${zh}`, en: `${a.en}, ${en}` };
    }
    case 'min':
      return { zh: `${a.zh}与${b.zh}中较小者`, en: `the smaller of ${a.en} and ${b.en}` };
    case 'max':
      return { zh: `${a.zh}与${b.zh}中较大者`, en: `the larger of ${a.en} and ${b.en}` };
    case 'clamp':
      return {
        zh: `${a.zh}，不低于${b.zh}、不高于${c.zh}`,
        en: `${a.en}, at least ${b.en} and at most ${c.en}`,
      };
    case 'mulDiv': {
      const { zh, en } = ROUNDING_LABELS[node.rounding];
      return { zh: `${a.zh} × ${b.zh} ÷ ${c.zh}，${zh}`, en: `${a.en} × ${b.en} ÷ ${c.en}, ${en}` };
    }
    case 'marginal':
      return marginalProse(node.bands, args);
    case 'daysBetween':
      return { zh: `自${a.zh}至${b.zh}的天数`, en: `days from ${a.en} to ${b.en}` };
    case 'fullYears':
      return { zh: `自${a.zh}至${b.zh}的满周年数`, en: `full years from ${a.en} to ${b.en}` };
    default:
      return { zh: branchesOf(node).join(), en: branchesOf(node).join() };
  }
}

function marginalProse(bands: number, args: readonly Bilingual[]): Bilingual {
  const [from, to] = args;
  const thresholds = args.slice(2, 1 + bands);
  const parts = args.slice(1 + bands).map((rate, band) => {
    const [low, high] = [thresholds[band - 1], thresholds[band]];
    const stretch =
      low === undefined
        ? { zh: `${high?.zh ?? '全部'}以下`, en: `up to ${high?.en ?? 'the end'}` }
        : high === undefined
          ? { zh: `${low.zh}以上`, en: `above ${low.en}` }
          : { zh: `${low.zh}至${high.zh}`, en: `${low.en} to ${high.en}` };
    return { zh: `${stretch.zh}按${rate.zh}`, en: `${stretch.en} at ${rate.en}` };
  });
  return {
    zh: `自${from?.zh ?? ''}至${to?.zh ?? ''}分段计算：${parts.map(({ zh }) => zh).join('，')}`,
    en: `from ${from?.en ?? ''} to ${to?.en ?? ''} in bands: ${parts.map(({ en }) => en).join(', ')}`,
  };
}
