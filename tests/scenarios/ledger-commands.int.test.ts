import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { OpenedStore } from '#cli/services';
import { allow } from '#kernel/decision';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { ledgerServices } from '#tests/support/ledger-services';
import { runRecorded, type Heard } from '#tests/support/recorded-command';

const NOW = '2026-03-10T08:00:00.000Z';
const REGISTER = `kind,place,id,name_zh,name_en,fund,since,until,basis
place,yunhai,,云海省,Yunhai,,1990-01-01,,
pool,yunhai,yunhai,云海统筹区,Yunhai pool,,2020-01-01,,
`;
const EVENT = {
  key: 'e1',
  template: 'subsidy_received',
  counterparty: 'government:G1',
  pool: 'yunhai',
  insuranceType: 'resident',
  amounts: { pooled: '12.50' },
  effectiveOn: '2026-01-15',
};
const OPENING = `template,pool,insurance_type,counterparty,item,amount
opening_debt,yunhai,resident,institution:H1,pooled,300.00
`;

describeOnPostgres('tongchou places and tongchou ledger', (fresh) => {
  const run = (line: string, text = ''): Promise<Heard> => {
    const store = { ...ledgerServices(fresh().connect('application')), close: () => Promise.resolve() };
    return runRecorded(line.split(' '), {
      now: () => NOW,
      readText: (path) => Promise.resolve(path === 'missing' ? undefined : text),
      openStore: () => Promise.resolve(allow(store as unknown as OpenedStore)),
    });
  };
  const books = '--pool yunhai --type resident';

  test('a register is imported once, and a fault is told by row and field', async () => {
    expect((await run('places import missing')).err).toContain('file_not_found');
    const faulty = await run('places import r.csv', REGISTER.replace('2020-01-01', '2020-02-30'));
    expect([faulty.status, faulty.err]).toEqual([
      1,
      expect.stringContaining('bad_day r.csv:3 since') as string,
    ]);
    expect(await run('places import r.csv', REGISTER)).toMatchObject({
      status: 0,
      out: expect.stringContaining('已登记：地区 1，统筹区与调剂金 1，') as string,
    });
    expect((await run('places import r.csv', REGISTER)).err).toContain('already_recorded r.csv:2');
  });

  test('books are opened, posted to and closed by the machine', async () => {
    expect(await run(`ledger open ${books} --first-month 2026-01`)).toMatchObject({ status: 0 });
    expect((await run(`ledger open ${books} --first-month 2026-01`)).err).toContain('books_opened');
    expect((await run(`ledger open ${books} --first-month 2026-13`)).err).toContain('bad_month');
    expect((await run('ledger books')).out).toMatch(/yunhai.*resident.*2026-01/);
    const lines = [EVENT, { ...EVENT, key: 'e2', amounts: { pooled: '0.00' } }].map((one) =>
      JSON.stringify(one),
    );
    const posted = await run('ledger post --input e.ndjson', `${lines.join('\n')}\n`);
    expect(posted.status).toBe(1);
    const outcomes = posted.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(outcomes).toMatchObject([
      { key: 'e1', refusal: null },
      { key: 'e2', refusal: { code: 'amount_zero' } },
    ]);
    expect((await run(`ledger balances ${books}`)).out).toMatch(/2026-01 .*1003.*12\.50/);
    expect((await run(`ledger close-month 2026-01 ${books}`)).status).toBe(0);
    expect((await run(`ledger close-month 2026-01 ${books}`)).err).toContain('month_closed');
  });

  test('a file of events with a bad line posts nothing, and each fault has its line', async () => {
    const good = JSON.stringify({ ...EVENT, key: 'e3' });
    const bad = JSON.stringify({ ...EVENT, key: 'e4', effectiveOn: 1 });
    const refused = await run('ledger post --input e.ndjson', `${good}\n${bad}\n{\n`);
    expect([refused.status, refused.out]).toEqual([1, '']);
    expect(refused.err.match(/^\w+ e\.ndjson:\d/gm)).toEqual([
      'wrong_type e.ndjson:2',
      'malformed_json e.ndjson:3',
    ]);
    const unknown = await run(
      'ledger post --input e.ndjson',
      `${JSON.stringify({ ...EVENT, pool: 'none' })}\n`,
    );
    expect(unknown.err).toContain('unknown_pool e.ndjson:1 pool');
  });

  test('SC-3.3-a, NAT-P.11: what a workflow pays is posted by the machine only as taken over, and says so', async () => {
    const paid = { ...EVENT, key: 'e5', template: 'institution_prepaid', counterparty: 'institution:H1' };
    const post = (options: string): ReturnType<typeof run> =>
      run(`ledger post --input e.ndjson${options}`, `${JSON.stringify(paid)}\n`);
    expect((await post('')).err).toContain('posted_by_workflow e.ndjson:1 template');
    expect((await post(' --taken-over-from old-HIS')).out).toContain('"refusal":null');
    const { rows } = await sql<{ note: string }>`SELECT note FROM ledger_event WHERE key = 'e5'`.execute(
      fresh().connect('auditor'),
    );
    expect(rows).toEqual([{ note: '接管 taken over: old-HIS' }]);
  });

  test('NAT-28.2: opening balances wait for a person, with the control totals of the older system', async () => {
    const line = (totals: string): string =>
      `ledger opening old.csv --place yunhai --effective-on 2025-12-31 --rows 1 --totals ${totals} --reason r`;
    const differs = await run(line('opening_debt=300.01'), OPENING);
    expect([differs.status, differs.err]).toEqual([1, expect.stringContaining('control_differs') as string]);
    expect(await run(line('opening_debt=300.00'), OPENING)).toMatchObject({ status: 0 });
    expect((await run(line('opening_debt=300.00'), OPENING)).err).toContain('opened_before');
    expect((await run(`ledger balances ${books}`)).out).not.toContain('payable');
  });
});
