import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSourceFiles, withoutComments, type SourceFile } from '#tests/architecture/source-files';

/** Folder → folders it may import. `kernel` is the shared vocabulary; the composition root may import all. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  rules: ['kernel'],
  domain: ['kernel', 'rules'],
  application: ['kernel', 'rules', 'domain'],
  contract: ['kernel'],
  storage: ['kernel', 'rules', 'domain', 'application'],
  files: ['kernel', 'rules', 'domain', 'application'],
  batch: ['kernel', 'rules', 'domain', 'application'],
  http: ['kernel', 'contract', 'application'],
  cli: ['kernel', 'contract', 'application'],
  console: ['kernel', 'contract'],
  main: ['kernel', 'application', 'storage', 'files', 'batch', 'http', 'cli'],
};

/** Inside the domain: context → contexts it may import. */
const CONTEXTS: Readonly<Record<string, readonly string[]>> = {
  adjustment: [],
  'adjustment-year': ['assessment', 'fund', 'supervision'],
  assessment: [],
  benefit: [],
  budget: ['assessment'],
  contribution: [],
  disclosure: [],
  identity: [],
  fund: [],
  monitoring: ['fund', 'statement'],
  'pack-life': [],
  payout: [],
  panel: ['disclosure'],
  place: ['identity'],
  projection: ['adjustment'],
  reconciliation: ['disclosure'],
  statement: ['disclosure'],
  supervision: ['fund', 'identity'],
};

/** Packages that the pure folders may use; everything else they import is of this project. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  rules: ['ajv', 'yaml'],
  domain: [],
};

/** The test fails when it read too little: a moved folder must not turn it green. */
const FEWEST_FILES = 150;

const files = readSourceFiles();
const programs = files.filter((file) => !file.isTest);

describe('the architecture', () => {
  it('is read whole: every folder is known and has files', () => {
    expect(files.length).toBeGreaterThan(FEWEST_FILES);
    expect([...new Set(files.map((file) => file.folder))].toSorted()).toEqual(
      Object.keys(FOLDERS).toSorted(),
    );
  });

  it('lets a folder import only what lies below it', () => {
    expect(programs.flatMap(wrongFolders)).toEqual([]);
  });

  it('lets a context of the domain import only its declared neighbours', () => {
    expect(programs.flatMap(wrongContexts)).toEqual([]);
  });

  it('is told: ARCHITECTURE.md names each neighbour of a context with its reason', () => {
    const text = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');
    const told = [...text.matchAll(/^\| `(?<of>[a-z-]+)` +\| `(?<knows>[a-z-]+)` +\| [^|]+\|$/gm)];
    const declared = Object.entries(CONTEXTS).flatMap(([of, known]) =>
      known.map((knows) => `${of} → ${knows}`),
    );
    expect(told.map(({ groups }) => `${groups?.['of']} → ${groups?.['knows']}`)).toEqual(declared);
  });

  it('keeps packages out of the pure folders but those that are named', () => {
    expect(programs.flatMap(wrongPackages)).toEqual([]);
  });

  it('imports by # paths only, so that a file can move without a trace of where it lay', () => {
    const relative = files.flatMap((file) =>
      file.imports.filter((name) => name.startsWith('.')).map((name) => `${file.path} → ${name}`),
    );
    expect(relative).toEqual([]);
  });

  it('knows no place: a sixth place is a folder of packs, never code', () => {
    const places = /jiangxi|sichuan|anhui|jinhua|shandong|江西|四川|安徽|金华|山东|['"`[](JX|SC|AH|JH|SD)-/i;
    const named = programs.filter((file) => places.test(withoutComments(file))).map((file) => file.path);
    expect(named).toEqual([]);
  });
});

function wrongFolders(file: SourceFile): readonly string[] {
  const allowed = [file.folder, ...(FOLDERS[file.folder] ?? [])];
  return projectImports(file)
    .filter((name) => !allowed.includes(folderOf(name)))
    .map((name) => `${file.path} → ${name}`);
}

function wrongContexts(file: SourceFile): readonly string[] {
  if (file.folder !== 'domain') return [];
  const context = file.path.split('/')[1] ?? '';
  const allowed = [context, ...(CONTEXTS[context] ?? [])];
  return projectImports(file)
    .filter((name) => folderOf(name) === 'domain' && !allowed.includes(name.split('/')[1] ?? ''))
    .map((name) => `${file.path} → ${name}`);
}

function wrongPackages(file: SourceFile): readonly string[] {
  const allowed = PURE_PACKAGES[file.folder];
  if (allowed === undefined) return [];
  return file.imports
    .filter((name) => !name.startsWith('#') && !allowed.includes(name))
    .map((name) => `${file.path} → ${name}`);
}

function projectImports(file: SourceFile): readonly string[] {
  return file.imports.filter((name) => name.startsWith('#'));
}

function folderOf(name: string): string {
  return name.slice(1).split('/')[0] ?? '';
}
