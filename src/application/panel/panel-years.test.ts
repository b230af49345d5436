import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { refusalLine } from '#kernel/decision';
import { parseYuan } from '#kernel/fen';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { ExplainedOutput } from '#application/adjustment/output';
import { panelLine } from '#application/panel/panel-line';
import { panelNeeds } from '#application/panel/panel-needs';
import { readPanel } from '#application/panel/read-panel';
import { readCsvRows } from '#files/csv-rows';
import { panelFolder } from '#files/panel-folder';
import { planAdjustment } from '#domain/adjustment/plan';
import type { PanelScheme } from '#domain/panel/fields';
import { panelInput, type PanelInput } from '#domain/panel/panel-input';
import { loadTestPack } from '#tests/support/load-test-pack';

/** What each place's rule covers in its three years. */
const IN_FORCE: readonly (readonly [string, number, readonly PanelScheme[]])[] = [
  ['anhui', 2025, ['resident']],
  ['anhui', 2026, ['employee', 'resident']],
  ['anhui', 2027, ['employee', 'resident']],
  ...['jiangxi', 'sichuan'].flatMap((place) =>
    [2024, 2025, 2026].map((year) => [place, year, ['employee', 'resident']] as const),
  ),
  ...[2024, 2025, 2026].map((year) => ['shandong', year, ['employee']] as const),
  ...[2022, 2023, 2024].map((year) => ['jinhua', year, ['employee', 'resident']] as const),
];

interface Reckoned {
  readonly input: PanelInput;
  readonly output: ExplainedOutput;
}

const reckoned = new Map<string, Reckoned>();

function year(place: string, scheme: PanelScheme, of: number): Reckoned {
  return present(reckoned.get(`${place} ${scheme} ${of}`), `${place} ${scheme} ${of}`);
}

beforeAll(async () => {
  for (const [place, fundYear] of IN_FORCE) {
    const pack = await loadTestPack(place);
    const plan = planAdjustment(pack);
    if (!plan.allowed) throw new Error('no plan');
    const file = `data/panels/${place}-${fundYear}.csv`;
    const needs = panelNeeds(plan.value, fundYear);
    const panel = readPanel({
      panel: { file, text: readFileSync(file, 'utf8') },
      ...{ year: fundYear, needs, readCsv: readCsvRows },
    });
    if (!panel.allowed) throw new Error(panel.refusals.map(refusalLine).join('\n'));
    for (const scheme of needs.schemes) {
      const input = panelInput(panel.value, scheme);
      const output = proposeAdjustment(pack, input);
      if (!output.allowed) throw new Error(output.refusals.map(refusalLine).join('\n'));
      reckoned.set(`${place} ${scheme} ${fundYear}`, { input, output: output.value });
    }
  }
});

/** Pairs of a year and the year after it, of one place and insurance type. */
function successions(): readonly (readonly [string, Reckoned, Reckoned])[] {
  return [...reckoned].flatMap(([key, next]) => {
    const before = reckoned.get(key.replace(/\d{4}$/, (text) => String(Number(text) - 1)));
    return before === undefined ? [] : [[key, before, next] as const];
  });
}

const fenOf = (text: string | undefined): bigint => {
  const amount = parseYuan(text ?? '');
  return present(typeof amount === 'string' ? undefined : amount, `an amount in ${text ?? 'nothing'}`);
};
const poolOf = ({ input }: Reckoned, id: string): PanelInput['pools'][number] =>
  present(
    input.pools.find((pool) => pool.id === id),
    id,
  );

describe('every committed panel', () => {
  it('[R-7] is reckoned by its pack, without a refusal, for each insurance type in force', () => {
    const expected = IN_FORCE.flatMap(([place, of, schemes]) =>
      schemes.map((scheme) => `${place} ${scheme} ${of}`),
    );
    expect([...reckoned.keys()].toSorted()).toEqual(expected.toSorted());
  });

  it('[R-5] opens each pool and the fund with what the year before closed with', () => {
    expect(successions()).toHaveLength(17);
    for (const [key, before, next] of successions()) {
      expect(next.input.fund.openingBalance, key).toBe(before.output.fund.closingBalance);
      const closed = before.output.pools.map(({ id, balanceAfter }) => [id, balanceAfter]);
      expect(
        next.input.pools.map(({ id, openingBalance }) => [id, openingBalance]),
        key,
      ).toEqual(closed);
    }
  });

  it('takes last year’s collections and levy from the panel of last year', () => {
    for (const [key, before, next] of successions()) {
      for (const pool of next.input.pools) {
        const last = poolOf(before, pool.id);
        if (pool.priorCollections !== undefined) expect(pool.priorCollections, key).toBe(last.collections);
        if (pool.priorLevy === undefined) continue;
        const levy = before.output.levies.find((row) => row.pool === pool.id);
        expect(pool.priorLevy, key).toBe(levy?.amount);
      }
    }
  });

  it('[SC-R4, JH-R4] keeps of a balance from before pooling what it did not bear, within the opening balance', () => {
    let kept = 0;
    for (const [key, before, next] of successions()) {
      for (const { id, legacyBalance, openingBalance } of next.input.pools) {
        if (legacyBalance === undefined) continue;
        const used = before.output.burdens.find((row) => row.pool === id && row.bearer === 'legacy_balance');
        const left = fenOf(poolOf(before, id).legacyBalance) - fenOf(used?.amount ?? '0.00');
        const balance = fenOf(openingBalance);
        expect(fenOf(legacyBalance), `${key} ${id}`).toBe(left < balance ? left : balance);
        kept += 1;
      }
    }
    expect(kept).toBe(2 * (22 + 21) + 4 * 9);
  });
});

