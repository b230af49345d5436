import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkPackCases } from '#cli/check-pack-cases';
import { loadTestPack } from '#tests/support/load-test-pack';

const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));
const ids = readdirSync(PACKS, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const packs = await Promise.all(ids.map(loadTestPack));
const withCases = packs.filter((pack) => pack.cases.length > 0);

it('every pack with an adjustment pipeline has worked cases', () => {
  expect(withCases.map((pack) => pack.raw.id)).toEqual(
    packs.filter((pack) => pack.raw.adjustment !== undefined).map((pack) => pack.raw.id),
  );
});

describe.each(withCases.map((pack) => ({ id: pack.raw.id, pack })))('worked cases of $id', ({ pack }) => {
  const outcomes = checkPackCases(pack);
  const clausesOf = new Map(pack.cases.map((workedCase) => [workedCase.id, workedCase.clauses.join(', ')]));

  it.each(outcomes.map((outcome) => ({ ...outcome, clauses: clausesOf.get(outcome.id) ?? '' })))(
    '$clauses: $id',
    ({ faults }) => {
      expect(faults).toEqual([]);
    },
  );

  it('no id is given to two cases', () => {
    expect(clausesOf.size).toBe(pack.cases.length);
  });
});
