import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { consolidateRound } from '#application/budget/consolidate-round';
import { decideConsolidation } from '#application/budget/decide-consolidation';
import { viewYear } from '#application/adjustment-year/year-view';
import { closeYear } from '#application/fund/close-year';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { openSession } from '#application/identity/sign-in';
import type { IdentityServices } from '#application/identity/services';
import type { HttpServices } from '#http/services';
import { planJournal } from '#domain/fund/journal';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import { addMonths, type Month } from '#kernel/month';
import { plainDate } from '#kernel/plain-date';
import { createStores } from '#storage/create-stores';
import type { Database } from '#storage/database/connect';
import { createPlaceStore } from '#storage/place/place-store';
import {
  acceptedDraft,
  BUDGET_NOW,
  makeBudgetBench,
  openRound2026,
  RESIDENTS_ALONE,
} from '#tests/support/budget-bench';
import { givenDraft } from '#tests/support/budget-drafts';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { runHowToRequests, type HowToWorld } from '#tests/support/how-to-requests';
import { localServer } from '#tests/support/local-server';
import { allowed, makeYearBench, YEAR_NOW } from '#tests/support/adjustment-year-bench';
import { addPerson, identityServices } from '#tests/support/identity-people';
import { ANN, FUND, makeLedgerBench, POOLS, REGISTER } from '#tests/support/ledger-bench';
import { makeReconciliationBench } from '#tests/support/reconciliation-bench';

/** What a world is made of: its services, its people by the names of the page, and what happens apart from it. */
interface Prepared {
  readonly identity: IdentityServices;
  readonly people: Readonly<Record<string, string>>;
  readonly services?: Partial<HttpServices>;
  readonly names?: HowToWorld['names'];
  readonly before?: HowToWorld['before'];
}

function howTo(page: string, prepare: (database: Database) => Promise<Prepared>): void {
  describeOnPostgres(`docs/how-to/${page}`, (database) => {
    test('every request on the page is answered as it says', async () => {
      const connection = database().connect('application');
      const { identity, people, services, names, before } = await prepare(connection);
      let now = '';
      const app = localServer({ ...createStores(connection), ...identity, ...services, now: () => now });
      const text = readFileSync(new URL(`../../docs/how-to/${page}`, import.meta.url), 'utf8');
      const sent = await runHowToRequests(text, {
        app,
        tokenOf: async (who, at) => (await openSession(identity, present(people[who], who), at)).token,
        setNow: (at) => {
          now = at;
        },
        before: before ?? {},
        names: names ?? {},
      });
      await app.close();
      expect([sent > 0, sent]).toEqual([true, text.split('```http').length - 1]);
    });
  });
}

howTo('reconcile-a-month.md', async (database) => {
  const bench = await makeReconciliationBench(database);
  const { maker, checker, ofFinance } = bench.as;
  const subsidy = (amount: bigint, day: number, note: string): Promise<bigint> => {
    const amounts = { pooled: fen(amount) };
    const effectiveOn = plainDate(2026, 1, day);
    return bench.post('subsidy_received', { counterparty: 'government:G1', amounts, effectiveOn, note });
  };
  await subsidy(100_000n, 5, 'V1');
  await subsidy(20_000n, 30, 'V3');
  const people = { maker: maker.userId, checker: checker.userId, finance: ofFinance.userId };
  const books = { pool: 'east', insuranceType: 'resident' } as const;
  const closing = { by: 'Ann', now: '2026-02-03T01:00:00.000Z' };
  const before = {
    '2026-02-03': async () => {
      expect(await bench.ledger.store.closeMonth(books, '2026-01' as Month, closing)).toBeUndefined();
    },
  };
  return { identity: bench.identity, people, before };
});

