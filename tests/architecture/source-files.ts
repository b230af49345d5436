import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A source file as the architecture sees it: where it lies and what it imports from this project. */
export interface SourceFile {
  /** Path below src, with forward slashes. */
  readonly path: string;
  /** First folder of the path, or `main` for the composition root. */
  readonly folder: string;
  readonly isTest: boolean;
  readonly text: string;
  readonly imports: readonly string[];
}

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

/** Reads every TypeScript file below src. */
export function readSourceFiles(): readonly SourceFile[] {
  return readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readSourceFile(join(entry.parentPath, entry.name)));
}

function readSourceFile(file: string): SourceFile {
  const path = relative(SOURCE, file).split(sep).join('/');
  const text = readFileSync(file, 'utf8');
  const imports = ts.preProcessFile(text, true, true).importedFiles.map((imported) => imported.fileName);
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.ts$/, '');
  return { path, folder, isTest: /\.test\.tsx?$/.test(path), text, imports };
}

/** The program text without comments: what runs, not what explains it. */
export function withoutComments(file: SourceFile): string {
  const variant = file.path.endsWith('x') ? ts.LanguageVariant.JSX : ts.LanguageVariant.Standard;
  const scanner = ts.createScanner(ts.ScriptTarget.ES2023, true, variant, file.text);
  const tokens: string[] = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) tokens.push(scanner.getTokenText());
  return tokens.join(' ');
}
