import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import { chosenFormula, formulaKey } from '#rules/formula/chosen-formula';
import { fillFormula, type FillingPlace, type RawFilling } from '#rules/formula/fill-formula';
import { formulaJson } from '#rules/formula/formula-json';
import type { Formula } from '#rules/formula/node';
import type { KeyOf, PackFormula } from '#rules/formula/pack-formula';
import { findAxis } from '#rules/pack/pack';
import { inventedPack } from '#tests/support/invented-pack';
import { named } from '#tests/support/small-formula';

const pack = inventedPack();
const place: FillingPlace = {
  pack: { ...pack, locate: (section, path) => [section, ...path].join('.') },
  section: 'benefit',
  path: ['kinds', 'worker'],
};

/** A share of the cost; the first tier's ratio, and a further share where the place has one. */
const share: PackFormula = {
  name: 'share',
  takes: { ratio: { unit: 'rate' }, further: { unit: 'rate', optional: true } },
  build: ({ operators: f, has, value, members, output, neverAbove }) => {
    const cost = f.input('cost', 'fen', named('cost'));
    const ratio = value('ratio', 'rate', { name: named('ratio'), cell: { hospital_tier: 'first' } });
    const rate = has('further') ? f.min(ratio, value('further', 'rate')) : ratio;
    const paid = f.round(f.timesRate(cost, rate), 'down', named('paid'));
    output(`paid of ${members('ratio', 'scheme').join(' and ')}${members('ratio', 'none').join('')}`, paid);
    neverAbove(paid, cost);
  },
};
const registry = new Map([[share.name, share]]);

const keyOf: KeyOf = (f, axis, members) => {
  expect(members).toEqual(present(findAxis(pack, axis), `the axis ${axis}`));
  return axis === 'scheme' ? f.input(axis, 'choice', named(axis), members) : undefined;
};

const filled = (raw: Partial<RawFilling>): Decision<Formula> =>
  fillFormula(
    place,
    { formula: 'share', with: { ratio: 'inpatient_ratio' }, cite: ['YH-1'], ...raw },
    registry,
    keyOf,
  );

function refused(raw: Partial<RawFilling>): readonly string[] {
  const built = filled(raw);
  return built.allowed ? [] : built.refusals.map(({ code, at, what }) => `${code} ${at}: ${what.en}`);
}

