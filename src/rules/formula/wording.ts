import type { Bilingual } from '#kernel/bilingual';
import { ROUNDING_LABELS } from '#kernel/rounding';
import type { Comparison } from '#rules/formula/node';
import type { StrictNode } from '#rules/formula/operators';

/** A text that reads the same in both languages. */
export function alike(text: string): Bilingual {
  return { zh: text, en: text };
}

const SIGNS: Readonly<Record<Comparison, string>> = {
  below: '<',
  at_most: '≤',
  equals: '=',
  at_least: '≥',
  above: '>',
};

/** A calculation with the texts of its arguments put in. */
export function wordOperator(node: StrictNode, args: readonly Bilingual[]): Bilingual {
  const [a = alike(''), b = alike(''), c = alike('')] = args;
  const joined = (sign: string): Bilingual => ({
    zh: args.map((arg) => arg.zh).join(` ${sign} `),
    en: args.map((arg) => arg.en).join(` ${sign} `),
  });
  switch (node.op) {
    case 'add':
      return joined('+');
    case 'subtract':
      return joined('−');
    case 'timesRate':
    case 'timesCount':
      return joined('×');
    case 'round': {
      const { zh, en } = ROUNDING_LABELS[node.rounding];
      return { zh: `${a.zh}（${zh}）`, en: `${a.en} (${en})` };
    }
    case 'min':
      return {
        zh: `${a.zh} 与 ${b.zh} 中较小者`,
        en: `the smaller of ${a.en} and ${b.en}`,
      };
    case 'max':
      return { zh: `${a.zh} 与 ${b.zh} 中较大者`, en: `the larger of ${a.en} and ${b.en}` };
    case 'clamp':
      return {
        zh: `${a.zh} 限于 ${b.zh} 至 ${c.zh}`,
        en: `${a.en} held between ${b.en} and ${c.en}`,
      };
    case 'compare':
      return joined(SIGNS[node.comparison]);
    case 'and':
      return { zh: args.map((arg) => arg.zh).join(' 且 '), en: args.map((arg) => arg.en).join(' and ') };
    case 'or':
      return { zh: args.map((arg) => arg.zh).join(' 或 '), en: args.map((arg) => arg.en).join(' or ') };
    case 'not':
      return { zh: `非（${a.zh}）`, en: `not (${a.en})` };
  }
}

/** A part of a larger calculation, in brackets where the reading would otherwise change. */
export function bracketed(text: Bilingual, op?: string): Bilingual {
  if (op !== 'add' && op !== 'subtract') return text;
  return { zh: `（${text.zh}）`, en: `(${text.en})` };
}
