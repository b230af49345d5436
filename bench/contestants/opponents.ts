import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What the benchmark uses of @gorules/zen-engine. */
export interface ZenModule {
  readonly ZenEngine: new () => {
    createDecision(content: object): {
      evaluate(context: object): Promise<{ readonly result: unknown }>;
    };
    dispose(): void;
  };
}

/** What the benchmark uses of json-rules-engine. */
export interface JsonRulesModule {
  readonly Engine: new () => JsonRulesEngine;
}

export interface JsonRulesEngine {
  addFact(id: string, reckon: (params: object, almanac: Almanac) => unknown, options?: object): void;
  addRule(rule: object): void;
  run(
    facts: object,
  ): Promise<{ readonly events: readonly { readonly type: string }[]; readonly almanac: Almanac }>;
}

export interface Almanac {
  factValue(id: string): Promise<unknown>;
}

export interface Opponents {
  readonly zen: ZenModule;
  readonly jsonRules: JsonRulesModule;
}

/**
 * Loads the opponents from the install of their own in the benchmark's folder, and makes that install first where
 * there is none.
 * @param folder the folder of the benchmark's sources, with its package.json
 */
export function loadOpponents(folder: string, say: (line: string) => void): Opponents {
  if (!existsSync(join(folder, 'node_modules'))) {
    say('bench/node_modules is missing: installing the opponents once (npm install in bench/)');
    execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const load = createRequire(join(folder, 'package.json'));
  return {
    zen: load('@gorules/zen-engine') as ZenModule,
    jsonRules: load('json-rules-engine') as JsonRulesModule,
  };
}
