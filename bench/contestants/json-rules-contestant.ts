import { repeat, type Contestant } from '#bench/contestants/contestant';
import type { JsonRulesModule } from '#bench/contestants/opponents';
import { createJsonRules } from '#bench/contestants/json-rules-rule';
import type { Claims } from '#bench/rows/claims';
import { plainRows, priceYears } from '#bench/rows/plain-rows';
import { newResults } from '#bench/rows/results';

/** json-rules-engine: one engine with its rules and facts, run for each row with the row's facts. */
export function jsonRulesContestant(module: JsonRulesModule, claims: Claims): Contestant {
  const reckon = createJsonRules(module);
  const rows = plainRows(claims);
  const results = newResults(claims.length);
  // All of it runs on the one thread of the program: years side by side would gain nothing.
  const pass = (): Promise<void> => priceYears(rows, reckon, results, 1);
  return {
    key: 'json_rules',
    rows: claims.length,
    results: async () => {
      await pass();
      return results;
    },
    run: (seconds) => repeat(claims.length, seconds, pass),
  };
}