describe('the years that the panels show', () => {
  const refused = (place: string, scheme: PanelScheme, of: number): readonly string[] =>
    year(place, scheme, of).output.refusals.map(({ pool, condition }) => `${pool} ${condition}`);
  const paid = (reckonedYear: Reckoned, stage: string): readonly string[] =>
    reckonedYear.output.allocations.filter((row) => row.stage === stage).map(({ pool }) => pool);
  const bearers = (of: Reckoned, pool: string): readonly string[] =>
    of.output.burdens.filter((row) => row.pool === pool).map(({ bearer }) => bearer);

  it('[SD-R2] a first year without a share, a cap at twice last year’s levy, a cause that is not shared', () => {
    expect(paid(year('shandong', 'employee', 2024), 'gap_share')).toEqual([]);
    const second = year('shandong', 'employee', 2025);
    expect(paid(second, 'gap_share')).toEqual(['zibo', 'zaozhuang', 'weihai', 'shengli']);
    const share = second.output.allocations.find(({ pool }) => pool === 'shengli');
    expect(fenOf(share?.amount)).toBe(2n * fenOf(poolOf(second, 'shengli').priorLevy));
    expect(refused('shandong', 'employee', 2025)).toEqual(['heze gapCause']);
    expect(bearers(second, 'heze')).toEqual(['bonds', 'subsidy', 'uncovered']);
  });

  it('[AH-R2] pauses the residents’ levy of Anhui in 2027 alone; [AH-R3] accepts four causes and refuses one', () => {
    const rates = [2025, 2026, 2027].map((of) => year('anhui', 'resident', of).output.levies[0]?.rate);
    expect(rates).toEqual(['5%', '5%', '0%']);
    expect(year('anhui', 'employee', 2027).output.levies[0]?.rate).toBe('5%');
    const first = year('anhui', 'resident', 2025);
    const causes = paid(first, 'gap_share').map((pool) => poolOf(first, pool).gapCause);
    expect([...new Set(causes)].toSorted()).toEqual(['dependency', 'emergency', 'policy', 'proper']);
    expect(refused('anhui', 'resident', 2025)).toEqual(['huaibei gapCause']);
  });

  it('[SC-R2] releases the risk reserve for a disaster in 2025; [SC-R4] spends old balances in 2026', () => {
    for (const scheme of ['employee', 'resident'] as const) {
      expect(paid(year('sichuan', scheme, 2025), 'reserve_release')).toEqual(['aba']);
    }
    expect(bearers(year('sichuan', 'resident', 2026), 'chengdu')).toEqual(['legacy_balance']);
    expect(bearers(year('sichuan', 'employee', 2024), 'neijiang')).toEqual(['local_treasury']);
  });

  it('[JH-R2, JH-R4] an audited gap, a collection shortfall, a breach, and a district that shares its gap', () => {
    expect(bearers(year('jinhua', 'employee', 2022), 'lanxi')).toEqual([
      'legacy_balance',
      'local_treasury',
      'city',
    ]);
    expect(bearers(year('jinhua', 'employee', 2023), 'pujiang')).toEqual(['legacy_balance']);
    expect(bearers(year('jinhua', 'resident', 2023), 'dongyang')).toEqual(['local_treasury']);
    const last = year('jinhua', 'employee', 2024);
    expect(poolOf(last, 'jindong').kind).toBe('district');
    expect(bearers(last, 'jindong')).toEqual(['legacy_balance', 'city']);
  });

  it('[JX-R4, JX-R8] a cover, conditions that gate, an application for another cause', () => {
    expect(bearers(year('jiangxi', 'employee', 2024), 'pingxiang')).toEqual(['local_treasury']);
    expect(refused('jiangxi', 'employee', 2024)).toEqual(['jingdezhen budgetMet']);
    expect(refused('jiangxi', 'resident', 2024)).toEqual(['pingxiang subsidyPaid']);
    expect(refused('jiangxi', 'employee', 2025)).toEqual([
      'yingtan enrolmentMet',
      'pingxiang emergencyCause',
    ]);
    expect(paid(year('jiangxi', 'employee', 2026), 'emergency')).toEqual(['jingdezhen']);
  });
});

describe('the panels as a start takes them', () => {
  it('come with the main one last, so that its runs are the newest', async () => {
    const files = await panelFolder('data/panels').listPanels();
    expect(files).toHaveLength(15);
    expect(files.filter(({ isMain }) => isMain).map(({ packId, year: of }) => [packId, of])).toEqual([
      ['jiangxi', 2024],
    ]);
    expect(files.at(-1)?.isMain).toBe(true);
  });

  it('get a line each: place, year, insurance type, levies, allocations, closing balance, run', async () => {
    const { output } = year('shandong', 'employee', 2025);
    expect(panelLine('zh', output, await loadTestPack('shandong'), 'f00')).toMatch(
      /^山东省 2025 职工（征求意见稿）：上解 [\d,]+\.\d\d，下拨 [\d,]+\.\d\d，年末 [\d,]+\.\d\d 元，记录 f00$/,
    );
  });
});
