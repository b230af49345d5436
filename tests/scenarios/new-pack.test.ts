import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packsAbove } from '#files/layered-packs';
import { packFolder } from '#files/pack-folder';
import { writeNewFolder } from '#files/write-folder';
import { present } from '#kernel/assert';
import { runRecorded, type Heard } from '#tests/support/recorded-command';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

const shipped = packFolder(fileURLToPath(new URL('../../packs', import.meta.url)));

let folder: string;
beforeEach(async () => {
  folder = await makeTempFolder();
});
afterEach(() => removeTempFolder(folder));

function run(...args: readonly string[]): Promise<Heard> {
  return runRecorded(args, { writeFiles: writeNewFolder, packsIn: (name) => packsAbove(name, shipped) });
}

const start = (id: string, zh = '新省', en = 'New Province'): Promise<Heard> =>
  run('new-pack', id, '--name-zh', zh, '--name-en', en, '--folder', folder);

describe('tongchou new-pack', { timeout: 60_000 }, () => {
  it('starts a draft that validates as it stands, its worked case included', async () => {
    expect(await start('new-province')).toMatchObject({ status: 0 });
    const heard = await run('--packs', folder, 'validate');
    expect(heard).toMatchObject({ status: 0, err: '' });
    expect(heard.out).toMatch(/^new-province draft [0-9a-f]{12}：1 条款，3 值，1 解读，1\/1 范例\n$/);
  });

  it.each([
    ["Xi'an", "O'Brien"],
    ['省: {a} # b', '"quoted" \\ & *x'],
    ['- 省', '%5: yes'],
  ])('takes names as they are: %s, %s', async (zh, en) => {
    await start('names', zh, en);
    expect(await run('--packs', folder, 'validate')).toMatchObject({ status: 0, err: '' });
    const source = present(await packsAbove(folder, shipped), 'the folder');
    const text = (await source.findFiles('names'))?.files.get('instrument.yaml') ?? '';
    const { parse } = await import('yaml');
    expect(parse(text)).toMatchObject({ name: { zh, en } });
  });

  it.each(['', 'New', '9lives', 'a b', '../up', 'a_b', 'a-', '新省'])('refuses the id "%s"', async (id) => {
    const heard = await start(id);
    expect(heard.err).toMatch(/^bad_pack_id/);
    expect(heard).toMatchObject({ status: 1, out: '' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses an empty name', async () => {
    expect((await start('a', ' ', '')).err).toMatch(
      /^missing_field --name-zh: .+\nmissing_field --name-en: .+\n$/,
    );
  });

  it('refuses the id of a pack that there is, and overwrites no folder', async () => {
    expect((await start('national')).err).toMatch(/^pack_exists national: /);
    const mine = join(folder, 'mine');
    await mkdir(mine);
    await writeFile(join(mine, 'clauses.yaml'), 'my own');
    expect((await start('mine')).err).toContain(`pack_exists ${mine}: `);
    expect(readdirSync(mine)).toEqual(['clauses.yaml']);
    expect(readFileSync(join(mine, 'clauses.yaml'), 'utf8')).toBe('my own');
  });

  it('without a name is wrong usage', async () => {
    expect(await run('new-pack', 'a', '--name-zh', '省')).toMatchObject({ status: 2, out: '' });
  });
});

describe('--packs', () => {
  it('lists the packs of the folder alone and finds below it what they extend', async () => {
    await start('new-province');
    const layered = present(await packsAbove(folder, shipped), 'the folder');
    expect(await layered.listIds()).toEqual(['new-province']);
    expect((await layered.findFiles('national'))?.id).toBe('national');
    expect(await layered.findFiles('nowhere')).toBeUndefined();
  });

  it('refuses a folder that there is not, and a file in its place', async () => {
    expect((await run('--packs', join(folder, 'gone'), 'validate')).err).toMatch(/^file_not_found .+gone: /);
    await writeFile(join(folder, 'file'), '');
    expect(await packsAbove(join(folder, 'file'), shipped)).toBeUndefined();
  });
});
