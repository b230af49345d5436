import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import fc from 'fast-check';
import { build } from 'vite';
import { expect } from 'vitest';

/**
 * Runs mutants without a process, a server or a new module graph for each: every test file becomes one script,
 * which is evaluated afresh for each mutant that it covers, module state and all; generated rows alone are kept.
 * To Stryker a test is a file.
 * It knows of Vitest what the tests of pure code use: `describe`, `it`, `it.each` and the real `expect`.
 */

/** How the test files begin that must notice a change in a folder of `src/rules`, by folder. */
const NOTICED_IN = {
  formula: ['formula/', 'explain/', 'targets/oracle', 'targets/compiled', 'targets/columns', 'targets/sql'],
  targets: ['targets/', 'explain/', 'formula/formula'],
  value: ['value/', 'pack/', 'formula/formula'],
};
const TESTED = ['formula', 'targets', 'explain', 'value', 'pack'];
/** Files that write SQL, and the tests that show it to engines: DuckDB here, PostgreSQL kept up for the whole run. */
const WRITES_SQL = /^sql/;
const ON_ENGINES = ['sql-duckdb.test.ts', 'sql-postgres.int.test.ts'];
const NOTICED_ON_ENGINES = ['targets/sql', 'scenarios/sql'];
const SERVER = 'tests/support/embedded-postgres.ts';
/** Rows for each rule on an engine: most lie where the rule decides something. */
const ENGINE_ROWS = '100';
/** A second or more for each mutant, to find nothing that others do not. */
const SLOW = ['artefact.test.ts', 'oracle-depth.test.ts', 'row-explainer-admissions.test.ts'];

/** Properties try the same few cases for each mutant, and look for no smaller one that fails. */
const MOST_CASES = 20;
const fewCases = {
  ...fc,
  assert: (property, parameters) =>
    fc.assert(property, {
      ...parameters,
      seed: 1,
      endOnFailure: true,
      numRuns: Math.min(parameters?.numRuns ?? MOST_CASES, MOST_CASES),
    }),
};

const require = createRequire(path.resolve('package.json'));
/** Where fixtures believe to stand, so that they find the packs. */
const FIXTURE = path.resolve('tests/support/fixture.cjs');

class MutationRunner {
  #options;
  #files = [];
  /** What tests ask the project for: the address of its server, and generated rows, which are made once for all. */
  #provided = new Map([['keptRows', new Map()]]);
  #stopServer;
  /** Milliseconds of each file in the dry run. */
  #cost = new Map();
  #lastKiller;
  #state = (globalThis.__stryker__ ??= {});

  constructor(options) {
    this.#options = options;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    for (const folder of TESTED) {
      for (const file of (await readdir(`src/rules/${folder}`)).sort()) {
        const isTest = file.endsWith('.test.ts') && !file.endsWith('.int.test.ts') && !SLOW.includes(file);
        if (isTest) this.#files.push(await testFile(`${folder}/${file}`, `src/rules/${folder}/${file}`));
      }
    }
    if (this.#options.mutate.some(isSqlAsked)) await this.#addEngines();
  }

  async #addEngines() {
    process.env.TONGCHOU_SQL_ROWS = ENGINE_ROWS;
    const { setup, teardown } = evaluated(await bundled(SERVER), require);
    await setup({ provide: (key, value) => this.#provided.set(key, value) });
    this.#stopServer = teardown;
    for (const file of ON_ENGINES)
      this.#files.push(await testFile(`scenarios/${file}`, `tests/scenarios/${file}`));
  }

  async dispose() {
    await this.#stopServer?.();
  }

  async dryRun() {
    const tests = [];
    for (const file of this.#files) {
      const start = performance.now();
      this.#state.currentTestId = file.id;
      const failureMessage = await this.#failureOf(file);
      const timeSpentMs = performance.now() - start;
      this.#cost.set(file.id, timeSpentMs);
      const seen = { id: file.id, name: file.id, fileName: path.resolve('src/rules', file.id), timeSpentMs };
      tests.push(
        failureMessage === undefined ? { ...seen, status: 0 } : { ...seen, status: 1, failureMessage },
      );
    }
    this.#state.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: this.#state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const { dir, base } = path.parse(activeMutant.fileName);
    const noticed = WRITES_SQL.test(base) ? NOTICED_ON_ENGINES : NOTICED_IN[path.basename(dir)];
    Object.assign(this.#state, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    try {
      return await this.#firstFailure(
        ({ id }) => noticed.some((start) => id.startsWith(start)) && (testFilter?.includes(id) ?? true),
      );
    } finally {
      this.#state.activeMutant = undefined;
    }
  }

