import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EntryQuery } from '#application/ports/ledger-reader';
import type { CellTerm } from '#domain/statement/cell-terms';
import type { Scope } from '#domain/identity/account';
import { DEPARTMENTS, type Department } from '#domain/identity/department';
import { SIGHT } from '#domain/identity/department-sight';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { inScope } from '#storage/identity/in-scope';
import { createLedgerReader } from '#storage/ledger/ledger-reader';
import { readTurnovers } from '#storage/statement/read-turnovers';
import { createStatementStore } from '#storage/statement/statement-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { makeLedgerBench, type LedgerBench } from '#tests/support/ledger-bench';

const at = (department: Department | '*', place = 'yunhai/east'): Scope => ({
  userId: `${department} ${place}`,
  parts: [{ place, department }],
});
const ALL = Object.keys(DEPARTMENTS) as readonly Department[];
const OTHERS: readonly Department[] = ['finance', 'health', 'audit', 'data'];
const P1 = { counterparty: 'person:P1' };
const FIRM = { counterparty: 'employer:E1' };
const H1 = { counterparty: 'institution:H1' };
const pooled = (amount: bigint) => ({ amounts: { pooled: fen(amount) } });

const CONTRIBUTIONS = [
  'late_fee_assessed person:P1',
  'premium_assessed person:P1',
  'premium_assessed employer:E1',
];
const BENEFITS = ['recovery_due person:P1', 'benefit_settled person:P1'];
const OF_PLACE = ['interest_credited null', 'benefit_settled institution:H1'];

