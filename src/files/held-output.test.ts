import { readdir } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { holdOutput } from '#files/held-output';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

/** What was given out so far, by pieces. */
function written(): { readonly pieces: string[]; readonly write: (bytes: Uint8Array) => Promise<void> } {
  const pieces: string[] = [];
  return { pieces, write: (bytes) => Promise.resolve(void pieces.push(Buffer.from(bytes).toString())) };
}

describe('text that is held back', () => {
  it.each([
    ['in memory', 1_000_000],
    ['in a file', 10],
  ])('is given out whole and in order, %s', async (_, most) => {
    const { pieces, write } = written();
    const held = holdOutput(write, most);
    const lines = Array.from({ length: 1000 }, (__, at) => `行 ${at}\n`);
    for (const line of lines) await held.add(line);
    expect(pieces).toEqual([]);
    await held.release();
    expect(pieces.join('')).toBe(lines.join(''));
  });

  it('is given out in pieces that memory holds, however much it is', async () => {
    const sizes: number[] = [];
    const held = holdOutput((bytes) => Promise.resolve(void sizes.push(bytes.length)), 1000);
    for (let at = 0; at < 40; at += 1) await held.add('x'.repeat(100_000));
    await held.release();
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4_000_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2 ** 20);
  });

  it('leaves nothing where it is dropped, and has no name in the meantime', async () => {
    const folder = await makeTempFolder();
    vi.stubEnv('TMPDIR', folder);
    try {
      const { pieces, write } = written();
      const held = holdOutput(write, 1);
      await held.add('who pays what');
      expect(await readdir(folder)).toEqual([]);
      await held.drop();
      await held.release();
      expect(pieces.join('')).toBe('');
    } finally {
      vi.unstubAllEnvs();
      await removeTempFolder(folder);
    }
  });
});
