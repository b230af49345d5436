import { describe, expect, it } from 'vitest';
import type { PackSource } from '#application/ports/pack-source';
import { listPacks } from '#application/views/list-packs';
import { checkShape } from '#contract/check-shape';
import { packListSchema } from '#contract/packs';
import { sha256 } from '#files/sha256';
import { inventedPackFiles } from '#tests/support/invented-pack';

/** Yunhai without the union above it, and a pack that has nothing but a name. */
const folders: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['empty', new Map<string, string>()],
  ['plain', plainFiles()],
]);
const source: PackSource = {
  listIds: () => Promise.resolve([...folders.keys()]),
  findFiles: (id) => {
    const files = folders.get(id);
    return Promise.resolve(files === undefined ? undefined : { id, files });
  },
};

function plainFiles(): ReadonlyMap<string, string> {
  const whole = inventedPackFiles();
  const instrument = whole.get('instrument.yaml') ?? '';
  const clauses = whole.get('clauses.yaml') ?? '';
  return new Map([
    ['instrument.yaml', instrument.replace('id: yunhai', 'id: plain').replace('extends: [union]\n', '')],
    ['clauses.yaml', clauses],
  ]);
}

describe('the list of packs', () => {
  it('names a faulty pack with what is wrong, and still lists the others', async () => {
    const list = await listPacks({ source, hash: sha256 });
    expect(checkShape(packListSchema, list)).toMatchObject({ allowed: true });
    expect(list.packs.map((pack) => pack.id)).toEqual(['plain']);
    expect(list.faulty.map((pack) => pack.id)).toEqual(['empty']);
    expect(list.faulty[0]?.refusals[0]).toMatchObject({ code: 'missing_file' });
  });
});
