import { describe, expect, it } from 'vitest';
import type { EstimateView } from '#application/budget/estimate-file';
import { drivenDraft } from '#tests/support/budget-drafts';
import { runRecorded, type Heard } from '#tests/support/recorded-command';

const FILE = { ...drivenDraft('east'), year: 2026, kind: 'pool', members: [] };

function estimate(pack: string, file: object, ...more: readonly string[]): Promise<Heard> {
  const args = ['budget', 'estimate', '--pack', pack, '--input', 'draft.json', ...more];
  return runRecorded(args, { readText: () => Promise.resolve(JSON.stringify(file)) });
}

describe('tongchou budget estimate', () => {
  it('AH-1.4-a: prints the standard table, its sums and deficits, and with --explain every driver', async () => {
    const heard = await estimate('anhui', FILE, '--explain');
    expect([heard.status, heard.err]).toEqual([0, '']);
    const { table, deficits, nodes } = JSON.parse(heard.out) as EstimateView;
    expect(table.totals).toMatchObject({ income: '3110.00', expenditure: '900.00', accumulated: '3210.00' });
    expect(deficits).toEqual([]);
    expect(nodes.some(({ id }) => id === 'driver/insured')).toBe(true);
    const short = await estimate('anhui', FILE);
    expect(short.out).not.toContain('"nodes"');
  });

  it('AH-1.4-b: says what the rules of the place do about a deficit', async () => {
    const given = { ...FILE.given, '5101/pooled': { amount: '99999.00', source: '招标结果' } };
    const { deficits } = JSON.parse((await estimate('anhui', { ...FILE, given })).out) as EstimateView;
    expect(deficits.map(({ kind, treatment }) => `${kind} ${treatment}`)).toEqual([
      'year exception',
      'accumulated refused',
    ]);
  });

  it('takes a figure from the pack and cites its clause, or names what it does not know', async () => {
    const resident = { scheme: 'resident' };
    const fee = { packValue: 'resident_fee' };
    const drivers = { ...FILE.drivers, personal_fee: fee };
    const heard = await estimate('anhui', { ...FILE, year: 2025, drivers }, '--explain');
    const { nodes } = JSON.parse(heard.out) as EstimateView;
    const node = nodes.find(({ id }) => id === 'driver/personal_fee');
    expect(node?.formula?.en).toContain('anhui/resident_fee');
    expect(node?.cite.length).toBeGreaterThan(0);
    const wrong = { ...FILE.drivers, personal_fee: { packValue: 'no_such_value', cell: resident } };
    expect((await estimate('anhui', { ...FILE, drivers: wrong })).err).toContain(
      'unknown_pack_value drivers/personal_fee',
    );
  });

  it('names a missing driver, a year before the rules, and a pack without budget rules', async () => {
    const { insured: _insured, ...others } = FILE.drivers;
    const heard = await estimate('anhui', { ...FILE, drivers: others });
    expect([heard.status, heard.err]).toEqual([1, expect.stringContaining('driver_missing drivers/insured')]);
    expect((await estimate('anhui', { ...FILE, year: 2020 })).err).toContain('year_before_rules');
    expect((await estimate('national', FILE)).err).toContain('no_budget_rules');
  });
});