describeOnPostgres('rows about persons and employers', (database) => {
  let bench: LedgerBench;
  const application = () => database().connect('application');
  const reader = () => createLedgerReader(application());

  beforeAll(async () => {
    bench = await makeLedgerBench(application());
    const category = { category: 'inpatient' };
    const outcomes = await bench.store.post([
      bench.command('late_fee_assessed', { ...P1, ...pooled(3n) }),
      bench.command('premium_assessed', { ...P1, ...pooled(400n) }),
      bench.command('premium_assessed', { ...FIRM, ...pooled(900n) }),
      bench.command('recovery_due', { ...P1, ...pooled(20n) }),
      bench.command('benefit_settled', { ...P1, ...pooled(50n), ...category }),
      bench.command('interest_credited', pooled(7n)),
      bench.command('benefit_settled', { ...H1, ...pooled(60n), ...category }),
    ]);
    expect(outcomes.map(({ refusal }) => refusal)).toEqual(outcomes.map(() => null));
  });

  const eventsOf = async (scope: Scope, query: Partial<EntryQuery> = {}): Promise<readonly string[]> =>
    (await reader().listEvents(scope, { ...query, limit: 100 })).map(
      ({ template, counterparty }) => `${String(template)} ${String(counterparty)}`,
    );

  test('SC-3.2: which departments see them stands in the database as in words', async () => {
    const { rows } = await sql<{ matter: string; department: string }>`
      SELECT matter, department FROM department_sight`.execute(application());
    const inWords = Object.entries(SIGHT).flatMap(([matter, { departments }]) =>
      departments.map((department) => ({ matter, department })),
    );
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
      new Set(inWords.map((row) => JSON.stringify(row))),
    );
  });

  describe('SC-3.2, SD-5.2: of one place', () => {
    test.each(['health_insurance', '*'] as const)('are all seen by %s', async (department) => {
      const scope = at(department);
      expect(await eventsOf(scope)).toEqual([...CONTRIBUTIONS, ...BENEFITS, ...OF_PLACE]);
      expect(await reader().countWithheld(scope, { limit: 1 }, undefined)).toBe(0n);
      const entries = await reader().listEntries(scope, { book: 'obligation', limit: 100 });
      expect(entries).toHaveLength(12);
    });

    test('are seen by tax as far as they are contributions', async () => {
      expect(await eventsOf(at('tax'))).toEqual([...CONTRIBUTIONS, ...OF_PLACE]);
      expect(await reader().countWithheld(at('tax'), { limit: 1 }, undefined)).toBe(2n);
      const entries = await reader().listEntries(at('tax'), { book: 'obligation', limit: 100 });
      expect(entries).toHaveLength(8);
    });

    test.each(OTHERS)('are not seen by %s', async (department) => {
      const scope = at(department);
      expect(await eventsOf(scope)).toEqual(OF_PLACE);
      expect(await eventsOf(scope, P1)).toEqual([]);
      expect(await reader().listEntries(scope, { ...P1, limit: 100 })).toEqual([]);
      expect(await reader().countWithheld(scope, { limit: 1 }, undefined)).toBe(5n);
      expect(await reader().countWithheld(scope, { accounts: ['payable'], limit: 1 }, undefined)).toBe(1n);
    });

    test('are not there one by one for who does not see them', async () => {
      const [found] = await reader().listEvents(at('health_insurance'), {
        ...P1,
        accounts: ['payable'],
        limit: 1,
      });
      const number = found?.number ?? 0n;
      expect((await reader().findEvent(at('health_insurance'), number))?.entries).toHaveLength(2);
      for (const department of ['tax', ...OTHERS] as const)
        expect([department, await reader().findEvent(at(department), number)]).toEqual([
          department,
          undefined,
        ]);
      expect(await reader().findEvent(at('health_insurance', 'yunhai/west'), number)).toBeUndefined();
    });

    test('are counted page by page where they are withheld', async () => {
      const [first] = await reader().listEvents(at('finance'), { limit: 1 });
      expect(await reader().countWithheld(at('finance'), { limit: 1 }, first?.number)).toBe(5n);
      const after = first?.number ?? 0n;
      expect(await reader().countWithheld(at('finance'), { after, limit: 1 }, undefined)).toBe(0n);
    });
  });

  describe('make no sum smaller for who does not see them', () => {
    const wholeFor = async (read: (scope: Scope) => Promise<unknown>): Promise<void> => {
      const whole = await read(at('*'));
      for (const department of ALL)
        expect([department, await read(at(department))]).toEqual([department, whole]);
    };

    test.each([false, true])(
      'balances and turnovers are whole for every department (sealed: %s)',
      async (isSealed) => {
        if (isSealed) await bench.sealAll();
        await wholeFor((scope) => reader().listBalances(scope, {}));
        await wholeFor((scope) =>
          inScope(application(), scope, (within) =>
            readTurnovers(within, {
              pools: ['east'],
              insuranceType: 'resident',
              through: '2026-03' as Month,
              head: 1_000_000n,
            }),
          ),
        );
      },
    );

    test('the total of an account is whole, and of a person unknown', async () => {
      await wholeFor((scope) => reader().sumEntries(scope, { accounts: ['receivable'], limit: 1 }));
      expect(await reader().sumEntries(at('*'), { ...P1, limit: 1 })).toEqual({ debit: 473n, credit: 473n });
      expect(await reader().sumEntries(at('tax'), { ...P1, limit: 1 })).toBeUndefined();
      expect(await reader().sumEntries(at('tax'), { ...H1, limit: 1 })).toEqual({ debit: 60n, credit: 60n });
    });

    test('what is open with those whom others see stands in one line of their kind', async () => {
      const open = async (department: Department) =>
        (await reader().listOpenObligations(at(department), {})).map(
          ({ counterparty, isWithheld, receivable, payable }) =>
            `${counterparty}${isWithheld ? ' (withheld)' : ''} ${receivable.toString()} ${payable.toString()}`,
        );
      expect(await open('health_insurance')).toEqual([
        'employer:E1 900 0',
        'institution:H1 0 60',
        'person:P1 423 50',
      ]);
      expect(await open('tax')).toEqual([
        'employer:E1 900 0',
        'institution:H1 0 60',
        'person (withheld) 20 50',
        'person:P1 403 0',
      ]);
      expect(await open('finance')).toEqual([
        'employer (withheld) 900 0',
        'institution:H1 0 60',
        'person (withheld) 423 50',
      ]);
    });
  });

  test('NAT-28.10: a cell of a statement counts the entries behind it that are withheld', async () => {
    const term: CellTerm = {
      sign: 1,
      side: 'credit',
      book: 'obligation',
      pools: ['east'],
      accounts: ['payable'],
      funds: null,
      sources: null,
      categories: null,
      parties: null,
      withPools: null,
      from: null,
      to: '2026-03' as Month,
      withClosing: true,
      openings: 'as_posted',
    };
    const query = { insuranceType: 'resident', terms: [term], head: 1_000_000n } as const;
    const counts = ALL.map(async (department) => [
      department,
      await createStatementStore(application()).countWithheld(at(department), query),
      (await createStatementStore(application()).listEntries(at(department), { ...query, limit: 9 })).length,
    ]);
    expect(await Promise.all(counts)).toEqual(
      ALL.map((department) => (department === 'health_insurance' ? [department, 0, 2] : [department, 1, 1])),
    );
  });

  test('are not reached by way of the fund: a province’s department sees what it sees at each place', async () => {
    expect(await eventsOf(at('health_insurance', 'yunhai'))).toHaveLength(7);
    expect(await eventsOf(at('data', 'yunhai'))).toEqual(OF_PLACE);
    const two: Scope = {
      userId: 'two',
      parts: [
        { place: 'yunhai', department: 'finance' },
        { place: 'yunhai/west', department: '*' },
      ],
    };
    expect(await eventsOf(two)).toEqual(OF_PLACE);
    expect(await reader().countWithheld(two, { limit: 1 }, undefined)).toBe(5n);
  });
});
