import { describe, expect, it } from 'vitest';
import { withExamplePopulation } from '#console/rooms/projections/example-population.ts';
import { NEW_BAND, type Base } from '#console/rooms/projections/base-draft.ts';
import {
  askedOf,
  draftFrom,
  newDraft,
  withBase,
  withInput,
  withTemplate,
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
      kind: 'input',
      body: { pack: 'inv', name: '基准', note: '', input, fan: { paths: 1000, seed: 2026 } },
    });
  });

  it('make none while the name, the input or an end of a spread is missing', () => {
    expect(askedOf({ ...filled, name: ' ' })).toBeUndefined();
    expect(askedOf(newDraft('inv'))).toBeUndefined();
    expect(askedOf(withCost({ low: '' }))).toBeUndefined();
    expect(askedOf(withCost({ rate: '5%' }))).toBeUndefined();
  });

  it('move the ends of a spread with the rate of the scenario, so that it stays as wide', () => {
    expect(askedOf(withCost({ scenario: '5.5' }))?.body.scenario).toEqual({
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

describe('the fields of a projection that starts from a year', () => {
  const base: Base = {
    kind: 'year',
    id: 'y-1',
    packId: 'inv',
    year: 2025,
    scheme: 'employee',
    pools: [{ id: 'east', name: { zh: '东', en: 'East' }, insured: 1000 }],
  };
  const opened = { ...withBase(newDraft(), base), name: '年度' };

  it('have no default: every band, driver and basis is asked for', () => {
    expect(opened.base?.bands).toEqual([NEW_BAND]);
    expect(Object.values(opened.schemes.employee ?? {}).every(({ rate, basis }) => rate + basis === '')).toBe(
      true,
    );
    expect(askedOf(opened)).toBeUndefined();
  });

  it('are filled from a kept projection as template, and ask for all but the figures', () => {
    const asked = askedOf(withTemplate(opened, input));
    const { figures: _figures, ...scheme } = input.schemes[0] ?? {};
    expect(asked).toEqual({
      kind: 'year',
      id: 'y-1',
      body: { name: '年度', note: '', fan: { paths: 1000, seed: 2026 }, input: { years: 10, scheme } },
    });
  });

  it('carry what drives single pools of the template on, of those that the base has', () => {
    const drivers = { cost: { rate: '9%', basis: 'own' } };
    const schemes = input.schemes.map((scheme) => ({
      ...scheme,
      pools: scheme.pools.map((pool) => ({ ...pool, drivers })),
    }));
    const asked = askedOf(withTemplate(opened, { ...input, schemes }));
    expect(asked).toMatchObject({ body: { input: { scheme: { pools: [{ id: 'east', drivers }] } } } });
  });

  it('ask for the persons of a pool that the template does not know', () => {
    const more = {
      ...base,
      pools: [...base.pools, { id: 'west', name: { zh: '西', en: 'West' }, insured: 7 }],
    };
    expect(askedOf(withTemplate({ ...withBase(newDraft(), more), name: 'n' }, input))).toBeUndefined();
  });

  it('start from the same year again, never from its figures as if they were a file', () => {
    const kept = {
      projection: { packId: 'inv' },
      asked: {
        input,
        base: {
          kind: 'year',
          year: 'y-1',
          version: 1,
          snapshotHash: '',
          fund: base.pools[0]?.name,
          names: {},
        },
      },
    } as unknown as Parameters<typeof draftFrom>[1];
    expect(askedOf({ ...draftFrom(newDraft(), kept), name: 'n' })?.kind).toBe('year');
  });
});
