import { describe, expect, it } from 'vitest';
import { AssertionFailure } from '#kernel/assert';
import { boundsOf } from '#rules/formula/bounds';
import { exceptionCheck } from '#rules/formula/check-exceptions';
import type { Expr, Operators } from '#rules/formula/expression';
import { build, faultsOf, formulaOf, named } from '#tests/support/small-formula';

type Condition = (f: Operators) => Expr<'truth'>;

const cost = (f: Operators): Expr<'fen'> => f.input('cost', 'fen', named('cost'));
const fee = (f: Operators): Expr<'fen'> => f.input('fee', 'fen', named('fee'));
const score = (f: Operators): Expr<'count'> =>
  f.input('score', 'count', named('score'), { atLeast: '2', atMost: '9' });
const born = (f: Operators): Expr<'date'> => f.input('born', 'date', named('born'));
const years = (f: Operators): Expr<'count'> =>
  f.fullYears(born(f), f.input('on', 'date', named('on')), named('years'));
const kind = (f: Operators): Expr<'choice'> => f.input('kind', 'choice', named('kind'), ['p', 'q', 'r']);
const flag: Condition = (f) => f.input('flag', 'truth', named('flag'));
const other: Condition = (f) => f.input('other', 'truth', named('other'));
const yes: Condition = (f) => f.constant('truth', 'true');
const no: Condition = (f) => f.constant('truth', 'false');
const isKind =
  (option: string): Condition =>
  (f) =>
    f.compare(kind(f), 'equals', f.constant('choice', option));
const refusal = { code: 'c', field: 'a', what: { zh: '', en: '' }, next: { zh: '', en: '' } };

/** In which case two exceptions may apply at once; `never` where they may not. */
function clash(one: Condition, two: Condition): string {
  const [fault = ''] = faultsOf((f) =>
    f.exceptions(
      f.constant('fen', '0.00'),
      [
        { name: 'a', when: one(f), then: f.constant('fen', '1.00') },
        { name: 'b', when: two(f), then: f.constant('fen', '2.00') },
      ],
      named('x'),
    ),
  );
  const found = /once \((?:as where )?(.*)\)$/.exec(fault)?.[1];
  return found?.split(', ').sort().join(', ') ?? (fault === '' ? 'never' : fault);
}

