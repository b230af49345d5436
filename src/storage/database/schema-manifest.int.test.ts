import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { logIn } from '#storage/database/login';
import { describeSchema } from '#storage/database/schema-manifest';
import { describeOnPostgres } from '#tests/support/fresh-database';

const MANIFEST = new URL('../schema-manifest.txt', import.meta.url);
const REGENERATE = 'UPDATE_MANIFEST=1 npx vitest run --project embedded src/storage/database/schema-manifest';

describeOnPostgres('the schema manifest', (database) => {
  test('is what the migrations make, on every server', async () => {
    const client = await logIn(database().url);
    const schema = await describeSchema(client).finally(() => client.end());
    if (process.env['UPDATE_MANIFEST'] === '1') await writeFile(MANIFEST, schema);
    const manifest = await readFile(MANIFEST, 'utf8').catch(() => '');
    expect(manifest, `src/storage/schema-manifest.txt is stale; regenerate it with: ${REGENERATE}`).toBe(
      schema,
    );
  });
});
