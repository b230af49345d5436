import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { caseTitle, type ClauseTests } from '#application/clauses/clause-report';
import { compareCodePoints } from '#kernel/code-points';
import type { Pack } from '#rules/pack/pack';

const HOME = fileURLToPath(new URL('../..', import.meta.url));

/** Tests of the independent models show the models, not the program. */
const NOT_OF_THE_PROGRAM = 'tests/scenarios/models/';

/** Every test title and worked case that names a clause of the packs, as docs/reference/clause-tests.json holds it. */
export function collectClauseTests(packs: readonly Pack[]): ClauseTests {
  const known = new Set(packs.flatMap((pack) => pack.raw.clauses.map((clause) => clause.id)));
  const tests = new Map<string, Set<string>>();
  const add = (clause: string, entry: string): void => {
    tests.set(clause, (tests.get(clause) ?? new Set()).add(entry));
  };
  for (const file of testFiles()) {
    for (const title of titlesIn(file, readFileSync(join(HOME, file), 'utf8'))) {
      for (const clause of namedIn(title, known)) add(clause, `${file} › ${title}`);
    }
  }
  for (const pack of packs) {
    for (const { id, clauses } of pack.cases) {
      const own = clauses.filter((clause) => known.has(clause));
      for (const clause of own) add(clause, caseTitle(pack.raw.id, id));
    }
  }
  const sorted = [...tests].toSorted(([a], [b]) => compareCodePoints(a, b));
  return Object.fromEntries(
    sorted.map(([clause, entries]) => [clause, [...entries].toSorted(compareCodePoints)]),
  );
}

function testFiles(): readonly string[] {
  return ['src', 'tests']
    .flatMap((folder) => readdirSync(join(HOME, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(test|e2e)\.tsx?$/.test(entry.name))
    .map((entry) => relative(HOME, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.startsWith(NOT_OF_THE_PROGRAM));
}

/**
 * The titles of a test file as they stand in it, and the texts of the tables that tests are given by
 * (`it.each(…)`) which are, or begin with, a list of ids.
 */
export function titlesIn(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const tables = new Map<string, ts.Expression>();
  for (const statement of source.statements.filter(ts.isVariableStatement)) {
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer !== undefined) tables.set(name.text, initializer);
    }
  }
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTestCall(node)) {
      const [argument] = node.arguments;
      const title =
        argument !== undefined && node.arguments.length > 1 && isText(argument)
          ? textOf(argument)
          : undefined;
      const table = ts.isCallExpression(node.expression) ? node.expression.arguments[0] : undefined;
      if (title !== undefined) titles.push(title);
      if (title !== undefined && table !== undefined) {
        const rows = textsIn(table, tables, new Set()).filter((text) => ID_LIST.test(text));
        titles.push(...rows.map((row) => (IS_ROW.test(title) ? row : `${title} › ${row}`)));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

function isTestCall(call: ts.CallExpression): boolean {
  let root: ts.Expression = call.expression;
  while (ts.isPropertyAccessExpression(root) || ts.isCallExpression(root)) root = root.expression;
  return ts.isIdentifier(root) && ['it', 'test', 'describe'].includes(root.text);
}

/** All texts of a table, those of the file's constants that it names included. */
function textsIn(
  node: ts.Node,
  tables: ReadonlyMap<string, ts.Expression>,
  seen: Set<string>,
): readonly string[] {
  if (isText(node)) return [textOf(node)];
  if (ts.isIdentifier(node)) {
    const table = seen.has(node.text) ? undefined : tables.get(node.text);
    seen.add(node.text);
    return table === undefined ? [] : textsIn(table, tables, seen);
  }
  const texts: string[] = [];
  ts.forEachChild(node, (child) => {
    texts.push(...textsIn(child, tables, seen));
  });
  return texts;
}

function isText(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function textOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  return ts.isStringLiteralLike(node) ? node.text : node.getText().slice(1, -1);
}

/** The title of a table's tests where it is a text of the row and nothing else. */
const IS_ROW = /^(\$\w+|%\w)$/;

/** A list of clause or reading ids, alone or with a sentence after it. */
const ID = '[A-Z]{1,8}-[A-Za-z0-9.-]+';
const ID_LIST = new RegExp(`^${ID}(, ${ID})*(:|$)`);

/** The clauses that a title names, each word of it taken without the marks at its end. */
function namedIn(title: string, known: ReadonlySet<string>): ReadonlySet<string> {
  const words = title.match(/[A-Za-z0-9][A-Za-z0-9.-]*/g) ?? [];
  return new Set(words.map((word) => word.replace(/[.-]+$/, '')).filter((word) => known.has(word)));
}