describe('a figure lies at what it is compared with, or on one side of it', () => {
  const fen = (text: string) => (f: Operators) => f.constant('fen', text);
  const count = (text: string) => (f: Operators) => f.constant('count', text);
  const is = (comparison: Parameters<Operators['compare']>[1], text: string): Condition => {
    return (f) => f.compare(cost(f), comparison, fen(text)(f));
  };

  it.each<[string, Condition, Condition, string]>([
    ['below one and below another', is('below', '5.00'), is('below', '9.00'), 'cost < 5.00'],
    ['above one and above another', is('above', '5.00'), is('above', '9.00'), 'cost > 9.00'],
    ['between two', is('above', '5.00'), is('below', '9.00'), '5.00 < cost < 9.00'],
    ['at most and at least', is('at_most', '5.00'), is('at_least', '5.00'), 'cost = 5.00'],
    ['below and at least', is('below', '5.00'), is('at_least', '5.00'), 'never'],
    ['at most and above', is('at_most', '5.00'), is('above', '5.00'), 'never'],
    ['equal to one and above it', is('equals', '5.00'), is('above', '5.00'), 'never'],
    ['equal to one and at least as much', is('equals', '5.00'), is('at_least', '5.00'), 'cost = 5.00'],
    ['below one and above a larger', is('below', '5.00'), is('above', '9.00'), 'never'],
    ['equal to two', is('equals', '5.00'), is('equals', '9.00'), 'never'],
    ['below the least that it can be', is('below', '0.00'), flag, 'never'],
    ['the least that it can be', is('at_most', '0.00'), yes, 'cost = 0.00'],
    ['above the most that it can be', is('above', '10000000.00'), flag, 'never'],
    ['the most that it can be', is('at_least', '10000000.00'), yes, 'cost = 10,000,000.00'],
    ['one fen between two', is('above', '5.00'), is('below', '5.02'), '5.00 < cost < 5.02'],
    ['no fen between two', is('above', '5.00'), is('below', '5.01'), 'never'],
    [
      'a constant that stands first',
      (f) => f.compare(fen('5.00')(f), 'below', cost(f)),
      is('below', '9.00'),
      '5.00 < cost < 9.00',
    ],
    [
      'a constant that stands first, and none that is more',
      (f) => f.compare(fen('5.00')(f), 'above', cost(f)),
      is('above', '5.00'),
      'never',
    ],
    [
      'a score may lie between whole numbers',
      (f) => f.compare(score(f), 'above', count('7')(f)),
      (f) => f.compare(score(f), 'below', count('8')(f)),
      '7 < score < 8',
    ],
    [
      'full years may not',
      (f) => f.compare(years(f), 'above', count('7')(f)),
      (f) => f.compare(years(f), 'below', count('8')(f)),
      'never',
    ],
    [
      'though seven lies between halves',
      (f) => f.compare(years(f), 'above', count('6.5')(f)),
      (f) => f.compare(years(f), 'below', count('7.5')(f)),
      '6.5 < years < 7.5',
    ],
    [
      'and none within one year',
      (f) => f.compare(years(f), 'above', count('7.1')(f)),
      (f) => f.compare(years(f), 'below', count('7.9')(f)),
      'never',
    ],
    ['less than the least', (f) => f.compare(score(f), 'equals', count('1')(f)), flag, 'never'],
    ['more than the most', (f) => f.compare(score(f), 'equals', count('10')(f)), flag, 'never'],
    ['the most itself', (f) => f.compare(score(f), 'equals', count('9')(f)), yes, 'score = 9'],
    [
      'nor be half a year',
      (f) => f.compare(years(f), 'equals', count('7.5')(f)),
      (f) => f.compare(years(f), 'at_least', count('7.5')(f)),
      'never',
    ],
    [
      'a day before the next',
      (f) => f.compare(born(f), 'above', f.constant('date', '2024-02-28')),
      (f) => f.compare(born(f), 'below', f.constant('date', '2024-02-29')),
      'never',
    ],
  ])('%s', (_, one, two, expected) => {
    expect(clash(one, two)).toBe(expected);
  });
});

describe('two figures are one below, at or above the other', () => {
  const is = (comparison: Parameters<Operators['compare']>[1]): Condition => {
    return (f) => f.compare(cost(f), comparison, fee(f));
  };
  const turned = (comparison: Parameters<Operators['compare']>[1]): Condition => {
    return (f) => f.compare(fee(f), comparison, cost(f));
  };
  const dearer = (f: Operators): Expr<'fen'> => f.max(cost(f), fee(f), named('dearer'));
  const cheaper = (f: Operators): Expr<'fen'> => f.min(cost(f), fee(f), named('cheaper'));

  it.each<[string, Condition, Condition, string]>([
    ['below and at most', is('below'), is('at_most'), 'cost < fee'],
    ['at most and at least', is('at_most'), is('at_least'), 'cost = fee'],
    ['above and at least', is('above'), is('at_least'), 'cost > fee'],
    ['below and above', is('below'), is('above'), 'never'],
    ['below, and the other not above', is('below'), turned('at_most'), 'never'],
    ['below, and the other above', is('below'), turned('above'), 'cost < fee'],
    ['equal, and the other equal', is('equals'), turned('equals'), 'cost = fee'],
    ['a figure below itself', (f) => f.compare(cost(f), 'below', cost(f)), yes, 'never'],
    ['a figure at most itself', (f) => f.compare(cost(f), 'at_most', cost(f)), yes, 'cost = cost'],
    ['what is proved never to be above', (f) => f.compare(cheaper(f), 'above', cost(f)), yes, 'never'],
    ['the same, said of the other', (f) => f.compare(cost(f), 'below', cheaper(f)), yes, 'never'],
    ['what is proved never to be below', (f) => f.compare(cost(f), 'above', dearer(f)), yes, 'never'],
    [
      'what is proved may be equal on this side too',
      (f) => f.compare(cost(f), 'at_least', dearer(f)),
      yes,
      'cost = dearer',
    ],
    ['what is proved may be equal', (f) => f.compare(cheaper(f), 'at_least', cost(f)), yes, 'cost = cheaper'],
  ])('%s', (_, one, two, expected) => {
    expect(clash(one, two)).toBe(expected);
  });

  it('what two pairs say of a third is not seen, so that a clash is feared that no row could bring about', () => {
    const third = (f: Operators): Expr<'fen'> => f.input('third', 'fen', named('third'));
    const both: Condition = (f) =>
      f.and([f.compare(cost(f), 'below', fee(f)), f.compare(fee(f), 'below', third(f))]);
    expect(clash(both, (f) => f.compare(cost(f), 'above', third(f)))).toBe(
      'cost < fee, cost > third, fee < third',
    );
  });
});

