import type { Bilingual } from '#kernel/bilingual';
import { assert, present } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import { conditionCases, holdsIn, type ConditionCase } from '#rules/formula/condition-cases';
import { formulaFault } from '#rules/formula/formula-fault';
import type { Bounds } from '#rules/formula/intervals';
import { conditionsOf, placeOf, type Formula, type OfOperator } from '#rules/formula/node';

/** Cases of two conditions that are looked through; more are refused as undecidable. */
const MOST_CASES = 100_000;

/**
 * Exceptions of one base of which two can apply at once, with a case in which they do. Facts and values that are
 * choices or truths are tried in every combination; figures by what they are compared with. What one comparison
 * says of another figure is not seen, so that a pair may be refused that no row could bring about. Two conditions
 * are looked through once, however many nodes they except from.
 */
export function exceptionCheck(formula: Formula, bounds: Bounds): (index: number) => readonly Refusal[] {
  const known = new Map<string, Bilingual | undefined>();
  const clashOf = (one: number, other: number): Bilingual | undefined => {
    const key = `${one} ${other}`;
    // Stryker disable next-line ConditionalExpression: it saves looking again, and would find the same
    if (!known.has(key)) known.set(key, clash(formula, bounds, one, other));
    return known.get(key);
  };
  return (index) => {
    const node = present(formula.nodes[index], `node ${index}`);
    assert(node.op === 'exceptions', `${node.op} has exceptions`);
    const conditions = conditionsOf(node);
    return conditions.flatMap((one, at) =>
      conditions.slice(at + 1).flatMap((other, later) => {
        const what = clashOf(one, other);
        if (what === undefined) return [];
        return [formulaFault(placeOf(formula, index), named(node, at, at + 1 + later, what))];
      }),
    );
  };
}

function clash(formula: Formula, bounds: Bounds, one: number, other: number): Bilingual | undefined {
  const cases = conditionCases(formula, bounds, [one, other], MOST_CASES);
  if (cases === undefined) {
    return { zh: '情形过多，不能判定是否互斥', en: 'has too many cases to tell whether they can' };
  }
  for (const each of cases) {
    if (holdsIn(formula, one, each) === true && holdsIn(formula, other, each) === true) {
      return witness(each);
    }
  }
  return undefined;
}

function witness(each: ConditionCase): Bilingual {
  const texts = [...each.values()].map(({ text }) => text);
  if (texts.length === 0) return { zh: '总是如此', en: 'they always do' };
  return {
    zh: `例如 ${texts.map(({ zh }) => zh).join('，')}`,
    en: `as where ${texts.map(({ en }) => en).join(', ')}`,
  };
}

function named(node: OfOperator<'exceptions'>, one: number, other: number, what: Bilingual): Bilingual {
  const [a = '', b = ''] = [node.exceptions[one], node.exceptions[other]];
  return {
    zh: `例外 ${a} 与 ${b} 可能同时适用（${what.zh}）`,
    en: `the exceptions ${a} and ${b} may apply at once (${what.en})`,
  };
}
