import { describe, expect, test } from 'vitest';
import { createScryptPasswords } from '#storage/identity/scrypt-passwords';

const cheap = createScryptPasswords({ log2N: 4, r: 8, p: 1 });
const dearer = createScryptPasswords({ log2N: 5, r: 8, p: 1 });

describe('passwords by scrypt', () => {
  test('are kept with their parameters and a salt of their own', async () => {
    const [one, two] = [await cheap.hash('密码 one'), await cheap.hash('密码 one')];
    expect(one).toMatch(/^\$scrypt\$ln=4,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(two);
  });

  test('are right or wrong, whatever form of a letter was typed', async () => {
    const stored = await cheap.hash('Ａbc 1');
    expect(await cheap.check('Abc 1', stored)).toBe('right');
    expect(await cheap.check('Abc 2', stored)).toBe('wrong');
  });

  test('of an unknown user are wrong', async () => {
    expect(await cheap.check('anything', undefined)).toBe('wrong');
  });

  test('under weaker parameters than those of today are right and outdated; under stronger ones right', async () => {
    expect(await dearer.check('Abc 1', await cheap.hash('Abc 1'))).toBe('outdated');
    expect(await cheap.check('Abc 1', await dearer.hash('Abc 1'))).toBe('right');
  });

  test('take 128 MiB each by default, of which no more than two are taken at once', async () => {
    const real = createScryptPasswords();
    const stored = await real.hash('Abc 1');
    expect(stored).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$/);
    const checked = await Promise.all(['Abc 1', 'Abc 2', 'Abc 1'].map((text) => real.check(text, stored)));
    expect(checked).toEqual(['right', 'wrong', 'right']);
  });

  test('that were not stored by this program are a defect', async () => {
    await expect(cheap.check('x', 'plain')).rejects.toThrow('expected a scrypt hash');
  });
});
