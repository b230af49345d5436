import { fileURLToPath } from 'node:url';
import { cLoop } from '#bench/contestants/c-loop';
import { columnsContestant } from '#bench/contestants/columns-contestant';
import type { Contestant } from '#bench/contestants/contestant';
import { duckDbContestant } from '#bench/contestants/duckdb-contestant';
import { explainContestant, oracleContestant } from '#bench/contestants/explain-contestant';
import { handLoop } from '#bench/contestants/hand-loop';
import { jsonRulesContestant } from '#bench/contestants/json-rules-contestant';
import { loadOpponents } from '#bench/contestants/opponents';
import { scalarContestant } from '#bench/contestants/scalar-contestant';
import { zenContestant } from '#bench/contestants/zen-contestant';
import { benchFormula, benchVector } from '#bench/place/inpatient-formula';
import { CONTESTANTS, type ContestFindings } from '#bench/report/findings';
import type { Sizes } from '#bench/report/sizes';
import { firstClaims } from '#bench/rows/claims';
import { makeClaims } from '#bench/rows/make-claims';
import { checkEqual, OUTPUTS } from '#bench/rows/results';
import { encodeVector } from '#rules/targets/encode-vector';
import { planTargets } from '#rules/targets/plan';

type Say = (line: string) => void;

/**
 * Lets all contestants reckon the same rows, checks that they agree to the fen, and only then times them: in
 * rounds in which each runs once, so that whatever disturbs the machine disturbs all. The best round of each
 * counts, as the one that was disturbed least.
 */
export async function measureContestants(
  folder: URL,
  sizes: Sizes,
  scratch: string,
  say: Say,
): Promise<ContestFindings> {
  const contestants = await enter(folder, sizes, scratch, say);
  try {
    await agree(contestants, say);
    const best = new Map<string, number>();
    for (let round = 1; round <= sizes.rounds; round += 1) {
      say(`round ${round} of ${sizes.rounds}`);
      for (const { key, run } of contestants) {
        const { rows, seconds } = await run(sizes.seconds);
        best.set(key, Math.max(best.get(key) ?? 0, rows / seconds));
      }
    }
    return {
      rows: sizes.rows,
      slowRows: Math.min(...contestants.map(({ rows }) => rows)),
      rounds: sizes.rounds,
      rates: Object.fromEntries(
        CONTESTANTS.map((key) => [key, best.get(key) ?? null]),
      ) as ContestFindings['rates'],
    };
  } finally {
    for (const { close } of contestants) close?.();
  }
}

async function enter(folder: URL, sizes: Sizes, scratch: string, say: Say): Promise<readonly Contestant[]> {
  const { zen, jsonRules } = loadOpponents(fileURLToPath(folder), say);
  const [formula, values] = [benchFormula(), benchVector()];
  const plan = planTargets(formula, OUTPUTS);
  const { cells } = encodeVector(plan, values);
  const claims = makeClaims(sizes.rows);
  const few = firstClaims(claims, sizes.slowRows);
  const inC = await cLoop(new URL('contestants/', folder), claims, scratch);
  if (inC === undefined) say('no C compiler here: the loop in C is left out');
  return [
    handLoop(claims),
    ...(inC === undefined ? [] : [inC]),
    columnsContestant(plan, cells, claims),
    scalarContestant(formula, values, claims),
    explainContestant(formula, values, few),
    await duckDbContestant(plan, cells, claims),
    zenContestant(zen, few),
    jsonRulesContestant(jsonRules, few),
    oracleContestant(formula, values, few),
  ];
}

/** Every contestant against the first, over all the rows that it reckons. */
async function agree(contestants: readonly Contestant[], say: Say): Promise<void> {
  const [first, ...others] = contestants;
  const expected = await first?.results();
  if (expected === undefined) return;
  for (const { key, rows, results } of others) {
    checkEqual(key, await results(), expected, rows);
    say(`${key} agrees to the fen over ${rows} rows`);
  }
}
