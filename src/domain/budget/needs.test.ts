import { expect, test } from 'vitest';
import { fen } from '#kernel/fen';
import { estimateBudget } from '#domain/budget/estimate';
import { driversFor, needsOf } from '#domain/budget/needs';
import { partsOf, placeKey, placesOf } from '#domain/budget/table';

test.each([
  ['pool', 'resident'],
  ['pool', 'employee'],
  ['fund', 'resident'],
] as const)(
  'NAT-28.1: what a form asks for is what the estimate of a %s for %s names as missing',
  (kind, insuranceType) => {
    const members = ['east'];
    const places = placesOf(kind, insuranceType, members);
    const needs = places.map((place) => ({ key: placeKey(place), ...needsOf(kind, insuranceType, place) }));
    const opening = new Map(
      partsOf(kind, insuranceType).map((part) => [part, { fen: fen(100n), source: 's', cite: [] }]),
    );
    const estimate = estimateBudget({
      of: { pool: 'east', kind, insuranceType, year: 2026 },
      members,
      opening,
      drivers: new Map(),
      past: new Map(),
      given: new Map(),
    });
    const at = estimate.allowed ? [] : estimate.refusals.map((refusal) => refusal.at);
    const asked = [
      ...driversFor(needs).map((id) => `drivers/${id}`),
      ...needs.filter(({ method }) => method === 'carried').map(({ key }) => `past/${key}`),
      ...needs.filter(({ method }) => method === 'given').map(({ key }) => `given/${key}`),
    ];
    for (const place of at) expect(asked).toContain(place);
    expect(asked.filter((place) => !place.startsWith('drivers/')).toSorted()).toEqual(
      at.filter((place) => !place.startsWith('drivers/')).toSorted(),
    );
  },
);
