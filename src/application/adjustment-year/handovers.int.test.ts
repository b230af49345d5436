import { expect, test } from 'vitest';
import { decideOnMatter, requestMatter, type RequestedMatter } from '#application/adjustment-year/matters';
import { matterFigures } from '#domain/adjustment-year/matter-figures';
import type { Scope } from '#domain/identity/account';
import type { Decision } from '#kernel/decision';
import { createLedgerVerifier } from '#storage/ledger/verify/verify-ledger';
import {
  allowed,
  codesOf,
  makeYearBench,
  netOf,
  YEAR_NOW,
  type YearBench,
} from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { replaceOnce } from '#tests/support/invented-pack';
import { failedChecks, FUND, TEST_KEYS } from '#tests/support/ledger-bench';
import { yearFiles } from '#tests/support/pooled-year-bench';

/** West is an urban district by its code. */
const FILES = { ...yearFiles('full_pooling'), 'places.yaml': replaceOnce("'990200'", "'990102'") };

let papers = 0;

function ask(
  { services, maker }: YearBench,
  content: { readonly amount: string; readonly auditedGap: string },
  rest: Partial<RequestedMatter> = {},
): Promise<Decision<{ readonly id: string }>> {
  papers += 1;
  const pool = rest.pool ?? 'east';
  const matter: RequestedMatter = {
    kind: 'handover',
    place: `${FUND}/${pool}`,
    pool,
    insuranceType: 'employee',
    year: 2025,
    packId: 'yunhai',
    content,
    document: `SJ-${papers}`,
    documentHash: papers.toString(16).padStart(64, '0'),
    note: 'as audited',
    ...rest,
  };
  return requestMatter(services, maker, matter, YEAR_NOW);
}

const decide = (
  { services }: YearBench,
  by: Scope,
  id: string,
  decision: 'granted' | 'refused' = 'granted',
): Promise<Decision<null>> => decideOnMatter(services, by, id, { decision, note: 'seen' }, YEAR_NOW);

async function gapOf({ services, maker }: YearBench, pool: string): Promise<string | undefined> {
  const matters = await services.adjustmentYearStore.within(maker, (office) => office.listMatters());
  return matterFigures([pool], 2025, matters).find(({ field }) => field === 'auditedPriorGap')?.value;
}

describeOnPostgres('a handover from before pooling', (database) => {
  test('JH-4.7-d, JH-4.7-e: it is of the first year, of no district’s gap, and at most what the books held', async () => {
    const bench = await makeYearBench(database().connect('application'), FILES);
    expect(codesOf(await ask(bench, { amount: '10.00', auditedGap: '0.00' }, { year: 2026 }))).toEqual([
      'handover_not_of_year year',
    ]);
    expect(codesOf(await ask(bench, { amount: '0.00', auditedGap: '5.00' }, { year: 2024 }))).toEqual([
      'handover_not_of_year year',
    ]);
    expect(codesOf(await ask(bench, { amount: '500.01', auditedGap: '0.00' }))).toEqual([
      'handover_above_opening content.amount',
    ]);
    const west = await ask(bench, { amount: '1.00', auditedGap: '1.00' }, { pool: 'west' });
    expect(west).toMatchObject({ refusals: [{ code: 'audited_gap_on_district', clause: 'YH-8' }] });
  });
});

describeOnPostgres('a granted handover', (database) => {
  const verified = async (): Promise<readonly string[]> =>
    failedChecks(await createLedgerVerifier(database().connect('auditor'), TEST_KEYS).verify(null));

  test('JH-4.7-e, JH-4.7-f: is replaced by one that names it and a second person grants; the books take the difference', async () => {
    const bench = await makeYearBench(database().connect('application'), FILES);
    const marked = (): Promise<string> => netOf(bench, 'east', '1003', 'pre_pooling');
    const { id: first } = allowed(await ask(bench, { amount: '100.00', auditedGap: '20.00' }));
    const early = await ask(bench, { amount: '1.00', auditedGap: '0.00' }, { corrects: first });
    expect(codesOf(early)).toEqual(['not_correctable corrects']);
    allowed(await decide(bench, bench.checker, first));
    expect([await marked(), await gapOf(bench, 'east')]).toEqual(['100.00', '20.00']);

    const silent = await ask(bench, { amount: '60.00', auditedGap: '0.00' }, { corrects: first, note: ' ' });
    expect(codesOf(silent)).toEqual(['reason_missing note']);
    const less = allowed(await ask(bench, { amount: '60.00', auditedGap: '0.00' }, { corrects: first })).id;
    expect(codesOf(await ask(bench, { amount: '1.00', auditedGap: '0.00' }, { corrects: first }))).toEqual([
      'not_correctable corrects',
    ]);
    expect(codesOf(await decide(bench, bench.maker, less))).toEqual(['same_person']);
    expect([await marked(), await gapOf(bench, 'east')]).toEqual(['100.00', '20.00']);
    allowed(await decide(bench, bench.checker, less));
    expect([await marked(), await gapOf(bench, 'east')]).toEqual(['60.00', '0.00']);

    // Refused, the request to free the money is refused with it, and another may be asked for.
    const none = { amount: '0.00', auditedGap: '0.00' };
    const refused = allowed(await ask(bench, none, { corrects: less })).id;
    allowed(await decide(bench, bench.checker, refused, 'refused'));
    const more = allowed(await ask(bench, { amount: '80.00', auditedGap: '3.00' }, { corrects: less })).id;
    allowed(await decide(bench, bench.checker, more));
    expect([await marked(), await gapOf(bench, 'east')]).toEqual(['80.00', '3.00']);
    const withdrawn = allowed(await ask(bench, none, { corrects: more })).id;
    allowed(await decide(bench, bench.checker, withdrawn));
    expect([await marked(), await gapOf(bench, 'east')]).toEqual(['0.00', '0.00']);
    expect(await verified()).toEqual([]);
  });
});

describeOnPostgres('a handover of money that was spent', (database) => {
  test('JH-4.7-e, JH-R4: is not marked, and the refusal says what the account holds and what to do', async () => {
    const bench = await makeYearBench(database().connect('application'), FILES, {
      east: { opening: '500.00', premium: '1.00', subsidy: '0.00', benefit: '450.00' },
      west: { opening: '1.00', premium: '1.00', subsidy: '0.00', benefit: '1.00' },
      north: { opening: '1.00', premium: '1.00', subsidy: '0.00', benefit: '1.00' },
    });
    const { id } = allowed(await ask(bench, { amount: '500.00', auditedGap: '0.00' }));
    const outcome = await decide(bench, bench.checker, id);
    expect(outcome).toMatchObject({ refusals: [{ code: 'handover_spent', at: 'content.amount' }] });
    expect(outcome.allowed ? '' : outcome.refusals[0]?.what.en).toContain('holds 51.00 yuan');
    // The rest of it can be handed over as it is.
    allowed(await decide(bench, bench.checker, id, 'refused'));
    const rest = allowed(await ask(bench, { amount: '50.00', auditedGap: '0.00' })).id;
    allowed(await decide(bench, bench.checker, rest));
    expect(await netOf(bench, 'east', '1003', 'pre_pooling')).toBe('50.00');
  });
});
