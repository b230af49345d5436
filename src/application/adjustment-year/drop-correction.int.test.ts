import { beforeAll, expect, test } from 'vitest';
import { correctYear } from '#application/adjustment-year/correct-year';
import { decideYear, type YearDecision } from '#application/adjustment-year/decide-year';
import { freezeYear } from '#application/adjustment-year/freeze-year';
import { listYears, yearInbox } from '#application/adjustment-year/list-years';
import { viewYear, type YearView } from '#application/adjustment-year/year-view';
import type { Account, Scope } from '#domain/identity/account';
import type { RoleId } from '#domain/identity/roles';
import type { Decision } from '#kernel/decision';
import {
  allowed,
  codesOf,
  makeYearBench,
  settle,
  YEAR_NOW,
  type YearBench,
} from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { FUND } from '#tests/support/ledger-bench';

const account = (scope: Scope, role: RoleId): Account => ({
  userId: scope.userId,
  login: scope.userId,
  name: scope.userId,
  department: 'health_insurance',
  place: FUND,
  mustChange: false,
  grants: [{ role, place: FUND, breakGlass: null }],
});

describeOnPostgres('a correction of a year under way', (database) => {
  let bench: YearBench;
  let id = '';
  let settled: YearView;
  beforeAll(async () => {
    bench = await makeYearBench(database().connect('application'));
    id = await bench.openAndAttest();
    await bench.grant({ kind: 'adoption', pool: FUND, content: { value: 'shortage_rule' } });
    await settle(bench, id, 'v1');
    settled = await viewed();
  });
  const viewed = async (who = account(bench.maker, 'fund_maker')): Promise<YearView> =>
    allowed(await viewYear(bench.services, who, bench.maker, id, YEAR_NOW));
  const correct = (): Promise<Decision<unknown>> =>
    correctYear(
      bench.services,
      bench.maker,
      id,
      { step: 'corrected', reason: 'audit of the west' },
      YEAR_NOW,
    );
  const ask = (who: Scope, reason = 'opened in error'): Promise<Decision<unknown>> =>
    correctYear(bench.services, who, id, { step: 'drop_asked', reason }, YEAR_NOW);
  const decide = (who: Scope, decision: YearDecision): Promise<Decision<unknown>> =>
    decideYear(bench.services, who, id, { decision, note: 'agreed' }, YEAR_NOW);

  test('NAT-28.3: the version in force stands beside the correction with what is owed and paid, whatever is gathered', async () => {
    expect([settled.phase, settled.inForce]).toEqual(['final', null]);
    allowed(await correct());
    const { phase, version, lines, run, inForce } = await viewed();
    expect([phase, version, lines, run]).toEqual(['gathering', 2, [], null]);
    expect(inForce).toEqual({
      version: 1,
      phase: 'final',
      phaseLabel: settled.phaseLabel,
      run: settled.run,
      lines: settled.lines,
    });
    const [listed] = (await listYears(bench.services, bench.maker)).filter((one) => one.id === id);
    expect(listed).toMatchObject({ phase: 'gathering', version: 2, inForce: { phase: 'final', version: 1 } });
  });

  test('SC-3.3-a: a correction is given up from its opening on, by a request with a reason that another confirms', async () => {
    expect(codesOf(await ask(bench.maker, ' '))).toEqual(['reason_missing note']);
    expect(codesOf(await decide(bench.checker, 'dropped'))).toEqual(['wrong_state gathering']);
    allowed(await ask(bench.payer));
    expect((await viewed()).phase).toBe('dropping');
    // Neither who opened it nor who asks; and nothing else is done to it meanwhile.
    expect(codesOf(await decide(bench.maker, 'dropped'))).toEqual(['same_person']);
    expect(codesOf(await decide(bench.payer, 'dropped'))).toEqual(['same_person']);
    expect(codesOf(await freezeYear(bench.services, bench.maker, id, '', YEAR_NOW))).toEqual([
      'wrong_state dropping',
    ]);
    expect(codesOf(await decide(bench.checker, 'checked'))).toEqual(['wrong_state dropping']);
    const waiting = await yearInbox(bench.services, account(bench.checker, 'fund_checker'), bench.checker);
    expect(waiting.steps.map(({ step }) => step)).toEqual(['dropped']);
    allowed(await decide(bench.checker, 'dropped'));
    const { steps, ...dropped } = await viewed();
    expect(dropped).toMatchObject({ phase: 'final', version: 1, inForce: null, lines: settled.lines });
    expect(steps.slice(-3).map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'corrected 2',
      'drop_asked 2',
      'returned 2',
    ]);
  });

  test('a request that is returned lets the correction go on, also after its figures were frozen', async () => {
    allowed(await correct());
    allowed(await ask(bench.maker));
    allowed(await decide(bench.checker, 'returned'));
    expect(await viewed()).toMatchObject({ phase: 'gathering', version: 3, inForce: { version: 1 } });
    allowed(await freezeYear(bench.services, bench.maker, id, '', YEAR_NOW));
    allowed(await ask(bench.maker));
    allowed(await decide(bench.checker, 'dropped'));
    expect(await viewed()).toMatchObject({ phase: 'final', version: 1 });
  });

  test('JX-2.5: a dropped correction takes its figures with it: the page and a later correction begin from those in force', async () => {
    const enrolment = async (): Promise<string | undefined> =>
      (await viewed()).figures.find(({ subject, field }) => subject === 'east' && field === 'enrolmentMet')
        ?.value;
    allowed(await correct());
    allowed(await bench.attest(id, 'east', 'enrolmentMet', 'false'));
    expect(await enrolment()).toBe('false');
    allowed(await ask(bench.maker));
    allowed(await decide(bench.checker, 'dropped'));
    expect(await enrolment()).toBe('true');
    allowed(await correct());
    expect(await enrolment()).toBe('true');
    allowed(await ask(bench.maker));
    allowed(await decide(bench.checker, 'dropped'));
  });

  test('a first version is no correction: nobody gives it up', async () => {
    expect(codesOf(await ask(bench.maker))).toEqual(['wrong_state final']);
  });
});
