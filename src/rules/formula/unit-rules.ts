import type { Bilingual } from '#kernel/bilingual';
import type { FormulaNode, FormulaUnit } from '#rules/formula/node';

type Units = readonly FormulaUnit[];

const MONEY: Units = ['fen', 'exact'];
/** What may be added up: a rate to a rate, never to points; money to money of the same exactness. */
const ADDABLE: Units = ['fen', 'exact', 'rate', 'count'];
/** The difference of two rates would be points; no formula needs it, so it is refused. */
const SUBTRACTABLE: Units = ['fen', 'exact', 'count'];
const ORDERED: Units = ['fen', 'exact', 'rate', 'count'];

/** What is wrong with the units of a node and its arguments; undefined where they fit. */
export function unitFault(node: FormulaNode, args: Units): Bilingual | undefined {
  return fits(node, args) ? undefined : misfit(node, args);
}

function fits(node: FormulaNode, args: Units): boolean {
  const { unit } = node;
  const [first, second] = args;
  const isUniform = args.every((arg) => arg === first);
  switch (node.op) {
    case 'input':
    case 'value':
    case 'constant':
      return args.length === 0 && unit !== 'exact';
    case 'lookup':
      return args.length === node.axes.length && args.every((arg) => arg === 'choice') && unit !== 'exact';
    case 'add':
      return args.length >= 2 && isUniform && first === unit && ADDABLE.includes(unit);
    case 'subtract':
      return args.length === 2 && isUniform && first === unit && SUBTRACTABLE.includes(unit);
    case 'timesRate':
      return args.length === 2 && isAmong(first, MONEY) && second === 'rate' && unit === 'exact';
    case 'timesCount':
      return (
        args.length === 2 &&
        second === 'count' &&
        (isAmong(first, MONEY) ? unit === 'exact' : first === 'count' && unit === 'count')
      );
    case 'round':
      return args.length === 1 && first === 'exact' && unit === 'fen';
    case 'min':
    case 'max':
      return args.length === 2 && isUniform && first === unit && ORDERED.includes(unit);
    case 'clamp':
      return args.length === 3 && isUniform && first === unit && ORDERED.includes(unit);
    case 'compare': {
      const isComparable = node.comparison === 'equals' || isAmong(first, [...ORDERED, 'points']);
      return args.length === 2 && isUniform && isComparable && unit === 'truth';
    }
    case 'and':
    case 'or':
      return args.length >= 2 && isUniform && first === 'truth' && unit === 'truth';
    case 'not':
      return args.length === 1 && first === 'truth' && unit === 'truth';
    case 'if':
      return args.length === 3 && first === 'truth' && second === unit && args[2] === unit;
    case 'match': {
      const results = args.slice(1);
      const count = node.cases.length + (node.otherwise ? 1 : 0);
      return first === 'choice' && results.length === count && results.every((result) => result === unit);
    }
    case 'assert':
      return args.length === 2 && first === 'truth' && second === unit;
  }
}

function isAmong(unit: FormulaUnit | undefined, units: Units): boolean {
  return unit !== undefined && units.includes(unit);
}

function misfit({ op, unit }: FormulaNode, args: Units): Bilingual {
  const list = args.join(', ');
  return {
    zh: `单位不合：${op}（${list}）不能得出 ${unit}`,
    en: `units do not fit: ${op} of (${list}) gives no ${unit}`,
  };
}
