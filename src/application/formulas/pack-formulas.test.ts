import { describe, expect, it } from 'vitest';
import { describeFormula } from '#application/formulas/describe-formula';
import { formulaPicture } from '#application/formulas/formula-picture';
import { packFormulas } from '#application/formulas/pack-formulas';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Formula, NodeName } from '#rules/formula/node';
import { loadTestPack } from '#tests/support/load-test-pack';

const PLACES = ['shandong', 'anhui', 'jinhua', 'sichuan', 'jiangxi'];
const name = (id: string, zh = id): NodeName => ({ name: id, label: { zh, en: id } });

/** A share of a bill above a deductible, with an exception and bands. */
function built(): Formula {
  const builder = createFormulaBuilder('bill', () => ({ unit: 'rate', axes: [] }));
  const f = builder.citing({ cite: ['X-1'], readings: ['X-R1'] });
  const cost = f.input('cost', 'fen', name('cost', '费用 <总额>'));
  const deductible = f.exceptions(
    f.constant('fen', '500.00'),
    [{ name: 'poor', when: f.input('poor', 'truth', name('poor', '困难')), then: f.constant('fen', '0.00') }],
    name('deductible', '起付线'),
  );
  const over = f.max(f.subtract(cost, deductible), f.constant('fen', '0.00'), name('over', '起付线以上'));
  const earlier = f.running('over', over, name('earlier', '此前累计'));
  const share = f.marginal(earlier, f.add([earlier, over]), {
    thresholds: [f.constant('fen', '10000.00')],
    rates: [f.value('low', 'rate'), f.value('high', 'rate')],
  });
  builder.output('paid', f.round(share, 'half_up', name('paid', '基金支付')));
  const formula = builder.build();
  if (!formula.allowed) throw new Error(JSON.stringify(formula.refusals));
  return formula.value;
}

describe('a formula in words', () => {
  const steps = describeFormula(built(), {
    valueOf: (value) => ({ label: { zh: value, en: value }, cite: [`${value}-1`] }),
    optionOf: (option) => ({ zh: `${option}者`, en: `a ${option} one` }),
  });
  const step = (id: string) => steps.find((each) => each.id === id);

  it('tells each named step after those that it is reckoned from', () => {
    const seen = new Set<string>();
    for (const { id, inputs } of steps) {
      expect([...inputs].filter((input) => !seen.has(input))).toEqual([]);
      seen.add(id);
    }
    expect(step('paid')?.kind).toBe('output');
    expect(step('cost')?.kind).toBe('input');
  });

  it('tells nameless steps within the one that uses them, with all that they cite', () => {
    expect(step('over')?.prose?.zh).toBe('（「费用 <总额>」 − 「起付线」）与0.00中较大者');
    expect(step('over')?.cite).toEqual(['X-1']);
    expect(step('over')?.inputs).toEqual(['cost', 'deductible']);
  });

  it('tells exceptions, running totals and bands in both languages', () => {
    expect(step('deductible')?.prose?.zh).toBe('一般为500.00；例外：poor者（「困难」）为0.00');
    expect(step('deductible')?.prose?.en).toBe('500.00 in general; except a poor one ([poor]): 0.00');
    expect(step('earlier')?.prose?.en).toBe("the sum of [over] over this person's earlier rows of the year");
    expect(step('paid')?.prose?.zh).toBe(
      '自「此前累计」至（「此前累计」 + 「起付线以上」）分段计算：10000.00以下按「low」，10000.00以上按「high」，四舍五入到分',
    );
  });

  it('gives a value of the pack its own clauses, and tells one that is given out under another name', () => {
    expect(steps.find(({ kind }) => kind === 'value')).toMatchObject({ cite: ['low-1'] });
    const builder = createFormulaBuilder('credit', () => ({ unit: 'fen', axes: [] }));
    const f = builder.citing({ cite: ['X-1'], readings: [] });
    builder.output('toAccount', f.value('credit', 'fen', {}, name('toAccount', '计入个人账户')));
    const built = builder.build();
    if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
    const told = describeFormula(built.value, {
      valueOf: () => ({ label: { zh: '划入标准', en: 'Credit' }, cite: ['X-2'] }),
      optionOf: (option) => ({ zh: option, en: option }),
    });
    expect(told).toMatchObject([{ kind: 'output', prose: { zh: '「划入标准」' }, cite: ['X-2'] }]);
  });

  it.each(PLACES)('writes options in words, never as codes: %s', async (place) => {
    const formulas = packFormulas(await loadTestPack(place));
    if (!formulas.allowed) throw new Error(JSON.stringify(formulas.refusals));
    const proses = formulas.value.flatMap((formula) => formula.steps.flatMap(({ prose }) => prose ?? []));
    expect(proses.length).toBeGreaterThan(0);
    expect(proses.filter(({ zh }) => /[a-z]/.test(zh))).toEqual([]);
    expect(proses.filter(({ en }) => /[a-z]_[a-z]/.test(en))).toEqual([]);
  });

  it('draws every step once and a line for each figure it is reckoned from', () => {
    const picture = formulaPicture(steps, 'zh');
    expect(picture.match(/<rect /g)).toHaveLength(steps.length);
    expect(picture.match(/<path /g)).toHaveLength(steps.flatMap(({ inputs }) => inputs).length);
  });

  it('writes labels as text, never as markup', () => {
    expect(formulaPicture(steps, 'zh')).toContain('费用 &lt;总额&gt;');
    expect(formulaPicture(steps, 'zh')).not.toContain('<总额>');
  });
});
