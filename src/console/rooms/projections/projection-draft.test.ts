import { describe, expect, it } from 'vitest';
import { withExamplePopulation } from '#console/rooms/projections/example-population.ts';
import {
  askedOf,
  newDraft,
  withInput,
  type ProjectionDraft,
} from '#console/rooms/projections/projection-draft.ts';

const input = withExamplePopulation({
  year: 2026,
  scheme: 'employee',
  fund: { openingBalance: '0.00', interest: '0.00', otherIncome: '0.00' },
  pools: [{ id: 'east', insured: 1000 }],
});
const filled: ProjectionDraft = { ...withInput(newDraft('inv'), input), name: '基准' };

function withCost(
  changes: Partial<NonNullable<ProjectionDraft['schemes']['employee']>['cost']>,
): ProjectionDraft {
  const { employee } = filled.schemes;
  if (employee === undefined) throw new Error('the example has employees');
  return {
    ...filled,
    scenarioName: '控费',
    scenarioBasis: '虚构',
    schemes: { employee: { ...employee, cost: { ...employee.cost, ...changes } } },
  };
}

describe('the fields of a fund projection', () => {
  it('are filled from an input and make it again, with paths and seed', () => {
    expect(askedOf(filled)).toEqual({
      pack: 'inv',
      name: '基准',
      note: '',
      input,
      fan: { paths: 1000, seed: 2026 },
    });
  });

  it('make none while the name, the input or an end of a spread is missing', () => {
    expect(askedOf({ ...filled, name: ' ' })).toBeUndefined();
    expect(askedOf(newDraft('inv'))).toBeUndefined();
    expect(askedOf(withCost({ low: '' }))).toBeUndefined();
    expect(askedOf(withCost({ rate: '5%' }))).toBeUndefined();
  });

  it('move the ends of a spread with the rate of the scenario, so that it stays as wide', () => {
    expect(askedOf(withCost({ scenario: '5.5' }))?.scenario).toEqual({
      name: '控费',
      schemes: [
        {
          scheme: 'employee',
          drivers: {
            cost: { rate: '5.5%', basis: '虚构', spread: { kind: 'triangular', low: '2.5%', high: '8.5%' } },
          },
        },
      ],
    });
  });

  it('make none where a scenario has a name and changes nothing, or changes something without a basis', () => {
    expect(askedOf(withCost({}))).toBeUndefined();
    expect(askedOf({ ...withCost({ scenario: '5' }), scenarioBasis: '' })).toBeUndefined();
  });
});