describe('choices and truths are tried in every combination', () => {
  const open = (f: Operators): Expr<'choice'> => f.input('open', 'choice', named('open'));
  const isOpen =
    (option: string): Condition =>
    (f) =>
      f.compare(open(f), 'equals', f.constant('choice', option));
  const matched: Condition = (f) => f.match(kind(f), { p: flag(f), q: no(f) }, yes(f));

  it.each<[string, Condition, Condition, string]>([
    ['one choice twice', isKind('q'), isKind('q'), 'the kind = q'],
    ['two choices', isKind('q'), isKind('r'), 'never'],
    ['a choice and what it is not', isKind('q'), (f) => f.not(isKind('q')(f)), 'never'],
    ['any but two', (f) => f.not(isKind('p')(f)), (f) => f.not(isKind('q')(f)), 'the kind = r'],
    ['a truth', flag, flag, 'the flag: yes'],
    ['what is not', (f) => f.not(flag(f)), (f) => f.not(flag(f)), 'the flag: no'],
    [
      'two truths alike',
      (f) => f.compare(flag(f), 'equals', other(f)),
      (f) => f.not(other(f)),
      'the flag: no, the other: no',
    ],
    ['constants', yes, yes, 'they always do'],
    ['what never holds', yes, no, 'never'],
    ['both of two', (f) => f.and([flag(f), other(f)]), (f) => f.not(other(f)), 'never'],
    [
      'either of two',
      (f) => f.or([flag(f), other(f)]),
      (f) => f.not(other(f)),
      'the flag: yes, the other: no',
    ],
    ['neither of two', (f) => f.or([flag(f), no(f)]), (f) => f.not(flag(f)), 'never'],
    [
      'a condition on a condition',
      (f) => f.if(flag(f), isKind('p')(f), isKind('q')(f)),
      isKind('q'),
      'the flag: no, the kind = q',
    ],
    [
      'its first result',
      (f) => f.if(flag(f), isKind('p')(f), isKind('q')(f)),
      (f) => f.and([flag(f), isKind('q')(f)]),
      'never',
    ],
    ['a case of a match', matched, isKind('p'), 'the flag: yes, the kind = p'],
    ['a case that gives no', matched, isKind('q'), 'never'],
    ['the rest of a match', matched, isKind('r'), 'the flag: yes, the kind = r'],
    ['what an assertion refuses', (f) => f.assert(flag(f), yes(f), refusal), (f) => f.not(flag(f)), 'never'],
    [
      'what an assertion passes on',
      (f) => f.assert(flag(f), isKind('q')(f), refusal),
      flag,
      'the flag: yes, the kind = q',
    ],
    [
      'what no row comes to is not joined either',
      (f) => f.or([f.assert(flag(f), yes(f), refusal), other(f)]),
      (f) => f.not(flag(f)),
      'never',
    ],
    ['nor turned', (f) => f.not(f.assert(flag(f), no(f), refusal)), (f) => f.not(flag(f)), 'never'],
    [
      'nor is a choice that no row comes to equal to another such',
      (f) => f.compare(f.assert(flag(f), kind(f), refusal), 'equals', f.assert(flag(f), kind(f), refusal)),
      (f) => f.not(flag(f)),
      'never',
    ],
    [
      'nor equal to one that a row comes to',
      (f) => f.not(f.compare(f.assert(flag(f), kind(f), refusal), 'equals', kind(f))),
      (f) => f.not(flag(f)),
      'never',
    ],
    [
      'nor does it decide',
      (f) => f.if(f.assert(flag(f), yes(f), refusal), no(f), yes(f)),
      (f) => f.not(flag(f)),
      'never',
    ],
    [
      'nor is it the rest of a match',
      (f) => f.match(f.assert(flag(f), kind(f), refusal), { p: yes(f) }, yes(f)),
      (f) => f.not(flag(f)),
      'never',
    ],
    ['a choice of any kind, by a name', isOpen('z'), isOpen('z'), 'the open = z'],
    [
      'a choice of any kind, by none',
      (f) => f.not(isOpen('z')(f)),
      (f) => f.not(isOpen('z')(f)),
      'the open = other',
    ],
    ['two choices of any kind', isOpen('z'), isOpen('y'), 'never'],
  ])('%s', (_, one, two, expected) => {
    expect(clash(one, two)).toBe(expected);
  });

  it('one field that is read with other options can be any of both', () => {
    const wider: Condition = (f) =>
      f.compare(f.input('kind', 'choice', named('wider'), ['r', 's']), 'equals', f.constant('choice', 's'));
    expect(clash(wider, wider)).toBe('the wider = s');
    expect(clash(wider, (f) => f.not(isKind('p')(f)))).toMatch(/ = s$/);
    expect(clash(wider, isKind('r'))).toBe('never');
  });

  it('exceptions within a condition: the one that applies, else the base', () => {
    const nested: Condition = (f) =>
      f.exceptions(flag(f), [
        { name: 'c', when: isKind('p')(f), then: no(f) },
        { name: 'd', when: isKind('q')(f), then: yes(f) },
      ]);
    expect(clash(nested, isKind('p'))).toBe('never');
    expect(clash(nested, isKind('q'))).toBe('the flag: yes, the kind = q');
    expect(clash(nested, (f) => f.and([isKind('q')(f), f.not(flag(f))]))).toBe('the flag: no, the kind = q');
    expect(clash(nested, (f) => f.and([isKind('r')(f), f.not(flag(f))]))).toBe('never');
  });

  it('the case is told in Chinese too', () => {
    const built = build((f) =>
      f.exceptions(
        f.constant('fen', '0.00'),
        [
          { name: 'a', when: isKind('p')(f), then: f.constant('fen', '1.00') },
          { name: 'b', when: flag(f), then: f.constant('fen', '2.00') },
        ],
        named('x'),
      ),
    );
    expect(built).toMatchObject({
      refusals: [{ what: { zh: '例外 a 与 b 可能同时适用（例如 【flag】：是，【kind】 = p）' } }],
    });
  });

  it('to ask it of what has no exceptions is a defect', () => {
    const sum = formulaOf((f) => f.add([cost(f), fee(f)], named('x')));
    const faultsAt = exceptionCheck(sum, boundsOf(sum));
    expect(() => faultsAt(2)).toThrow(AssertionFailure);
    expect(() => faultsAt(9)).toThrow(AssertionFailure);
  });

  it('each pair of three is told', () => {
    const faults = faultsOf((f) =>
      f.exceptions(
        f.constant('fen', '0.00'),
        [
          { name: 'a', when: isKind('p')(f), then: f.constant('fen', '1.00') },
          { name: 'b', when: flag(f), then: f.constant('fen', '2.00') },
          { name: 'c', when: isKind('p')(f), then: f.constant('fen', '3.00') },
        ],
        named('x'),
      ),
    );
    expect(faults.map((fault) => /exceptions (.*) may/.exec(fault)?.[1])).toEqual([
      'a and b',
      'a and c',
      'b and c',
    ]);
  });

  it('a hundred thousand cases are looked through, more are not', () => {
    const flags =
      (many: number): Condition =>
      (f) => {
        const [first = yes(f), second = yes(f), ...others] = Array.from({ length: many }, (_, at) =>
          f.input(`flag${at}`, 'truth', named(`flag${at}`)),
        );
        return f.and([first, second, ...others]);
      };
    expect(clash(flags(8), no)).toBe('never');
    expect(clash(flags(17), no)).toBe('has too many cases to tell whether they can');
  });
});
