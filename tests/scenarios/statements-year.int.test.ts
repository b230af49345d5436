import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { closeYear } from '#application/fund/close-year';
import { drawStatement } from '#application/statement/draw-statement';
import { decideStatement, proposeStatement } from '#application/statement/keep-statement';
import { openCell } from '#application/statement/open-cell';
import type { OpenedEntry } from '#application/statement/open-terms';
import { redrawStatement } from '#application/statement/redraw-statement';
import { keysOf } from '#application/statement/statement-content';
import { planJournal } from '#domain/fund/journal';
import { cellTerms, effectOf } from '#domain/statement/cell-terms';
import { checkBooks } from '#domain/statement/check-drawn';
import { cellOf } from '#domain/statement/draw-form';
import type { EntryMark } from '#application/ports/statement-store';
import { present } from '#kernel/assert';
import { fen, formatYuan } from '#kernel/fen';
import { codesOf, valueOf } from '#tests/support/decided';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { ANN_NEXT_YEAR, failedChecks, FUND, NOW, POOLS } from '#tests/support/ledger-bench';
import { cellText, EAST_2026, makeStatementBench, type StatementBench } from '#tests/support/statement-bench';

const HOSPITAL = { counterparty: 'institution:H1' };
const EMPLOYER = { counterparty: 'employer:E1' };

