import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { FundProjectionStore, StoredFundProjection } from '#application/ports/fund-projection-store';
import type { Scope } from '#domain/identity/account';
import { createFundProjectionStore } from '#storage/fund-projection-store';
import { createRunStore } from '#storage/run-store';
import { describeOnPostgres } from '#tests/support/fresh-database';

const packHash = 'a1'.repeat(32);
const kept: StoredFundProjection = {
  id: '0123456789abcdef0123',
  packId: 'yunhai',
  packHash,
  yearId: null,
  place: null,
  name: '改革前测算',
  note: '第二稿\n',
  asked: '{"input" : {}}',
  engineVersion: 'projection-1/adjust-1',
  result: '{"说明":"保留原文\\n"}',
  resultHash: 'c3'.repeat(32),
  recordedAt: '2026-03-02T08:00:00.120Z',
};
const NOBODY: Scope = { userId: '', parts: [] };

describeOnPostgres('the store of fund projections', (database) => {
  let store: FundProjectionStore;

  beforeAll(async () => {
    const application = database().connect('application');
    store = createFundProjectionStore(application);
    const artefact = { hash: packHash, packId: 'yunhai', text: '{}' };
    await createRunStore(application).keepArtefact(artefact);
  });

  test('gives a projection back exactly as it was kept, to the byte, and keeps an id once', async () => {
    expect(await store.keepProjection(NOBODY, kept)).toEqual(kept);
    const again = await store.keepProjection(NOBODY, { ...kept, recordedAt: '2026-03-03T08:00:00.000Z' });
    expect(again).toEqual(kept);
    expect(await store.findProjection(NOBODY, kept.id)).toEqual(kept);
    expect(await store.findProjection(NOBODY, 'nothing')).toBeUndefined();
  });

  test('lists the newest first', async () => {
    const newer = { ...kept, id: 'newer', recordedAt: '2026-04-01T00:00:00.000Z' };
    await store.keepProjection(NOBODY, newer);
    expect((await store.listProjections(NOBODY)).map(({ id }) => id)).toEqual(['newer', kept.id]);
  });

  test('refuses a projection of a pack that is not kept', async () => {
    const strange = { ...kept, id: 'strange', packHash: 'b2'.repeat(32) };
    await expect(store.keepProjection(NOBODY, strange)).rejects.toThrow(/fund_projection_pack_hash_fkey/);
  });

  test('refuses a row that names another year than its question does, or a year without its place', async () => {
    const ofYear = { ...kept, id: 'of a year', yearId: 'y', place: 'yunhai' };
    const scope: Scope = { userId: 'u', parts: [{ place: 'yunhai', department: '*' }] };
    await expect(store.keepProjection(scope, ofYear)).rejects.toThrow(/fund_projection_base/);
    const half = { ...ofYear, asked: '{"base":{"year":"y"}}', place: null };
    await expect(store.keepProjection(scope, half)).rejects.toThrow(/fund_projection_year/);
    await expect(store.keepProjection(NOBODY, { ...ofYear, asked: half.asked })).rejects.toThrow(
      /row-level security/,
    );
  });

  test.each([
    "UPDATE fund_projection SET name = 'x'",
    'DELETE FROM fund_projection',
    'TRUNCATE fund_projection',
  ])('lets the application change nothing: %s', async (statement) => {
    const application = database().connect('application');
    await expect(sql.raw(statement).execute(application)).rejects.toThrow(/permission denied/);
  });
});
