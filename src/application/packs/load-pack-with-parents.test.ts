import { describe, expect, it } from 'vitest';
import { loadPackWithParents, type PackLoading } from '#application/packs/load-pack-with-parents';
import type { PackSource } from '#application/ports/pack-source';
import { sha256 } from '#files/sha256';
import type { Pack } from '#rules/pack/pack';
import { codesOf, valueOf } from '#tests/support/decided';
import { inventedSource, replaceOnce, type FileOverrides } from '#tests/support/invented-pack';

/** The invented packs as files that are edited between two readings. */
function editedSource(): {
  readonly loading: PackLoading;
  readonly edit: (overrides: FileOverrides) => void;
} {
  let current = inventedSource();
  const source: PackSource = {
    listIds: () => current.listIds(),
    findFiles: (id) => current.findFiles(id),
  };
  return {
    loading: { source, hash: sha256 },
    edit: (overrides) => {
      current = inventedSource(overrides);
    },
  };
}

const load = async (loading: PackLoading): Promise<Pack> =>
  valueOf(await loadPackWithParents(loading, 'yunhai'));
const WORDS = { 'clauses.yaml': replaceOnce('Three cities', 'The three cities') };

describe('a pack that is loaded again', () => {
  it('is the one that was loaded before, with those that it extends, while no text has changed', async () => {
    const { loading, edit } = editedSource();
    const first = await load(loading);
    edit({});
    expect(await load(loading)).toBe(first);
  });

  it('follows a changed text at once, and back again', async () => {
    const { loading, edit } = editedSource();
    const first = await load(loading);
    edit(WORDS);
    const changed = await load(loading);
    expect(changed.artefact).toContain('The three cities');
    expect(changed.parents[0]).toBe(first.parents[0]);
    edit({});
    expect((await load(loading)).hash).toBe(first.hash);
  });

  it('is refused as soon as a text is faulty, each time with the same reasons', async () => {
    const { loading, edit } = editedSource();
    await load(loading);
    edit({ 'clauses.yaml': null });
    const refused = await loadPackWithParents(loading, 'yunhai');
    expect(codesOf(refused)).toEqual(['missing_file']);
    expect(codesOf(await loadPackWithParents(loading, 'yunhai'))).toEqual(['missing_file']);
  });

  it('of another source is loaded for itself', async () => {
    const first = await load(editedSource().loading);
    const other = await load(editedSource().loading);
    expect(other).not.toBe(first);
    expect(other.hash).toBe(first.hash);
  });
});