describeOnPostgres('a year of statements', (database) => {
  let bench: StatementBench;

  beforeAll(async () => {
    bench = await makeStatementBench(database());
    const both = { pooled: 60_000_33n, account: 20_000_00n };
    await bench.post('premium_assessed', '2026-01', { ...both, unsplit: 9_000_00n }, EMPLOYER);
    await bench.post('premium_to_treasury', '2026-01', { ...both, unsplit: 9_000_00n }, EMPLOYER);
    await bench.post('treasury_swept', '2026-01', { ...both, unsplit: 9_000_00n });
    await bench.post('expenditure_account_funded', '2026-01', { pooled: 30_000_00n, account: 5_000_00n });
    const paid = { pooled: 12_345_67n, account: 1_234_56n };
    await bench.post(
      'benefit_settled',
      '2026-02',
      { pooled: 20_000_00n, account: 1_234_56n },
      { ...HOSPITAL, category: 'inpatient' },
    );
    await bench.post('benefit_paid', '2026-02', paid, { ...HOSPITAL, category: 'inpatient' });
    await bench.post('recovery_due', '2026-03', { pooled: 45_67n }, HOSPITAL);
    await bench.post(
      'recovery_of_same_year',
      '2026-03',
      { pooled: 45_67n },
      { ...HOSPITAL, category: 'inpatient' },
    );
    await bench.post('levy_due', '2026-03', { levy: 3_000_00n }, { otherPool: FUND });
    await bench.post('levy_paid', '2026-03', { levy: 3_000_00n }, { otherPool: FUND });
    await bench.post(
      'allocation_decided',
      '2026-04',
      { allocation: 2_000_00n },
      { pool: FUND, otherPool: 'west' },
    );
    await bench.post(
      'allocation_paid',
      '2026-04',
      { allocation: 1_500_00n },
      { pool: FUND, otherPool: 'west' },
    );
    await bench.post('risk_reserve_set_aside', '2026-04', { reserve: 300_00n }, { pool: FUND });
  });

  test('NAT-28.10, NAT-28.2: the month of employees shows pooled fund and personal accounts apart', async () => {
    const drawn = await bench.draw({ period: '2026-02' });
    const cells = (line: string, column: 'period' | 'year_to_date'): readonly string[] =>
      ['pooled', 'account', 'unsplit', 'total'].map((part) =>
        cellText(drawn, 'income_statement', line, column, part),
      );
    expect(cells('benefits', 'period')).toEqual(['12345.67', '1234.56', '0.00', '13580.23']);
    expect(cells('premiums', 'year_to_date')).toEqual(['60000.33', '20000.00', '0.00', '80000.33']);
    expect(cells('unsplit_premiums', 'year_to_date')).toEqual(['0.00', '0.00', '9000.00', '9000.00']);
    expect(cells('closing', 'period')).toEqual(['47654.66', '18765.44', '9000.00', '75420.10']);
    expect(cellText(drawn, 'income_statement', 'premiums', 'previous_year_to_date', 'pooled')).toBe('—');
    expect(drawn.checks.flatMap(({ failures }) => failures)).toEqual([]);
  });

  test('NAT-P.11: obligations are told by kind of party', async () => {
    const drawn = await bench.draw({ period: '2026-03' });
    const at = (line: string): string => cellText(drawn, 'obligations', line, 'period', 'total');
    expect([at('from_employers'), at('from_institutions'), at('to_institutions')]).toEqual([
      '0.00',
      '0.00',
      '7654.33',
    ]);
    expect(at('net')).toBe(at('arisen_less_cleared'));
  });

  test('NAT-28.3, NAT-28.4: the adjustment fund shows sources and uses, its risk reserve apart', async () => {
    const drawn = await bench.draw({ subject: FUND, period: '2026-04' });
    const at = (line: string, part: string): string =>
      cellText(drawn, 'sources_and_uses', line, 'year_to_date', part);
    expect(['adjustment', 'reserve', 'total'].map((part) => at('closing', part))).toEqual([
      '1200.00',
      '300.00',
      '1500.00',
    ]);
    expect([at('from_below', 'adjustment'), at('to_below', 'adjustment')]).toEqual(['3000.00', '1500.00']);
    expect([at('balance_moves', 'adjustment'), at('balance_moves', 'reserve')]).toEqual([
      '-300.00',
      '300.00',
    ]);
  });

  test('NAT-28.5: consolidated, levies and allocations between both levels are nil, and what is owed too', async () => {
    const drawn = await bench.draw({ subject: FUND, consolidated: true, period: '2026-04' });
    const at = (form: string, line: string, part: string): string =>
      cellText(drawn, form, line, form === 'obligations' ? 'period' : 'year_to_date', part);
    expect(
      ['pooled', 'fund', 'eliminated', 'total'].map((part) => at('income_statement', 'to_above', part)),
    ).toEqual(['3000.00', '0.00', '-3000.00', '0.00']);
    expect(at('income_statement', 'from_above', 'eliminated')).toBe('-1500.00');
    expect(at('obligations', 'from_pools', 'eliminated')).toBe('-500.00');
    expect(at('obligations', 'to_pools', 'total')).toBe('0.00');
    expect(at('income_statement', 'income', 'total')).toBe('89000.33');
    const places = await bench.placeStore.listPlaces(MACHINE_SCOPE);
    expect(drawn.subject.name).toEqual(places.find(({ path }) => path === drawn.subject.place)?.name);
    expect(drawn.checks.flatMap(({ failures }) => failures)).toEqual([]);
  });

  test('NAT-28.5: a pool whose fund is not there is a mismatch that is named', async () => {
    const { subject, period } = await bench.draw({ subject: FUND, consolidated: true, period: '2026-04' });
    const rows = await bench.services.statementStore.listTurnovers(MACHINE_SCOPE, {
      pools: [...POOLS, FUND],
      insuranceType: 'employee',
      through: '2026-04' as never,
      head: 10n ** 9n,
    });
    const without = rows.filter(({ pool, account }) => pool !== FUND || account !== '4402');
    const checks = checkBooks(subject, period, new Map(), without);
    const failures = checks.find(({ id }) => id === 'eliminated_to_nil')?.failures;
    expect(failures).toMatchObject([{ at: `${FUND} 4402 / east 5301`, line: null, difference: -3_000_00n }]);
  });

  test('NAT-28.10: every cell is the sum of the entries that the ledger finds for it', async () => {
    for (const asked of [{ period: '2026-03' }, { subject: FUND, consolidated: true, period: '2026-04' }]) {
      const { forms, subject, period, head } = await bench.draw(asked);
      const { insuranceType } = subject;
      for (const drawn of forms) {
        for (const key of keysOf(drawn).filter(({ column }) => column === 'period')) {
          const terms = cellTerms(drawn.form, subject, period, key);
          const query = { insuranceType, terms, head, limit: 1000 };
          const found = await bench.services.statementStore.listEntries(MACHINE_SCOPE, query);
          const sum = found.reduce(
            (total, entry) => total + effectOf(present(terms[entry.term], 'a term'), entry),
            0n,
          );
          expect([drawn.form.id, key, sum]).toEqual([drawn.form.id, key, cellOf(drawn, key)]);
        }
      }
    }
  });

  test('NAT-28.10: a cell opens page by page, each entry once', async () => {
    const group = { ...EAST_2026, subject: FUND, consolidated: true, period: '2026-04' };
    const cell = { ...group, form: 'balance_sheet', line: 'assets', column: 'period', part: 'total' };
    const entries: OpenedEntry[] = [];
    let after: EntryMark | null | undefined;
    while (after !== null) {
      const page = { ...cell, limit: 5, ...(after === undefined ? {} : { after }) };
      const opened = valueOf(await openCell(bench.services, MACHINE_SCOPE, page));
      if (after === undefined)
        expect(opened.amount === null ? '' : formatYuan(opened.amount)).toBe('75465.77');
      entries.push(...opened.entries);
      after = opened.next;
    }
    expect(new Set(entries.map(({ event, line, term }) => `${event} ${line} ${term}`)).size).toBe(
      entries.length,
    );
    expect(formatYuan(fen(entries.reduce((sum, { effect }) => sum + effect, 0n)))).toBe('75465.77');
  });

  test('NAT-28.9: an opened cell leads to event, template and clauses', async () => {
    const cell = { form: 'income_statement', line: 'benefits', column: 'period', part: 'pooled', limit: 10 };
    const opened = valueOf(
      await openCell(bench.services, MACHINE_SCOPE, { ...EAST_2026, period: '2026-03', ...cell }),
    );
    expect(opened.entries.map(({ template, effect, cite }) => [template, formatYuan(effect), cite])).toEqual([
      ['recovery_of_same_year', '-45.67', ['NAT-28.9', 'NAT-735.45']],
    ]);
    const wrong = await openCell(bench.services, MACHINE_SCOPE, { ...EAST_2026, ...cell, line: 'dinner' });
    expect(codesOf(wrong)).toEqual(['unknown_cell']);
  });

  test('NAT-28.10: an open month is drawn but not kept; a closed one waits for a second person', async () => {
    const asked = { ...EAST_2026, period: '2026-02' };
    expect(codesOf(await proposeStatement(bench.services, bench.maker, asked, NOW))).toEqual(['period_open']);
    await bench.closeThrough('2026-04');
    const { id } = valueOf(await proposeStatement(bench.services, bench.maker, asked, NOW));
    expect(codesOf(await proposeStatement(bench.services, bench.maker, asked, NOW))).toEqual([
      'statement_undecided',
    ]);
    const decision = { id, decision: 'published', note: '' } as const;
    expect(codesOf(await decideStatement(bench.services, bench.maker, decision, NOW))).toEqual([
      'same_person',
    ]);
    expect(codesOf(await decideStatement(bench.services, bench.checker, decision, NOW))).toEqual([]);
    expect(codesOf(await decideStatement(bench.services, bench.checker, decision, NOW))).toEqual([
      'decided_meanwhile',
    ]);
    const [kept] = await bench.services.statementStore.list(bench.maker, {
      subject: 'east',
      period: '2026-02' as never,
    });
    expect(kept).toMatchObject({ id, state: 'published', version: 1, correctedBy: null });
  });

  test('NAT-28.10: the database itself refuses the maker as checker, and any change of what is kept', async () => {
    const { services, maker } = bench;
    const { id } = valueOf(await proposeStatement(services, maker, { ...EAST_2026, period: '2026-03' }, NOW));
    const kept = await services.statementStore.find(maker, id);
    if (kept === undefined) throw new Error('nothing kept');
    const own = services.statementStore.decide(maker, kept, 'published', '', NOW);
    await expect(own).rejects.toThrow(/statement_second_person/);
    const forged = { ...kept, madeBy: bench.checker.userId };
    await expect(services.statementStore.decide(maker, forged, 'published', '', NOW)).rejects.toThrow(
      /statement_decision_of/,
    );
    const owner = database().connect('migrator');
    await expect(sql`UPDATE statement SET content = '{}' WHERE id = ${id}`.execute(owner)).rejects.toThrow(
      /append_only/,
    );
    await expect(sql`DELETE FROM statement_decision`.execute(owner)).rejects.toThrow(/append_only/);
    expect(await services.statementStore.decide(bench.checker, kept, 'rejected', 'look again', NOW)).toBe(
      true,
    );
  });

  test('NAT-28.10: what is kept is drawn again to the same bytes, whatever has been posted since', async () => {
    const { services, maker } = bench;
    const [kept] = await services.statementStore.list(maker, { period: '2026-02' as never });
    const id = kept?.id ?? '';
    await bench.post('interest_credited', '2026-02', { pooled: 77n });
    await bench.ledger.sealAll();
    expect(valueOf(await redrawStatement(services, maker, id))).toMatchObject({ isSame: true });
    const again = { ...EAST_2026, period: '2026-02' };
    expect(codesOf(await proposeStatement(services, maker, again, NOW))).toEqual(['statement_published']);
    const correction = { corrects: id, reason: 'a second look' };
    expect(codesOf(await proposeStatement(services, maker, { ...again, correction }, NOW))).toEqual([
      'statement_unchanged',
    ]);
    const other = { corrects: 'another', reason: 'a second look' };
    expect(codesOf(await proposeStatement(services, maker, { ...again, correction: other }, NOW))).toEqual([
      'correction_wrong',
    ]);
  });

  test('outside of a scope there are no books and no statements', async () => {
    const west = { ...bench.maker, parts: [{ place: `${FUND}/west`, department: '*' }] } as const;
    expect(codesOf(await drawStatement(bench.services, west, EAST_2026))).toEqual(['unknown_pool']);
    expect(await bench.services.statementStore.list(west)).toEqual([]);
    const group = { ...EAST_2026, subject: 'west', consolidated: true };
    expect(codesOf(await drawStatement(bench.services, west, group))).toEqual(['not_a_fund']);
  });

  test('NAT-28.2, NAT-28.8: a year is kept once it is closed, and what is left open is named', async () => {
    const { services, maker, checker } = bench;
    await bench.closeThrough('2026-11');
    const journal = valueOf(planJournal(bench.ledger.pack));
    const year = { insuranceType: 'employee', year: 2026 } as const;
    valueOf(
      await closeYear(bench.ledger.store, journal, { ...year, pool: 'west', kind: 'pool' }, ANN_NEXT_YEAR),
    );
    const unshared = await bench.draw({ period: '2026' });
    const open = unshared.checks.find(({ id }) => id === 'year_closed');
    expect(open?.failures.map(({ at }) => at)).toContain('east 4601 unsplit current');
    expect(open?.failures.map(({ name }) => name.zh)).toContain('east · 4601 待转社会保险费收入 · 待分摊');
    const shared = { template: 'unsplit_premium_shared', cause: 'actual_split', type: 'employee' } as const;
    const approval = await bench.ledger.approve(
      shared.template,
      'east',
      9_000_00n,
      shared.cause,
      shared.type,
    );
    await bench.post(shared.template, '2026-12', { pooled: 5_000_00n, account: 4_000_00n }, { approval });
    valueOf(
      await closeYear(bench.ledger.store, journal, { ...year, pool: 'east', kind: 'pool' }, ANN_NEXT_YEAR),
    );
    valueOf(
      await closeYear(bench.ledger.store, journal, { ...year, pool: FUND, kind: 'fund' }, ANN_NEXT_YEAR),
    );
    await bench.closeThrough('2026-12');
    for (const asked of [
      EAST_2026,
      { ...EAST_2026, subject: FUND },
      { ...EAST_2026, subject: FUND, consolidated: true },
    ]) {
      const { id } = valueOf(await proposeStatement(services, maker, asked, NOW));
      valueOf(await decideStatement(services, checker, { id, decision: 'published', note: '' }, NOW));
      expect(valueOf(await redrawStatement(services, maker, id)).isSame).toBe(true);
    }
    const drawn = await bench.draw({ period: '2026' });
    const at = (form: string, line: string): string => cellText(drawn, form, line, 'period', 'total');
    expect([at('income_statement', 'income'), at('income_statement', 'closing')]).toEqual([
      '89001.10',
      '72466.54',
    ]);
    expect([at('balance_sheet', 'fund_balance'), at('balance_sheet', 'current_result')]).toEqual([
      '72466.54',
      '0.00',
    ]);
    expect(failedChecks(await bench.ledger.verify())).toEqual([]);
  });
});
