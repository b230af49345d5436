import { beforeAll, expect, test } from 'vitest';
import { readStatementFile } from '#files/statement-file';
import { allow } from '#kernel/decision';
import { fen } from '#kernel/fen';
import { plainDate } from '#kernel/plain-date';
import { createStores } from '#storage/create-stores';
import type { CliServices, OpenedStore } from '#cli/services';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { makeReconciliationBench, type ReconciliationBench } from '#tests/support/reconciliation-bench';
import { runRecorded, type Heard } from '#tests/support/recorded-command';

const BOOKS = ['--pool', 'east', '--type', 'resident', '--month', '2026-01'];
const FILES: Readonly<Record<string, string>> = {
  'special.csv':
    'date,amount,direction,balance,reference,counterparty,summary\n2026-01-06,10.00,receipt,10.00,V1,,\n',
  'short.csv':
    'date,amount,direction,balance,reference,counterparty,summary\n2026-01-06,9.00,receipt,10.00,V1,,\n',
  'ours.csv': 'id,type\n1,employee\n2,resident\n',
  'tax.csv': 'type,id\nemployee,1\nemployee,2\nresident,3\n',
};

describeOnPostgres('tongchou reconcile', (database) => {
  let bench: ReconciliationBench;
  let given: Partial<CliServices>;
  beforeAll(async () => {
    const connection = database().connect('application');
    bench = await makeReconciliationBench(connection);
    const subsidy = { counterparty: 'government:G1', amounts: { pooled: fen(1000n) } };
    await bench.post('subsidy_received', { ...subsidy, effectiveOn: plainDate(2026, 1, 5), note: 'V1' });
    const store = { ...createStores(connection), close: () => Promise.resolve() } as unknown as OpenedStore;
    given = {
      openStore: () => Promise.resolve(allow(store)),
      readStatementFile,
      readBytes: (path) => {
        const text = FILES[path];
        return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
      },
    };
  });

  const check = (file: string, closing: string, account = '1003'): Promise<Heard> => {
    const balances = ['--opening', '0.00', '--closing', closing];
    const who = ['--party', 'finance', '--account', account];
    return runRecorded(['reconcile', 'check', file, ...BOOKS, ...who, ...balances], given);
  };

  test('JH-4.7-b: compares a file with the ledger and stores nothing', async () => {
    const agreed = await check('special.csv', '10.00');
    expect([agreed.status, agreed.err]).toEqual([0, '']);
    expect(agreed.out).toMatch(/调节后\s+10\.00/);
    expect((await runRecorded(['reconcile', 'list', '--json'], given)).out).toBe('[]\n');
  });

  test('JH-4.7-b: names the line of a file that does not add up', async () => {
    const wrong = await check('short.csv', '9.00');
    expect([wrong.status, wrong.out]).toEqual([1, '']);
    expect(wrong.err).toContain('statement_balance_wrong short.csv:2');
    expect((await check('none.csv', '9.00')).err).toContain('file_not_found none.csv');
  });

  test('JX-3.2: compares premiums; what nobody told is a dash', async () => {
    const premiums = await runRecorded(['reconcile', 'premiums', ...BOOKS], given);
    expect([premiums.status, premiums.out.includes('—')]).toEqual([0, true]);
  });

  test('JH-4.7-c: compares the rolls of two departments by key', async () => {
    const rolls = await runRecorded(['reconcile', 'rolls', 'ours.csv', 'tax.csv', '--key', 'id'], given);
    expect(rolls.status).toBe(1);
    expect(JSON.parse(rolls.out)).toMatchObject({
      agreeing: 1,
      missingFromOurs: [{ key: '3', at: 'tax.csv:4' }],
      contradictions: [{ key: '2', field: 'type', ours: 'resident', theirs: 'employee' }],
    });
    const unknown = await runRecorded(['reconcile', 'rolls', 'ours.csv', 'tax.csv', '--key', '?'], given);
    expect(unknown.err).toContain('headings_missing ours.csv');
  });
});
