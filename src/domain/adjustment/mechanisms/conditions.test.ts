import { describe, expect, it } from 'vitest';
import { ATTESTED_CONDITIONS } from '#domain/adjustment/facts';
import { inventedPackFiles, replaceOnce } from '#tests/support/invented-pack';
import {
  adjustInvented,
  ALL_MET,
  city,
  inventedRequest,
  paidIn,
  requestOf,
} from '#tests/support/invented-request';

/** A pool that needs money, is owed a return, applied for more and would share in the incentive. */
const needy = {
  collections: '1000.00',
  revenue: '1200.00',
  expenditure: '1200.00',
  openingBalance: '100.00',
  emergency: '7.00',
} as const;
const recoveries = [{ placeOfCare: 'east', placeOfInsurance: 'east', amount: '10.00' }];
const fund = { openingBalance: '1000.00', interest: '0.00', otherIncome: '0.00' };

describe('conditions of allocation', () => {
  it.each(ATTESTED_CONDITIONS)('JX-R4: a pool that fails %s is paid in no form', (condition) => {
    const conditions = { ...ALL_MET, [condition]: false };
    const result = adjustInvented(requestOf([city('east', { ...needy, conditions })], { fund, recoveries }));
    expect(result.refusals).toEqual([{ pool: 'east', condition, cite: ['YH-3'] }]);
    expect(result.allocations).toEqual([]);
  });

  it('JX-R4: the same pool with every condition met is paid in every form but the incentive', () => {
    const result = adjustInvented(requestOf([city('east', needy)], { fund, recoveries }));
    expect(result.refusals).toEqual([]);
    // 30% and 50% of 10; 600 − (100 − 50); 7 as applied for
    expect(result.allocations.map((row) => `${row.stage} ${row.amount.fen}`)).toEqual([
      'recovery_return 800',
      'normal 55000',
      'emergency 700',
    ]);
  });

  it('every condition that fails is listed, in the order of the pack', () => {
    const conditions = { ...ALL_MET, subsidyPaid: false, levyPaid: false };
    const result = adjustInvented(
      requestOf([city('east', { ...needy, conditions, openingBalance: '0.00' })]),
    );
    expect(result.refusals.map((row) => row.condition)).toEqual([
      'deficitCovered',
      'levyPaid',
      'subsidyPaid',
    ]);
  });

  it('JX-R4: a gated pool leaves the key of the incentive; its part goes to the others', () => {
    const { pools } = inventedRequest();
    const gated = pools.map((pool) =>
      pool.id === 'west' ? { ...pool, conditions: { ...ALL_MET, budgetMet: false } } : pool,
    );
    // Inflow 300 − normal 50 = 250; 40% of it is 100, all to north
    expect(paidIn(adjustInvented(requestOf(gated)), 'incentive')).toEqual({ north: '100.00' });
  });

  it('a condition that the pack does not name gates nothing', () => {
    const overrides = {
      'adjustment.yaml': replaceOnce(
        'conditions: [levyPaid, breachesCorrected, budgetMet, enrolmentMet, subsidyPaid]',
        'conditions: [levyPaid]',
      ),
    };
    const conditions = { ...ALL_MET, budgetMet: false };
    expect(adjustInvented(requestOf([city('east', { ...needy, conditions })]), overrides).refusals).toEqual(
      [],
    );
  });

  it('JX-R8: a refused application gates nothing, even where the pack checks conditions after it', () => {
    const steps = (inventedPackFiles().get('adjustment.yaml') ?? '').split(/(?=^ {4}- mechanism: )/m);
    const reordered = [
      ...steps.filter((step) => !step.includes('mechanism: conditions')),
      ...steps.filter((step) => step.includes('mechanism: conditions')),
    ];
    const pools = [city('east', { ...needy, emergencyCause: 'other' })];
    const result = adjustInvented(requestOf(pools), { 'adjustment.yaml': reordered.join('') });
    expect(result.refusals).toEqual([{ pool: 'east', condition: 'emergencyCause', cite: ['YH-6'] }]);
    expect(result.nodes.find((node) => node.id === 'gate/east')?.value).toEqual({
      kind: 'truth',
      holds: true,
    });
  });

  it('the gate is explained by each condition and by the balance', () => {
    const conditions = { ...ALL_MET, budgetMet: false };
    const { nodes } = adjustInvented(requestOf([city('east', { ...needy, conditions })]));
    expect(nodes.find((node) => node.id === 'gate/east')).toMatchObject({
      value: { kind: 'truth', holds: false },
      formula: { en: 'not met: budget met' },
      inputs: [...ATTESTED_CONDITIONS.map((name) => `condition/${name}/east`), 'balance-after-cover/east'],
    });
  });
});