  /** The file that found the last mutant first, then the quickest: most mutants are found by the first file. */
  async #firstFailure(isAsked) {
    const cost = ({ id }) => (id === this.#lastKiller ? -1 : (this.#cost.get(id) ?? 0));
    let nrOfTests = 0;
    for (const file of this.#files.filter(isAsked).toSorted((a, b) => cost(a) - cost(b))) {
      const failureMessage = await this.#failureOf(file);
      nrOfTests += 1;
      if (this.#state.hitCount > this.#state.hitLimit) {
        return { status: 'timeout', reason: `Hit limit reached (${this.#state.hitLimit})` };
      }
      if (failureMessage !== undefined) {
        this.#lastKiller = file.id;
        return { status: 'killed', killedBy: [file.id], failureMessage, nrOfTests };
      }
    }
    return { status: 'survived', nrOfTests };
  }

  /** What the first test that fails says, the one that failed last being run first; undefined where all pass. */
  async #failureOf(file) {
    const tests = [];
    const vitest = vitestFor(tests, (key) => this.#provided.get(key));
    const provided = new Map([
      ['fast-check', { __esModule: true, ...fewCases, default: fewCases }],
      ['vitest', vitest],
    ]);
    let at = 'import';
    try {
      evaluated(file.script, (name) => provided.get(name) ?? require(name));
      const wasLast = ({ title }) => title === file.lastFailed;
      for (const { title, run } of [...tests.filter(wasLast), ...tests.filter((test) => !wasLast(test))]) {
        at = title;
        await run();
      }
      return undefined;
    } catch (fault) {
      file.lastFailed = at;
      return `${at}: ${fault instanceof Error ? fault.message : String(fault)}`;
    }
  }
}

function isSqlAsked(pattern) {
  return pattern.includes('*') || WRITES_SQL.test(path.basename(pattern));
}

async function testFile(id, source) {
  return { id, script: await bundled(source), lastFailed: undefined };
}

/** A file with all that it imports from this project, as one script. */
async function bundled(source) {
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['tongchou-source', 'node', 'import', 'module', 'default'] },
    ssr: {
      external: true,
      resolve: { conditions: ['tongchou-source', 'node', 'import', 'module', 'default'] },
    },
    build: {
      ssr: source,
      write: false,
      minify: false,
      rolldownOptions: { output: { format: 'cjs' } },
    },
  });
  const wrapped = `(function (require, module, exports, __filename) {${output[0].code}\n})`;
  return new vm.Script(wrapped, { filename: source });
}

/** What a script exports, evaluated afresh. */
function evaluated(script, load) {
  const module = { exports: {} };
  script.runInThisContext()(load, module, module.exports, FIXTURE);
  return module.exports;
}

/** The part of Vitest that the tests use; what they register goes into `tests`. */
function vitestFor(tests, inject) {
  const withRow = (row, run) => (Array.isArray(row) ? run(...row) : run(row));
  const it = (title, run) => tests.push({ title, run });
  it.each = (rows) => (title, run) =>
    rows.forEach((row, at) => it(`${title} ${at}`, () => withRow(row, run)));
  const describe = (_, write) => write();
  describe.each = (rows) => (_, write) => rows.forEach((row) => withRow(row, write));
  describe.skipIf = (isSkipped) => (isSkipped ? () => undefined : describe);
  return { describe, it, expect, inject };
}

function createRunner(options) {
  return new MutationRunner(options);
}
createRunner.inject = ['options'];

/** `-1` for an argument that is not there: the checks give every operator its arguments; the compiler asks for it. */
function shouldIgnore({ node, parent }) {
  const isNone = node.type === 'UnaryExpression' && node.operator === '-' && node.argument.value === 1;
  const isDefault =
    parent?.type === 'AssignmentPattern' ||
    (parent?.type === 'LogicalExpression' && parent.operator === '??');
  return isNone && isDefault && parent.right === node ? 'no row and no check comes to it' : undefined;
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'in-process', factory: createRunner },
  { kind: 'Ignore', name: 'no-argument', value: { shouldIgnore } },
];
