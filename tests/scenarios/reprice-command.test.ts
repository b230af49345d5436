import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClaimsBatch } from '#batch/claims-batch';
import type { CliServices } from '#cli/services';
import { checkShape } from '#contract/check-shape';
import { repriceOutputSchema } from '#contract/reprice-output';
import { packFolder } from '#files/pack-folder';
import { runRows } from '#tests/support/claims-parquet';
import { INPATIENT_FILES } from '#tests/support/inpatient-place';
import { inventedSource } from '#tests/support/invented-pack';
import { runRecorded, type Heard } from '#tests/support/recorded-command';
import { buildRepriceWorker } from '#tests/support/reprice-worker';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

interface Output {
  readonly claims: number;
  readonly groups: readonly {
    readonly scenario: string;
    readonly key: Readonly<Record<string, string | null>>;
    readonly claims: number;
    readonly refused: number;
    readonly sums: Readonly<Record<string, string>>;
  }[];
  readonly firstRefused: readonly {
    readonly row: number;
    readonly refusals: readonly { readonly code: string; readonly at: string }[];
  }[];
}

const ROWS = 5000;

describe('tongchou reprice', { timeout: 120_000 }, () => {
  let folder: string;
  let given: Partial<CliServices>;
  let claims: string;

  beforeAll(async () => {
    folder = await makeTempFolder();
    claims = join(folder, 'claims.parquet');
    given = {
      source: inventedSource(INPATIENT_FILES),
      claims: createClaimsBatch(await buildRepriceWorker(folder)),
      now: () => '2026-01-01T00:00:00Z',
      stopRequested: () => new Promise(() => undefined),
      readText: () =>
        Promise.resolve('{ "higher_cap": { "fund_cap": "900000.00" }, "no_large": { "large_rate": "0%" } }'),
    };
    await runRecorded(['sample-claims', '--rows', `${ROWS}`, '--seed', '5', '--output', claims], given);
  }, 120_000);
  afterAll(() => removeTempFolder(folder));

  const reprice = (...args: readonly string[]): Promise<Heard> =>
    runRecorded(['reprice', '--pack', 'yunhai', '--formula', 'inpatient', '--input', claims, ...args], given);
  const printed = async (...args: readonly string[]): Promise<Output> => {
    const { status, out, err } = await reprice(...args);
    expect({ status, err: status === 0 ? '' : err }).toEqual({ status: 0, err: '' });
    const output: unknown = JSON.parse(out);
    expect(checkShape(repriceOutputSchema, output).allowed).toBe(true);
    return output as Output;
  };

  it('sums up by group and scenario what each payer pays, in the form of the contract', async () => {
    const { claims: count, groups } = await printed('--values', 's.json', '--by', 'place,level,type,decile');
    expect(count).toBe(ROWS);
    const of = (scenario: string): Output['groups'] => groups.filter((group) => group.scenario === scenario);
    expect(of('base').reduce((sum, group) => sum + group.claims, 0)).toBe(ROWS);
    expect(Object.keys(of('base')[0]?.key ?? {})).toEqual([
      'place',
      'hospital_level',
      'person_kind',
      'decile',
    ]);
    const paid = (scenario: string, name: string): number =>
      of(scenario).reduce((sum, { sums }) => sum + Number(sums[name]), 0);
    expect(paid('higher_cap', 'fundPaid')).toBeGreaterThanOrEqual(paid('base', 'fundPaid'));
    expect(paid('no_large', 'largeExpensePaid')).toBe(0);
    expect(paid('base', 'largeExpensePaid')).toBeGreaterThan(0);
  });

  it('prices sample claims by the sample pack and the scenarios of the how-to, refusing none', async () => {
    const packs = fileURLToPath(new URL('../../data/sample-packs', import.meta.url));
    const text = await readFile(join(packs, 'scenarios.json'), 'utf8');
    const shown = { ...given, source: packFolder(packs), readText: () => Promise.resolve(text) };
    const asked = ['--formula', 'inpatient', '--input', claims, '--by', 'type', '--values', 'scenarios.json'];
    const { status, out } = await runRecorded(['reprice', '--pack', 'sample', ...asked], shown);
    const { groups } = JSON.parse(out) as Output;
    expect([status, groups.length, groups.some(({ refused }) => refused > 0)]).toEqual([0, 9, false]);
  });

  it('pays in parts that add up to the cost of the claims that were priced', async () => {
    const output = join(folder, 'rows.parquet');
    await printed('--output', output);
    const [sums] = await runRows(
      `SELECT count(*) FILTER (fund_paid_fen + large_expense_paid_fen + person_paid_fen <> cost_fen) AS wrong,
       count(*) AS n FROM '${claims}' POSITIONAL JOIN '${output}'`,
    );
    expect(sums).toEqual({ wrong: 0n, n: BigInt(ROWS) });
  });

  it('never takes what is missing for zero: the row is refused, and the oracle names the field', async () => {
    const input = join(folder, 'missing.parquet');
    await runRows(
      `COPY (SELECT * EXCLUDE (file_row_number) REPLACE (CASE WHEN file_row_number = 2 THEN NULL ELSE self_paid_fen END AS self_paid_fen)
       FROM (SELECT * FROM read_parquet('${claims}', file_row_number = true)) ORDER BY file_row_number)
       TO '${input}' (FORMAT parquet)`,
    );
    const { firstRefused, groups } = await printed('--input', input);
    expect(firstRefused[0]).toMatchObject({
      row: 3,
      refusals: [{ code: 'missing_field', at: 'selfPaid' }],
    });
    const [whole] = (await printed()).groups;
    expect(groups[0]?.refused).toBeGreaterThan(whole?.refused ?? 0);
  });

  it('gives the same made-up claims for the same seed, and others for another', async () => {
    const [again, other] = [join(folder, 'again.parquet'), join(folder, 'other.parquet')];
    await runRecorded(['sample-claims', '--rows', `${ROWS}`, '--seed', '5', '--output', again], given);
    await runRecorded(['sample-claims', '--rows', `${ROWS}`, '--seed', '6', '--output', other], given);
    expect(await readFile(again)).toEqual(await readFile(claims));
    expect(await readFile(other)).not.toEqual(await readFile(claims));
  });

  it('refuses a pack without benefits, a value that the formula does not take, and a missing file', async () => {
    const none = { ...given, source: inventedSource() };
    const args = ['reprice', '--pack', 'yunhai', '--formula', 'inpatient', '--input', claims];
    expect((await runRecorded(args, none)).err).toMatch(/^no_benefit packs\/yunhai/);
    const scenario = { ...given, readText: () => Promise.resolve('{ "more": { "levy_rate": "8%" } }') };
    expect((await runRecorded([...args, '--values', 's.json'], scenario)).err).toMatch(/^unknown_value more/);
    expect((await reprice('--input', join(folder, 'none.parquet'))).err).toMatch(/^file_not_found/);
    expect((await reprice('--by', 'county')).err).toMatch(/^missing_column county/);
  });
});
