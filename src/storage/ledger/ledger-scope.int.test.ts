import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '#domain/identity/account';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { createLedgerReader } from '#storage/ledger/ledger-reader';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { FUND, makeLedgerBench, NOW, type LedgerBench } from '#tests/support/ledger-bench';

const scopeOf = (userId: string, place: string): Scope => ({ userId, parts: [{ place, department: '*' }] });
const EAST = scopeOf('eve', 'yunhai/east');
const WEST = scopeOf('wes', 'yunhai/west');
const PROVINCE = scopeOf('pat', 'yunhai');
const pooled = { amounts: { pooled: fen(7n) } };

describeOnPostgres('the ledger within a scope', (database) => {
  let bench: LedgerBench;
  const reader = () => createLedgerReader(database().connect('application'));
  beforeAll(async () => {
    bench = await makeLedgerBench(database().connect('application'));
    const levy = { otherPool: FUND, amounts: { levy: fen(70n) } };
    await bench.store.post([
      bench.command('interest_credited', { pool: 'east', ...pooled }),
      bench.command('interest_credited', { pool: 'west', ...pooled }),
      bench.command('levy_due', { pool: 'east', ...levy }),
      bench.command('levy_paid', { pool: 'east', ...levy }),
      bench.command('subsidy_due', { pool: 'west', counterparty: 'government:G1', ...pooled }),
    ]);
  });

  describe('reading', () => {
    test('shows a place its own books, entries, totals, balances and obligations, and no neighbour’s', async () => {
      expect((await reader().listBooks(EAST)).map(({ pool }) => pool)).toEqual(['east', 'east']);
      await bench.sealAll();
      for (const query of [{}, { pools: ['east', 'west', FUND] }]) {
        const entries = await reader().listEntries(EAST, { ...query, limit: 100 });
        expect(new Set(entries.map(({ pool }) => pool))).toEqual(new Set(['east']));
        const balances = await reader().listBalances(EAST, query);
        expect(new Set(balances.map(({ pool }) => pool))).toEqual(new Set(['east']));
      }
      expect(await reader().listOpenObligations(EAST, {})).toEqual([]);
      expect(await reader().listOpenObligations(WEST, {})).toMatchObject([
        { pool: 'west', counterparty: 'government:G1', receivable: 7n, payable: 0n },
      ]);
    });

    test('NAT-28.3: shows an event between two pools to both, with the entries of each', async () => {
      const [levy] = await reader().listEvents(EAST, { template: 'levy_paid', limit: 1 });
      const number = levy?.number ?? 0n;
      const seen = async (scope: Scope): Promise<readonly string[] | undefined> =>
        (await reader().findEvent(scope, number))?.entries.map(({ pool }) => pool);
      expect(await seen(EAST)).toEqual(['east', 'east', 'east', 'east']);
      expect(await seen(PROVINCE)).toHaveLength(8);
      expect(await seen(WEST)).toBeUndefined();
      expect(await seen({ userId: 'nobody', parts: [] })).toBeUndefined();
    });

    test('gives pages that neither overlap nor lose an entry, each event whole', async () => {
      const all = await reader().listEntries(PROVINCE, { limit: 1000 });
      const paged: (typeof all)[number][] = [];
      for (let after = 0n; ;) {
        const page = await reader().listEntries(PROVINCE, { after, limit: 3 });
        if (page.length === 0) break;
        paged.push(...page);
        after = page.at(-1)?.event ?? 0n;
      }
      expect(paged).toEqual(all);
      const numbers = (await reader().listEvents(PROVINCE, { limit: 100 })).map(({ number }) => number);
      const [first = 0n] = numbers;
      expect(
        (await reader().listEvents(PROVINCE, { after: first, limit: 2 })).map((one) => one.number),
      ).toEqual(numbers.slice(1, 3));
    });

    test.each([
      [{ accounts: ['5301'] }, 1],
      [{ book: 'cash', pools: ['west'] }, 2],
      [{ counterparty: `pool:${FUND}` }, 5],
      [{ template: 'subsidy_due' }, 2],
      [{ sources: ['adjustment'], book: 'cash' }, 2],
      [{ fromMonth: '2026-04' as Month }, 0],
      [{ toMonth: '2026-03' as Month, insuranceType: 'resident' }, 18],
      [{ insuranceType: 'employee' }, 0],
    ] as const)('finds entries by %o', async (query, count) => {
      expect(await reader().listEntries(PROVINCE, { ...query, limit: 100 })).toHaveLength(count);
    });

    test('finds events by the accounts of their entries, and by either pool', async () => {
      const templates = async (query: object): Promise<readonly (string | null)[]> =>
        (await reader().listEvents(PROVINCE, { ...query, limit: 100 })).map(({ template }) => template);
      expect(await templates({ accounts: ['4402'] })).toEqual(['levy_paid']);
      expect(await templates({ pools: [FUND] })).toEqual(['levy_due', 'levy_paid']);
      expect(await templates({ counterparty: 'pool:east' })).toEqual(['levy_due', 'levy_paid']);
      expect(await templates({ counterparty: 'government:G1' })).toEqual(['subsidy_due']);
    });

    test.each(['ledger_account_set', 'ledger_entry', 'ledger_event', 'ledger_total', 'ledger_balance'])(
      'shows nothing of %s where no scope is stated',
      async (table) => {
        const { rows } = await database()
          .connect('application')
          .transaction()
          .execute(async (transaction) => {
            await sql`SELECT set_config('tongchou.scope', '', true)`.execute(transaction);
            return sql<{ count: bigint }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(
              transaction,
            );
          });
        expect(rows).toEqual([{ count: 0n }]);
      },
    );

    test('hides nothing from the auditing role', async () => {
      const auditor = database().connect('auditor');
      const { rows } = await sql<{
        pools: bigint;
      }>`SELECT count(DISTINCT pool) AS pools FROM ledger_entry`.execute(auditor);
      expect(rows).toEqual([{ pools: 3n }]);
    });
  });

  describe('writing', () => {
    const storeOf = (scope: Scope) => createLedgerStore(database().connect('application')).within(scope);
    const forbidden = { code: '42501' };
    const byEve = { actor: 'eve', ...pooled };

    test('posts for a pool of the scope in the name of who acts', async () => {
      const [outcome] = await storeOf(EAST).post([bench.command('interest_credited', byEve)]);
      expect(outcome).toMatchObject({ refusal: null });
    });

    test('is refused by the database in the name of another', async () => {
      const store = storeOf(EAST);
      await expect(store.post([bench.command('interest_credited', pooled)])).rejects.toMatchObject(forbidden);
      const books = { pool: 'east', insuranceType: 'resident' } as const;
      const other = { by: 'Ann', now: NOW };
      await expect(store.closeMonth(books, '2026-01' as Month, other)).rejects.toMatchObject(forbidden);
      await expect(
        store.openBooks({ ...books, kind: 'pool', firstMonth: '2026-01' as Month }, other),
      ).rejects.toMatchObject(forbidden);
      const ask = { ...books, template: 'pre_pooling_used', amount: 1n, cause: 'local_gap', reason: 'r' };
      await expect(store.requestApproval(ask, other)).rejects.toMatchObject(forbidden);
    });

    test('is refused by the database for a pool outside of the scope', async () => {
      const outside = bench.command('interest_credited', { ...byEve, pool: 'west' });
      await expect(storeOf(EAST).post([outside])).rejects.toMatchObject(forbidden);
      await expect(storeOf({ userId: 'eve', parts: [] }).post([outside])).rejects.toMatchObject(forbidden);
      const events = await reader().listEvents(WEST, { template: 'interest_credited', limit: 1 });
      const undo = bench.reversal(events[0]?.number ?? 0n, { actor: 'eve' });
      await expect(storeOf(EAST).post([undo])).rejects.toMatchObject(forbidden);
      const books = { pool: 'west', insuranceType: 'resident' } as const;
      const eve = { by: 'eve', now: NOW };
      await expect(storeOf(EAST).closeMonth(books, '2026-01' as Month, eve)).rejects.toMatchObject(forbidden);
      const ask = { ...books, template: 'pre_pooling_used', amount: 1n, cause: 'local_gap', reason: 'r' };
      const number = await storeOf(WEST).requestApproval(ask, { by: 'wes', now: NOW });
      await expect(storeOf(EAST).decideApproval(number, 'approved', eve)).rejects.toMatchObject(forbidden);
      expect(await reader().findApproval(EAST, number)).toBeUndefined();
      expect(await reader().findApproval(WEST, number)).toMatchObject({ requestedBy: 'wes', decision: null });
    });

    test('NAT-28.3: reaches the fund that the pool belongs to, and no other pool', async () => {
      const levy = { actor: 'eve', pool: 'east', amounts: { levy: fen(1n) } };
      const [paid] = await storeOf(EAST).post([bench.command('levy_due', { ...levy, otherPool: FUND })]);
      expect(paid).toMatchObject({ refusal: null });
      const other = bench.command('levy_due', { ...levy, otherPool: 'west' });
      await expect(storeOf(EAST).post([other])).rejects.toMatchObject(forbidden);
      const undo = bench.reversal(paid?.number ?? 0n, { actor: 'eve' });
      expect(await storeOf(EAST).post([undo])).toMatchObject([{ refusal: null }]);
    });

    test('opens books only for a pool that the register has, of that kind', async () => {
      const pat = { by: 'pat', now: NOW };
      const books = { pool: 'east', insuranceType: 'resident', firstMonth: '2026-01' as Month } as const;
      expect(await storeOf(PROVINCE).openBooks({ ...books, kind: 'fund' }, pat)).toBe('pool_unknown');
      expect(await storeOf(PROVINCE).openBooks({ ...books, kind: 'pool' }, pat)).toBe('books_opened');
      const nowhere = { ...books, pool: 'nowhere', kind: 'pool' } as const;
      await expect(storeOf(PROVINCE).openBooks(nowhere, pat)).rejects.toMatchObject(forbidden);
      expect(await bench.store.openBooks(nowhere, pat)).toBe('pool_unknown');
    });
  });
});
