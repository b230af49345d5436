import { describe, expect, it } from 'vitest';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { AdjustmentRequest } from '#application/adjustment/request';
import { checkCases } from '#application/packs/check-cases';
import { allow, refuse } from '#kernel/decision';
import type { WorkedCase } from '#rules/pack/raw-pack';
import { inventedPack, replaceOnce } from '#tests/support/invented-pack';

const pack = inventedPack();

/** What is said when the one case of a pack expects something and the command gives something. */
function faults(expected: WorkedCase['expect'], output: unknown): readonly string[] {
  const [one] = pack.cases;
  if (one === undefined) throw new Error('the invented pack has a case');
  const [outcome] = checkCases({ ...pack, cases: [{ ...one, expect: expected }] }, () => allow(output));
  return outcome?.faults ?? ['no outcome'];
}

describe('a worked case holds when all that it expects is in the output', () => {
  it('YH-5: the case of the invented pack holds', () => {
    const outcomes = checkCases(pack, (input) =>
      proposeAdjustment(pack, input as unknown as AdjustmentRequest),
    );
    expect(outcomes).toEqual([{ id: 'east-is-topped-up', faults: [] }]);
  });

  it('YH-5: a case that expects another amount is told with place, wish and finding', () => {
    const wrong = inventedPack({
      'cases/first-year.yaml': replaceOnce("amount: '50.00'", "amount: '51.00'"),
    });
    const outcomes = checkCases(wrong, (input) =>
      proposeAdjustment(wrong, input as unknown as AdjustmentRequest),
    );
    expect(outcomes).toEqual([
      {
        id: 'east-is-topped-up',
        faults: ['allocations[normal east].amount: expected "51.00", found "50.00"'],
      },
    ]);
  });

  it('the command and the input of the case are what is run', () => {
    const seen: unknown[] = [];
    checkCases(pack, (input, command) => {
      seen.push([input['year'], command]);
      return allow({});
    });
    expect(seen).toEqual([[2024, 'adjust']]);
  });

  it('a refused input is a fault of the case, told by its refusals', () => {
    const text = { zh: '无', en: 'none' };
    const refusal = { code: 'bad_year', at: 'year', what: text, next: text };
    expect(checkCases(pack, () => refuse(refusal))).toEqual([
      { id: 'east-is-topped-up', faults: ['bad_year year: 无；无 | none; none'] },
    ]);
  });

  it('members that the case does not expect are not looked at', () => {
    expect(
      faults({ fund: { inflow: '1.00' } }, { fund: { inflow: '1.00', outflow: '9.00' }, year: 1 }),
    ).toEqual([]);
  });

  it.each<[string, unknown, unknown, string]>([
    ['another text', '1.00', '1.0', 'x: expected "1.00", found "1.0"'],
    ['a number for a text', '1', 1, 'x: expected "1", found 1'],
    ['null for a text', '9.00', null, 'x: expected "9.00", found null'],
    ['a missing member', null, undefined, 'x: expected null, found nothing'],
    ['a text for a list', [], 'none', 'x: expected [], found "none"'],
    ['a list for a group', { a: '1' }, ['1'], 'x: expected {"a":"1"}, found ["1"]'],
  ])('%s is a difference', (_, expected, actual, told) => {
    expect(faults({ x: expected }, actual === undefined ? {} : { x: actual })).toEqual([told]);
  });
});

describe('lists are compared as whole sets', () => {
  const east = { pool: 'east', stage: 'normal', amount: '1.00', cite: ['YH-5'] };
  const west = { pool: 'west', stage: 'normal', amount: '2.00', cite: ['YH-5'] };
  const plain = ({ pool, stage, amount }: typeof east): object => ({ pool, stage, amount });

  it('rows match by what identifies them, in any order, without clauses unless these are given', () => {
    expect(faults({ allocations: [plain(west), plain(east)] }, { allocations: [east, west] })).toEqual([]);
  });

  it('clauses that are given must be the ones cited, in any order', () => {
    const cited = (cite: readonly string[]): readonly string[] =>
      faults({ allocations: [{ ...east, cite }] }, { allocations: [{ ...east, cite: ['YH-5', 'YH-6'] }] });
    expect(cited(['YH-6', 'YH-5'])).toEqual([]);
    expect(cited(['YH-5'])).toEqual([
      'allocations[normal east].cite: expected ["YH-5"], found ["YH-5","YH-6"]',
    ]);
  });

  it('a row too many and a row too few are both told', () => {
    expect(faults({ allocations: [plain(east)] }, { allocations: [west] })).toEqual([
      'allocations[normal east]: expected {"pool":"east","stage":"normal","amount":"1.00"}, found nothing',
      `allocations[normal west]: not expected, found ${JSON.stringify(west)}`,
    ]);
  });

  it('an empty list expects an empty list', () => {
    expect(faults({ refusals: [] }, { refusals: [] })).toEqual([]);
    const refusal = { pool: 'east', condition: 'levyPaid' };
    expect(faults({ refusals: [] }, { refusals: [refusal] })).toEqual([
      `refusals[east levyPaid]: not expected, found ${JSON.stringify(refusal)}`,
    ]);
  });

  it('the same pool twice in one stage is not the same as once', () => {
    expect(faults({ allocations: [plain(east)] }, { allocations: [east, east] })).toHaveLength(1);
  });

  it('bearer, condition and id identify rows too', () => {
    const rows = {
      burdens: [
        { pool: 'a', bearer: 'city', amount: '1.00' },
        { pool: 'a', bearer: 'bonds', amount: '2.00' },
      ],
      pools: [
        { id: 'b', levy: '1.00' },
        { id: 'a', levy: '2.00' },
      ],
    };
    const turned = { burdens: rows.burdens.toReversed(), pools: rows.pools.toReversed() };
    expect(faults(rows, turned)).toEqual([]);
  });

  it.each(['allocations', 'burdens'])('rows of nothing may be left out of %s', (list) => {
    const nothing = { ...east, bearer: 'city', amount: '0.00' };
    expect(faults({ [list]: [nothing] }, { [list]: [] })).toEqual([]);
    expect(faults({ [list]: [] }, { [list]: [nothing] })).toEqual([]);
  });

  it('levies of nothing are rows like any other', () => {
    expect(faults({ levies: [{ pool: 'east', amount: '0.00' }] }, { levies: [] })).toHaveLength(1);
  });
});
