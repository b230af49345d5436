import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { collectClauseTests, titlesIn } from '#tests/support/clause-tests';
import { loadTestPack } from '#tests/support/load-test-pack';

const INDEX = fileURLToPath(new URL('../../docs/reference/clause-tests.json', import.meta.url));
const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));
const AGAIN = 'UPDATE_CLAUSE_TESTS=1 npx vitest run --project pure tests/scenarios/clause-tests.test.ts';

/** Every pack is loaded and every test file read, which takes seconds on a busy machine. */
const TIMEOUT = 60_000;

describe('the index of the tests that show a clause', { timeout: TIMEOUT }, () => {
  it('is what the tests and worked cases say; if not, write it anew with UPDATE_CLAUSE_TESTS=1', async () => {
    const packs = await Promise.all(readdirSync(PACKS).toSorted().map(loadTestPack));
    const collected = collectClauseTests(packs);
    expect(Object.keys(collected).length).toBeGreaterThan(30);
    if (process.env['UPDATE_CLAUSE_TESTS'] === '1') {
      const options = { ...(await resolveConfig(INDEX)), filepath: INDEX };
      writeFileSync(INDEX, await format(JSON.stringify(collected, null, 2), options));
    }
    expect(JSON.parse(readFileSync(INDEX, 'utf8')), `stale: run ${AGAIN}`).toEqual(collected);
  });

  it('takes titles, templates, and the texts of tables that begin with ids; no other text', () => {
    const text = `
      const CASES = [['X-1, X-2: rows', 'bad [X-9]:'], place('p', 'X-3', 1)];
      const ELSE = ['X-8: in no table'];
      describe('X-4', () => {
        it(\`\${clauses}: X-5\`, () => expect('X-7: asserted').toBe('X-7'));
        it.each([...CASES].map((row) => row))('$title', () => {});
        it.each([['X-2']])('the sum of %s', () => {});
        it.skipIf(slow)('X-6: sometimes', () => {});
      });`;
    expect(titlesIn('a.test.ts', text)).toEqual([
      'X-4',
      '${clauses}: X-5',
      '$title',
      'X-1, X-2: rows',
      'X-3',
      'the sum of %s',
      'the sum of %s › X-2',
      'X-6: sometimes',
    ]);
  });
});
