import { describe, expect, it } from 'vitest';
import { kindsNamed, namedSubjects, type NamingRequest } from '#application/identity/access-subjects';

const asked = (rest: Partial<NamingRequest>): NamingRequest => ({
  route: '/api/v1/balances',
  params: {},
  query: {},
  body: undefined,
  place: undefined,
  ...rest,
});

describe('what a request names', () => {
  it('is the record of the address, with the pool of the address or of the query', () => {
    expect(
      namedSubjects(
        asked({
          route: '/api/v1/adjustment-years/:id/notices/:kind/:pool',
          params: { id: 'a-year', kind: 'levy', pool: 'east' },
        }),
      ),
    ).toEqual({
      places: [],
      records: [
        { kind: 'adjustment-years', id: 'a-year' },
        { kind: 'pools', id: 'east' },
      ],
      text: 'a-year/levy/east',
    });
    expect(namedSubjects(asked({ query: { pool: 'east', insuranceType: 'resident' } }))).toEqual({
      places: [],
      records: [{ kind: 'pools', id: 'east' }],
      text: 'pool=east&insuranceType=resident',
    });
  });

  it('is every pool of a batch, each once, and no person that it names', () => {
    const event = { pool: 'east', counterparty: 'person:P1', amounts: { pooled: '1.00' } };
    const events = [event, { ...event, otherPool: 'fund' }, { ...event, pool: 'west' }];
    expect(namedSubjects(asked({ body: { pack: 'p', events } }))).toEqual({
      places: [],
      records: ['east', 'fund', 'west'].map((id) => ({ kind: 'pools', id })),
      text: 'pool=east,fund,west',
    });
  });

  it('is the place that the route declares, or that a member names', () => {
    expect(namedSubjects(asked({ place: 'yunhai', body: { place: 'yunhai/east' } })).places).toEqual([
      'yunhai',
      'yunhai/east',
    ]);
    expect(namedSubjects(asked({ place: 'Not a place', query: { place: '../' } })).places).toEqual([]);
  });

  it('is nothing where a body has no shape at all, and no character that a log could not show', () => {
    for (const body of ['pool', 3, null, [[[[[{ pool: 'deep' }]]]]]]) {
      expect(namedSubjects(asked({ body }))).toEqual({ places: [], records: [], text: null });
    }
    const odd = namedSubjects(asked({ query: { pool: 'a\u0000b' } }));
    expect(odd).toEqual({ places: [], records: [], text: 'pool=a\u{FFFD}b' });
    expect(namedSubjects(asked({ query: { ids: 'x'.repeat(2000) } })).text).toHaveLength(500);
  });

  it('by the collection before the parameter; a part of a record is found with it', () => {
    expect(kindsNamed('/api/v1/budget-rounds/:id/consolidations/:number')).toEqual([
      ['id', 'budget-rounds'],
      ['number', undefined],
    ]);
    expect(kindsNamed('/api/v1/books/:pool/:type/years/:year/close')[0]).toEqual(['pool', 'pools']);
  });
});
