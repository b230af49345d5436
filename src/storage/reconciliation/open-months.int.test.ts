import { beforeAll, expect, test } from 'vitest';
import { gatherPeriod } from '#application/reconciliation/gather-period';
import type { ReconciliationOffice } from '#application/ports/reconciliation-store';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { valueIn } from '#tests/support/payout-bench';
import { makeReconciliationBench, type ReconciliationBench } from '#tests/support/reconciliation-bench';

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'] as const;

/** The office, and how often something is asked of it. */
function counted(office: ReconciliationOffice): {
  readonly office: ReconciliationOffice;
  readonly asked: () => number;
} {
  let asked = 0;
  const proxy = new Proxy(office, {
    get: (target, name, receiver) => {
      asked += 1;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  return { office: proxy, asked: () => asked };
}

describeOnPostgres('months that wait to be reconciled', (database) => {
  let bench: ReconciliationBench;
  const ids: string[] = [];
  beforeAll(async () => {
    bench = await makeReconciliationBench(database().connect('application'));
    for (const [at, month] of MONTHS.entries()) {
      const effectiveOn = `${month}-05` as PlainDate;
      await bench.post('interest_credited', { amounts: { pooled: fen(700n) }, effectiveOn, note: `R${at}` });
      const balances = { opening: fen(BigInt(at) * 700n), closing: fen(BigInt(at + 1) * 700n) };
      ids.push(await bench.import(bench.given(month, [`${month}-20,7.00,R${at}`], balances)));
    }
  });

  const opened = (id: string): Promise<{ readonly asked: number; readonly matched: number }> =>
    bench.services.reconciliationStore.within(bench.as.maker, async (office) => {
      const { office: watched, asked } = counted(office);
      const statement = present(await office.findStatement(id), id);
      const period = valueIn(await gatherPeriod(watched, statement));
      expect(period.differences).toEqual([]);
      return { asked: asked(), matched: period.reconciliation.matches.length };
    });

  test('the sixth open month asks no more of the database than the second (NAT-28.7)', async () => {
    const [second, sixth] = [
      await opened(present(ids[1], 'February')),
      await opened(present(ids[5], 'June')),
    ];
    expect(sixth).toEqual(second);
    expect(sixth).toMatchObject({ matched: 1 });
  });
});