describe('a formula that a pack fills', () => {
  it('reads its values in the cells that it chooses itself, and by facts on the other axes', () => {
    const built = filled({ readings: ['R-1'] });
    if (!built.allowed) expect.fail(JSON.stringify(built.refusals));
    const { id, nodes, outputs, claims } = built.value;
    expect(id).toBe('worker:share');
    const ratio = nodes.findIndex(({ name }) => name === 'ratio');
    expect(nodes[ratio]).toMatchObject({
      op: 'lookup',
      value: 'inpatient_ratio',
      axes: ['scheme', 'hospital_tier'],
    });
    expect(nodes[ratio]?.args.map((arg) => nodes[arg])).toMatchObject([
      { op: 'input', field: 'scheme', options: ['employee', 'resident'] },
      { op: 'constant', text: 'first' },
    ]);
    const paid = nodes.findIndex(({ name }) => name === 'paid');
    expect(nodes[paid]).toMatchObject({ cite: ['YH-1'], readings: ['R-1'] });
    expect(outputs).toEqual({ 'paid of employee and resident': paid });
    const cost = nodes.findIndex(({ name }) => name === 'cost');
    expect(claims).toEqual([
      { claim: 'not_negative', node: paid },
      { claim: 'at_most', node: paid, bound: cost },
    ]);
  });

  it('follows no reading where none is named', () => {
    const built = filled({});
    expect(built.allowed && built.value.nodes.find(({ name }) => name === 'paid')?.readings).toEqual([]);
  });

  it('takes what it can do without, where the place has it', () => {
    const built = filled({ with: { ratio: 'inpatient_ratio', further: 'care_share' } });
    expect(built.allowed && built.value.nodes.some(({ op }) => op === 'min')).toBe(true);
  });

  it.each<[string, Partial<RawFilling>, readonly string[]]>([
    [
      'that there is not',
      { formula: 'whole' },
      ['bad_formula benefit.kinds.worker whole: there is no formula whole (known: share)'],
    ],
    [
      'by a clause and a reading that there are not',
      { cite: ['YH-1', 'YH-99'], readings: ['R-1', 'R-99'] },
      [
        'unknown_reference benefit.kinds.worker.cite YH-99: YH-99 is not known',
        'unknown_reference benefit.kinds.worker.readings R-99: R-99 is not known',
      ],
    ],
    ['without what it needs', { with: {} }, ['bad_formula benefit.kinds.worker ratio: share needs ratio']],
    [
      'with a value that the pack does not have',
      { with: { ratio: 'none' } },
      ['bad_formula benefit.kinds.worker ratio: there is no value none'],
    ],
    [
      'with what it does not take',
      { with: { ratio: 'inpatient_ratio', constructor: 'care_share' } },
      ['bad_formula benefit.kinds.worker constructor: share takes no constructor'],
    ],
    [
      'with a band, which has no single figure',
      { with: { ratio: 'target_months_band' } },
      [
        'bad_formula benefit.kinds.worker worker:share/ratio: there is no value target_months_band with a single figure',
      ],
    ],
    [
      'with a value of another unit',
      { with: { ratio: 'care_share', further: 'target_months' } },
      [
        'bad_formula benefit.kinds.worker worker:share/lookup#3: target_months is of unit count, the formula takes rate',
      ],
    ],
    [
      'with a table of which no fact chooses the cell',
      { with: { ratio: 'deductible' } },
      [
        'bad_formula benefit.kinds.worker worker:share/ratio: deductible is of unit fen, the formula takes rate',
        'bad_formula benefit.kinds.worker worker:share/ratio: deductible is a table by pool; the formula gives no key',
      ],
    ],
  ])('is refused %s, with its place in the pack', (_, raw, expected) => {
    expect(refused(raw)).toEqual(expected);
  });
});

it('in a pack that was read back from its artefact a fault stands at the formula’s own place', () => {
  const stored = { ...place, pack: { ...place.pack, locate: () => '' } };
  const raw = { formula: 'share', with: { ratio: 'care_share', further: 'target_months' }, cite: ['YH-1'] };
  expect(fillFormula(stored, raw, registry, keyOf)).toMatchObject({
    refusals: [{ at: 'worker:share/lookup#3' }],
  });
});

it('who fills a formula wrongly is told where its arguments stand', () => {
  expect(filled({ with: {} })).toMatchObject({
    refusals: [
      {
        next: {
          zh: '公式及参数见 docs/reference/pack-format.md',
          en: 'see docs/reference/pack-format.md for the formulas and their arguments',
        },
      },
    ],
  });
});

describe('the formula that a pack chooses', () => {
  const raw: RawFilling = { formula: 'share', with: { ratio: 'inpatient_ratio' }, cite: ['YH-1'] };

  it('is the graph that the pack was hashed with, whatever the registry says today', () => {
    const built = filled({});
    if (!built.allowed) expect.fail(JSON.stringify(built.refusals));
    const formulas = new Map([[formulaKey('benefit', 'worker'), formulaJson(built.value)]]);
    const stored = { ...place, pack: { ...place.pack, formulas } };
    expect(chosenFormula(stored, { ...raw, formula: 'whole' }, new Map(), keyOf)).toEqual(built);
  });

  it('is built where the pack has no graphs yet, or has them for other kinds only', () => {
    expect(chosenFormula(place, raw, registry, keyOf)).toEqual(filled({}));
    const formulas = new Map([[formulaKey('benefit', 'retiree'), 'the graph of another kind']]);
    const other = { ...place, pack: { ...place.pack, formulas } };
    expect(chosenFormula(other, raw, registry, keyOf)).toEqual(filled({}));
  });
});
