import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';

import {
  allow,
  allowUnless,
  collect,
  refusalLine,
  refuse,
  type Decision,
  type Refusal,
} from '#kernel/decision';

const refusal: Refusal = {
  code: 'year_before_rule',
  at: 'year',
  clause: 'JX-2024-1-1',
  what: { zh: '2023 年办法尚未施行', en: 'the rule was not in force in 2023' },
  next: { zh: '请选 2024 年或以后', en: 'choose 2024 or later' },
};
const other: Refusal = { ...refusal, code: 'unknown_pool', at: 'pools[3].id' };
const anyRefusals = fc.array(
  fc.string().map((code) => ({ ...refusal, code })),
  { maxLength: 5 },
);

describe('allow and refuse', () => {
  it('what is allowed carries its value', () => {
    expect(allow(85)).toEqual({ allowed: true, value: 85 });
  });

  it('what is refused carries every refusal in order, and at least one', () => {
    expect(refuse(refusal, other)).toEqual({ allowed: false, refusals: [refusal, other] });
    expectTypeOf<Parameters<typeof refuse>>().toEqualTypeOf<[Refusal, ...(readonly Refusal[])]>();
  });

  it('the value can be reached only after asking whether it is allowed', () => {
    expectTypeOf<Decision<number>>().not.toHaveProperty('value');
    expectTypeOf<Decision<never>>().toExtend<Decision<number>>();
  });
});

describe('allowUnless', () => {
  it('something is allowed exactly when nothing was collected against it', () => {
    fc.assert(
      fc.property(anyRefusals, (refusals) => {
        const decision = allowUnless(refusals, () => 'value');
        expect(decision).toEqual(
          refusals.length === 0 ? { allowed: true, value: 'value' } : { allowed: false, refusals },
        );
      }),
    );
  });

  it('the value of what is refused is never reckoned', () => {
    const neverAsked = (): never => {
      throw new Error('asked for the value of what is refused');
    };
    expect(allowUnless([refusal], neverAsked).allowed).toBe(false);
  });
});

describe('collect', () => {
  it('the value of an allowed decision is given and nothing is collected', () => {
    const refusals: Refusal[] = [];
    expect(collect(allow('value'), refusals)).toBe('value');
    expect(refusals).toEqual([]);
  });

  it('refusals of several decisions are kept in the order in which they came', () => {
    const refusals: Refusal[] = [];
    const decisions: Decision<number>[] = [refuse(refusal), allow(1), refuse(other, refusal)];
    expect(decisions.map((decision) => collect(decision, refusals))).toEqual([undefined, 1, undefined]);
    expect(refusals).toEqual([refusal, other, refusal]);
  });
});

describe('refusalLine', () => {
  it('one line says code, place, clause, what is wrong and what to do, in Chinese and English', () => {
    expect(refusalLine(refusal)).toBe(
      'year_before_rule year [JX-2024-1-1]: 2023 年办法尚未施行；请选 2024 年或以后' +
        ' | the rule was not in force in 2023; choose 2024 or later',
    );
  });

  it('a refusal of the whole input, without a clause, leaves place and clause out', () => {
    const { code, what, next } = refusal;
    expect(refusalLine({ code, at: '', what, next })).toBe(
      'year_before_rule: 2023 年办法尚未施行；请选 2024 年或以后' +
        ' | the rule was not in force in 2023; choose 2024 or later',
    );
  });

  it('a line break or an escape sequence in a quoted text does not act: the problem stays one line', () => {
    const { code, what, next } = refusal;
    const line = refusalLine({ code, at: 'pools\n[0]\u001b[31m', what, next });
    expect(line.split('\n')).toHaveLength(1);
    expect(line).toContain('pools [0] [31m');
  });
});
