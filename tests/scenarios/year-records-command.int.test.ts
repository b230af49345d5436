import { beforeAll, expect, test } from 'vitest';
import type { OpenedStore, ProgramServices } from '#cli/services';
import { allow } from '#kernel/decision';
import { correctYear } from '#application/adjustment-year/correct-year';
import { addFinding, openCase } from '#application/supervision/open-case';
import { createStores } from '#storage/create-stores';
import { allowed, approve, YEAR_NOW } from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { FUND } from '#tests/support/ledger-bench';
import { readPdf } from '#tests/support/pdf-text';
import { runRecorded, type Heard } from '#tests/support/recorded-command';
import { BREACH, CASE, makeSupervisionBench } from '#tests/support/supervision-bench';

describeOnPostgres('the command line reads a year of adjustment and who did it', (database) => {
  let given: Partial<ProgramServices>;
  let id = '';
  let bench: Awaited<ReturnType<typeof makeSupervisionBench>>;
  const files = new Map<string, Uint8Array>();
  beforeAll(async () => {
    const connection = database().connect('application');
    bench = await makeSupervisionBench(connection);
    const { services, maker } = bench;
    await bench.grant(
      { kind: 'emergency', pool: 'west', content: { amount: '10.00', cause: 'policy' } },
      '5.00',
    );
    await bench.grant({ kind: 'adoption', pool: FUND, content: { value: 'shortage_rule' } });
    const asked = await openCase(services, maker, 'health_insurance', CASE, YEAR_NOW);
    allowed(await addFinding(services, maker, allowed(asked).number, BREACH, YEAR_NOW));
    id = await bench.openAndAttest();
    await approve(bench, id);
    const store = createStores(connection);
    await store.identityStore.logAccess([
      {
        at: YEAR_NOW,
        requestId: 'r1',
        userId: maker.userId,
        department: 'health_insurance',
        method: 'GET',
        route: '/api/v1/events',
        place: 'yunhai/west',
        record: null,
        status: 403,
        breakGlassId: null,
      },
    ]);
    given = {
      source: services.source,
      now: () => YEAR_NOW,
      openStore: () =>
        Promise.resolve(allow({ ...store, close: () => Promise.resolve() } as unknown as OpenedStore)),
      writeBytes: (path, bytes) => {
        if (files.has(path)) return Promise.resolve(false);
        files.set(path, bytes);
        return Promise.resolve(true);
      },
    };
  });
  const run = (line: string): Promise<Heard> => runRecorded(line.split(' '), given);
  const json = async (line: string): Promise<unknown> => JSON.parse((await run(`${line} --json`)).out);

  test('AH-2: a year is told in words of one language, each figure with its source', async () => {
    const zh = await run(`year show ${id}`);
    expect([zh.status, zh.err]).toEqual([0, '']);
    expect(zh.out).toContain('2025 年度职工医保调剂 第 1 版 已批准');
    expect(zh.out).toMatch(/违规问题已整改\s+是\s+材料 YH-2026-7 d{12}/);
    expect(zh.out).toMatch(/账本，截至第 \d+ 号/);
    expect(zh.out).toContain('缺少: —');
    expect(zh.out).not.toMatch(/levyPaid|subject|breachesCorrected|位置/);
    const en = (await run(`--lang en year show ${id}`)).out;
    expect(en).toMatch(/Breaches corrected\s+yes\s+document YH-2026-7/);
    expect(en).not.toMatch(/年度|来源|违规/);
    expect((await run('year list')).out).toMatch(/职工医保\s+2025\s+1\s+已批准/);
    expect(await json(`year show ${id}`)).toMatchObject({ id, phase: 'approved' });
    expect(await json('year list')).toMatchObject([{ id }]);
  });

  test('AH-2.2: a notice is kept as a PDF, and never over another file', async () => {
    expect(await run(`year notice ${id} levy west --out n.pdf`)).toMatchObject({
      status: 0,
      out: '已保存 n.pdf\n',
    });
    const pdf = readPdf(files.get('n.pdf') ?? new Uint8Array());
    expect(JSON.stringify(pdf)).toContain('上解');
    const again = await run(`year notice ${id} levy west --out n.pdf`);
    expect([again.status, again.err]).toEqual([1, expect.stringContaining('file_exists n.pdf')]);
    expect((await run(`year notice ${id} levy none --out m.pdf`)).status).toBe(1);
    expect((await run(`year notice ${id} other west --out m.pdf`)).err).toContain('bad_option_value');
  });

  test('what approved years decided for each pool is listed line by line', async () => {
    expect((await run('shares')).out).toMatch(/west\s+职工医保\s+2025\s+1\s+上解/);
    expect(await json('shares')).toMatchObject({ shares: [{ yearId: id }, { yearId: id }, { yearId: id }] });
  });

  test('JX-2.3.2: matters are listed with what was granted and where it was decided', async () => {
    expect((await run('matters')).out).toMatch(/紧急调剂申请\s+west.*10\.00.*同意\s+5\.00\s+yunhai/);
    const { matters } = (await json('matters')) as {
      readonly matters: readonly { readonly kind: string; readonly granted: string | null }[];
    };
    const granted = matters.map(({ kind, granted: sum }) => `${kind} ${sum ?? '—'}`);
    expect(granted.toSorted()).toEqual(['adoption —', 'emergency 5.00']);
  });

  test('SC-3.2: accounts, roles, emergency access and the access log are listed; the log by place', async () => {
    expect((await run('users')).out).toMatch(/maker\s+maker\s+医保\s+yunhai/);
    expect((await run('users grants')).out).toMatch(/maker\s+基金经办\s+yunhai\s+有效/);
    expect((await run('users break-glass')).status).toBe(0);
    expect((await run('users access --place yunhai/west')).out).toMatch(
      /maker\s+GET \/api\/v1\/events\s+yunhai\/west\s+—\s+403/,
    );
    expect(await json('users access --place yunhai/east')).toEqual({ entries: [] });
    expect(await json('users access --refused')).toMatchObject({ entries: [{ status: 403 }] });
    expect((await run('users access --from 2026-02-30')).err).toContain('from');
    expect(await json('users grants')).toMatchObject({ grants: expect.any(Array) as unknown });
    expect(await json('users break-glass')).toEqual({ accesses: [] });
    expect(await json('users')).toMatchObject({ users: expect.any(Array) as unknown });
  });

  test('NAT-735: supervision is listed with its money, a case with its findings, a year with its sums', async () => {
    expect((await run('supervision')).out).toMatch(
      /east\s+职工医保\s+2025\s+routine\s+H1\s+2026-02-01\s+待整改/,
    );
    const { cases } = (await json('supervision')) as {
      readonly cases: readonly { readonly number: string }[];
    };
    const shown = await run(`supervision show ${cases[0]?.number ?? ''}`);
    expect(shown.out).toContain(BREACH.what);
    expect((await run('supervision show 999')).status).toBe(1);
    expect((await run('supervision summary --year 2025')).out).toMatch(/合计\s+—\s+1\s+1/);
    expect(await json('supervision summary --year 2024')).toMatchObject({ rows: [] });
  });

  test('SC-3.3-a: the journal is listed by pool, type, month and kind of event, page by page', async () => {
    const page = await run('journal --pool east --limit 1');
    expect(page.err).toMatch(/^--after \d+\n$/);
    expect(page.out).toMatch(/east\s+职工医保/);
    const none = await json('journal --pool east --type resident --month 2025-06 --template benefit_paid');
    expect(none).toMatchObject({ events: [], next: null });
    const paid = (await json('journal --pool east --month 2025-06 --template benefit_paid')) as {
      readonly events: readonly { readonly number: string }[];
    };
    expect(paid.events).toHaveLength(1);
    const shown = await run(`journal show ${paid.events[0]?.number ?? ''}`);
    expect(shown.out).toMatch(/条款\s+NAT-/);
    expect(shown.out).toMatch(/现金账\s+统筹基金\s+当期资金\s+5001/);
    expect((await run(`--lang en journal show ${paid.events[0]?.number ?? ''}`)).out).toMatch(
      /cash book\s+pooled fund/,
    );
    expect(await json(`journal show ${paid.events[0]?.number ?? ''}`)).toMatchObject({
      event: {},
      entries: [{}, {}, {}, {}],
    });
    expect((await run('journal show 999999')).err).toContain('unknown_event');
    expect((await run('journal --month 2025-13')).err).toContain('bad_month');
  });

  test('SC-2.2-d: restricted uses are listed with what was decided', async () => {
    expect((await run('approvals')).out).toMatch(/opening_balance.*已批准/);
    expect(await json('approvals --open')).toEqual({ approvals: [], next: null });
    expect(await json('approvals openings')).toEqual({ openings: [] });
  });

  test('while a correction is under way both versions are told, who opened it and why', async () => {
    const { services, maker } = bench;
    allowed(await correctYear(services, maker, id, { step: 'corrected', reason: '审计调整' }, YEAR_NOW));
    const shown = (await run(`year show ${id}`)).out;
    expect(shown).toContain('2025 年度职工医保调剂 第 1 版 已批准 · 更正进行中（数据归集）');
    expect(shown).toMatch(/第 2 版更正由 .+ 启动，理由：审计调整\n批准以前有效的第 1 版：/);
    expect(shown).toMatch(/上解\s+west\s+300\.00\s+300\.00\s+0\.00\s+300\.00/);
    expect((await run('year list')).out).toMatch(/2025\s+1\s+已批准 · 更正进行中/);
  });
});