howTo('settle-a-year.md', async (database) => {
  const bench = await makeYearBench(database);
  const { services, maker, checker, approver, payer, ofEast } = bench;
  const before = {
    '2026-02-11': async (names: ReadonlyMap<string, string>) => {
      const id = present(names.get('year'), 'the year of the page');
      const own = { login: 'maker', name: 'maker', department: 'health_insurance', place: FUND } as const;
      const account = { ...own, userId: maker.userId, mustChange: false, grants: [] };
      const { missing } = allowed(await viewYear(services, account, maker, id, YEAR_NOW));
      for (const { subject, field } of missing)
        allowed(await bench.attest(id, subject, field, field === 'treasuryCover' ? '0.00' : 'true'));
    },
  };
  const people = {
    maker: maker.userId,
    checker: checker.userId,
    approver: approver.userId,
    payer: payer.userId,
    east: ofEast.userId,
  };
  return { identity: identityServices(database), people, services, before };
});

howTo('run-a-funds-month.md', async (database) => {
  await createPlaceStore(database).record(MACHINE_SCOPE, REGISTER, null, BUDGET_NOW);
  const bench = await makeBudgetBench(database);
  const { identity, administrators, services, scope } = bench;
  const round = await openRound2026(bench);
  for (const pool of [...POOLS, FUND]) {
    const amounts = pool === FUND ? {} : { '4001/pooled': '1000.00', '5001.inpatient/pooled': '900.00' };
    await acceptedDraft(bench, round, givenDraft(pool, amounts, '0.00'));
  }
  allowed(await consolidateRound(services, scope('maker'), round, RESIDENTS_ALONE, BUDGET_NOW));
  const adopted = { decision: 'adopted', reason: '' } as const;
  allowed(await decideConsolidation(services, scope('checker'), round, adopted, BUDGET_NOW));
  const place = `${FUND}/east`;
  const person = (login: string, role: 'fund_maker' | 'fund_checker'): Promise<string> => {
    const user = { login, name: login, department: 'health_insurance', place } as const;
    return addPerson(identity, administrators, user, [[role, place]]);
  };
  const people = {
    maker: await person('fundmaker', 'fund_maker'),
    checker: await person('fundchecker', 'fund_checker'),
  };
  return { identity, people };
});

howTo('run-a-budgets-year.md', async (database) => {
  const ledger = await makeLedgerBench(database);
  const bench = await makeBudgetBench(database);
  const books = { pool: 'east', insuranceType: 'resident' } as const;
  const later = { ...ANN, now: '2027-01-20T08:00:00.000Z' };
  const post = async (template: string, pooled: bigint, rest: object = {}): Promise<void> => {
    const [outcome] = await ledger.store.post([
      ledger.command(template, { ...books, amounts: { pooled: fen(pooled) }, ...rest }),
    ]);
    expect([template, outcome?.refusal]).toEqual([template, null]);
  };
  const before = {
    '2025-11-13': async (said: ReadonlyMap<string, string>) => {
      const round = present(said.get('round'), 'the round of the page');
      for (const pool of ['west', 'north', FUND]) await acceptedDraft(bench, round, givenDraft(pool));
    },
    '2026-07-01': async () => {
      await post('premium_to_treasury', 100_000n, { counterparty: 'person:P1' });
      await post('treasury_swept', 100_000n);
      await post('expenditure_account_funded', 90_000n);
      await post('benefit_paid', 9_000n, { counterparty: 'institution:H1', category: 'inpatient' });
    },
    '2027-02-01': async () => {
      const year = { ...books, kind: 'pool', year: 2026 } as const;
      allowed(await closeYear(ledger.store, allowed(planJournal(ledger.pack)), year, later));
      for (let month = '2026-01' as Month; month <= '2026-12'; month = addMonths(month, 1))
        expect(await ledger.store.closeMonth(books, month, later)).toBeUndefined();
    },
  };
  const { eastMaker, maker, checker } = bench.ids;
  const draft = givenDraft('east', { '4001/pooled': '950.00', '5001.inpatient/pooled': '100.00' });
  return {
    identity: bench.identity,
    services: bench.services,
    people: { pool: eastMaker, maker, checker },
    names: { 'the filled form': JSON.stringify(draft) },
    before,
  };
});
