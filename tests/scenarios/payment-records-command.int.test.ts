import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { OpenedStore, ProgramServices } from '#cli/services';
import { draftPlan } from '#application/payout/payment-plans';
import { proposeRun } from '#application/payout/payment-runs';
import { enterNotice } from '#application/payout/interest-notices';
import { proposeStatement } from '#application/statement/keep-statement';
import { packFolder } from '#files/pack-folder';
import { allow } from '#kernel/decision';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { plainDate } from '#kernel/plain-date';
import { createStores } from '#storage/create-stores';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { ANN, FUND, NOW, POOLS } from '#tests/support/ledger-bench';
import { makePayoutBench, valueIn } from '#tests/support/payout-bench';
import { runRecorded, type Heard } from '#tests/support/recorded-command';

const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));
const BOOKS = { pool: 'east', insuranceType: 'resident' } as const;
const MARCH = '2026-03' as Month;
const HOSPITAL = { counterparty: 'institution:H1', category: 'inpatient' } as const;

describeOnPostgres('the command line reads what is owed and paid', (database) => {
  let given: Partial<ProgramServices>;
  let run1 = '';
  let statement = '';
  const files = new Map<string, Uint8Array>();
  beforeAll(async () => {
    const connection = database().connect('application');
    const bench = await makePayoutBench(connection);
    const { services, maker } = bench;
    await bench.post('subsidy_received', { counterparty: 'government:G1', amounts: { pooled: fen(90000n) } });
    await bench.post('benefit_settled', { ...HOSPITAL, amounts: { pooled: fen(12345n) } });
    const ofWest = { pool: 'west', amounts: { pooled: fen(9000n) } };
    await bench.post('subsidy_received', { ...ofWest, counterparty: 'government:G1' });
    await bench.post('benefit_settled', { ...ofWest, ...HOSPITAL });
    await bench.post('expenditure_account_funded', ofWest);
    await bench.post('benefit_paid', { ...ofWest, ...HOSPITAL });
    await bench.account('east', { role: 'expenditure' });
    await bench.account('east', {
      role: 'payee',
      counterparty: 'institution:H1',
      number: '6222000000001234',
    });
    valueIn(await draftPlan(services, maker, { ...BOOKS, month: MARCH, expected: new Map(), note: '' }, NOW));
    const wanted = { ...BOOKS, purpose: 'benefit', category: 'inpatient', lines: undefined } as const;
    run1 = valueIn(await proposeRun(services, maker, { ...wanted, paysOn: plainDate(2026, 3, 10) }, NOW)).id;
    const period = {
      fromDay: plainDate(2026, 3, 1),
      toDay: plainDate(2026, 3, 8),
      creditedOn: plainDate(2026, 3, 9),
    };
    const interest = {
      ...BOOKS,
      ...period,
      role: 'special',
      rate: '0.35%',
      daysOfYear: 360,
      reference: 'I1',
    } as const;
    valueIn(await enterNotice(services, maker, { ...interest, amount: fen(100n) }, NOW));
    const store = createStores(connection);
    for (const pool of [...POOLS, FUND])
      await bench.ledger.store.closeMonth(
        { pool, insuranceType: 'resident' },
        '2026-01' as Month,
        ANN,
        'test',
      );
    given = {
      openStore: () =>
        Promise.resolve(allow({ ...store, close: () => Promise.resolve() } as unknown as OpenedStore)),
      writeBytes: (path, bytes) => {
        files.set(path, bytes);
        return Promise.resolve(true);
      },
    };
    const asked = {
      subject: 'east',
      consolidated: false,
      insuranceType: 'resident',
      period: '2026-01',
    } as const;
    const needs = { ...store, source: packFolder(PACKS), hash: services.hash };
    statement = valueIn(await proposeStatement(needs, maker, asked, NOW)).id;
  });
  const run = (line: string): Promise<Heard> => runRecorded(line.split(' '), given);
  const json = async (line: string): Promise<unknown> => JSON.parse((await run(`${line} --json`)).out);

  test('NAT-P.11: what may be paid and what is open with each counterparty', async () => {
    expect((await run('payments payables --pool east --type resident')).out).not.toContain('123.45');
    expect((await run('payments obligations --pool east')).out).toMatch(
      /east\s+居民医保\s+institution:H1\s+统筹基金\s+当期资金\s+0\.00\s+0\.00\s+123\.45/,
    );
    expect(await json('payments payables --pool east --type resident')).toEqual({
      payables: [],
      isPartial: false,
    });
    expect(await json('payments obligations --counterparty institution:H1')).toMatchObject({
      obligations: [{ payable: '123.45' }],
    });
    expect((await run('payments payables --pool none --type resident')).err).toContain('unknown_pool');
  });

  test('SC-2.1-d: plans with their lines, runs with their lines and states', async () => {
    expect((await run('payments plans')).out).toMatch(/east\s+居民医保\s+2026-03\s+123\.45\s+待复核/);
    expect((await run('payments runs')).out).toMatch(/待遇支付\s+2026-03-10\s+1\s+123\.45\s+待复核\s+0\s+0/);
    const shown = await run(`payments run ${run1}`);
    expect(shown.out).toContain('1234');
    expect(shown.out).not.toContain('6222000000001234');
    expect((await run('--lang en payments runs')).out).toMatch(
      /benefits\s+2026-03-10\s+1\s+123\.45\s+waiting/,
    );
    expect(await json('payments plans')).toMatchObject({ plans: [{ total: '123.45' }] });
    expect(await json('payments runs')).toMatchObject({ runs: [{ id: run1 }] });
    expect(await json(`payments run ${run1}`)).toMatchObject({ lines: [{ pooled: '123.45' }] });
    expect((await run('payments run none')).err).toContain('unknown_payment_run');
  });

  test('SC-3.2: bank accounts stand with the last digits of their numbers', async () => {
    const { out } = await run('payments accounts');
    expect(out).toMatch(/收款方账户.*institution:H1.*1234\s+在用/);
    expect(out).not.toContain('6222000000001234');
    expect(JSON.stringify(await json('payments accounts'))).not.toContain('6222000000001234');
  });

  test('NAT-A3, NAT-28.7: notices of interest, and accounts that are not swept', async () => {
    expect((await run('payments interest')).out).toMatch(
      /财政专户\s+2026-03-01\s+2026-03-08.*1\.00.*I1\s+待复核/,
    );
    expect(await json('payments interest')).toMatchObject({ notices: [{ amount: '1.00' }] });
    expect((await run('payments unswept --month 2026-3')).err).toContain('bad_month');
    expect(await json('payments unswept --month 2026-03')).toMatchObject({
      rows: expect.any(Array) as unknown,
    });
  });

  test('SC-3.3-b: a fund is watched at a month’s end, and a warning is status 1', async () => {
    const watched = await run(`monitor ${FUND} --type resident --month 2026-03 --pack sichuan`);
    expect(watched.status).toBe(1);
    expect(watched.out).toMatch(/west\S*.*预警/i);
    expect((await run('--lang en monitor north --type resident --month 2026-03 --pack sichuan')).status).toBe(
      0,
    );
    expect(await json(`monitor ${FUND} --type resident --month 2026-03 --pack sichuan`)).toMatchObject({
      month: '2026-03',
    });
    expect((await run(`monitor none --type resident --month 2026-03 --pack sichuan`)).status).toBe(1);
  });

  test('NAT-28.5: a kept statement is exported by the ending of the file', async () => {
    expect((await run('statements list')).out).toMatch(/east\s+统筹区\s+居民医保\s+2026-01\s+1\s+待复核/);
    expect(await json('statements list --subject east')).toMatchObject({ statements: [{ id: statement }] });
    expect(await json('statements list --subject west')).toEqual({ statements: [] });
    expect((await run('statements list --period 2026-13')).err).toContain('bad_period');
    expect((await run(`statements export ${statement} --out s.xlsx`)).out).toBe('已保存 s.xlsx\n');
    expect((await run(`--lang en statements export ${statement} --out s.pdf`)).out).toBe('kept s.pdf\n');
    const heads = [...files.values()].map((bytes) => Buffer.from(bytes.slice(0, 4)).toString('latin1'));
    expect(heads).toEqual(['PK\u0003\u0004', '%PDF']);
    expect((await run(`statements export ${statement} --out s.doc`)).err).toContain('bad_file_ending s.doc');
    expect((await run('statements export none --out t.pdf')).err).toContain('unknown_statement');
    expect((await run('budget export none 1 --out b.pdf')).err).toContain('unknown_budget_round');
  });
});
