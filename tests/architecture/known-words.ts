import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSourceFiles } from '#tests/architecture/source-files';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** An identifier, a code or a name in kebab case. */
export const WORD = /[A-Za-z_]\w*(?:-\w+)*/g;

/** Words of the program and of the packs, and the names of their files and folders. */
export function knownWords(): ReadonlySet<string> {
  const known = new Set<string>();
  const learn = (text: string): void => {
    for (const word of text.match(WORD) ?? []) for (const part of [word, ...word.split('-')]) known.add(part);
  };
  for (const { path, text, isTest } of readSourceFiles()) {
    known.add(basename(path));
    learn(path);
    if (!isTest) learn(text);
  }
  for (const folder of ['packs', 'data']) {
    learn(folder);
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      known.add(entry.name);
      learn(entry.name);
      const file = join(entry.parentPath, entry.name);
      if (entry.name.endsWith('.yaml')) learn(readFileSync(file, 'utf8'));
    }
  }
  return known;
}
