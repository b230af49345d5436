import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createContributor,
  type Contribution,
  type ContributionOptions,
  type ContributionRow,
} from '#domain/contribution/contribute';
import { planContribution } from '#domain/contribution/plan';
import { refusalLine, type Decision } from '#kernel/decision';
import { fen } from '#kernel/fen';
import { rational } from '#kernel/rational';
import type { PlainDate } from '#kernel/plain-date';
import type { FormulaFigure } from '#rules/formula/figure';
import { formulaJson } from '#rules/formula/formula-json';
import { loadTestPack } from '#tests/support/load-test-pack';

const packs = {
  shandong: await loadTestPack('shandong'),
  anhui: await loadTestPack('anhui'),
  jinhua: await loadTestPack('jinhua'),
  sichuan: await loadTestPack('sichuan'),
  jiangxi: await loadTestPack('jiangxi'),
};
type Place = keyof typeof packs;

interface Given {
  readonly kind: ContributionRow['kind'];
  readonly on: string;
  readonly wage?: bigint;
  readonly choices?: Readonly<Record<string, string>>;
  readonly truths?: Readonly<Record<string, boolean>>;
  readonly counts?: Readonly<Record<string, bigint>>;
}

const rowOf = ({ kind, on, wage, choices = {}, truths = {}, counts = {} }: Given): ContributionRow => ({
  kind,
  on: on as PlainDate,
  inputs: new Map<string, FormulaFigure>([
    ['aided', { unit: 'truth', holds: choices['aid'] !== undefined }],
    ['residencePermit', { unit: 'truth', holds: false }],
    ...(wage === undefined ? [] : [['monthlyWage', { unit: 'fen', fen: fen(wage) }] as const]),
    ...Object.entries(choices).map(([name, choice]) => [name, { unit: 'choice', choice }] as const),
    ...Object.entries(truths).map(([name, holds]) => [name, { unit: 'truth', holds }] as const),
    ...Object.entries(counts).map(
      ([name, count]) => [name, { unit: 'count', count: rational(count) }] as const,
    ),
  ]),
});

function valueOf<T>(decision: Decision<T>): T {
  if (!decision.allowed) throw new Error(decision.refusals.map(refusalLine).join('\n'));
  return decision.value;
}

const contributorOf = (
  place: Place,
  options: ContributionOptions = { assumptions: 'state' },
): ReturnType<typeof createContributor> =>
  createContributor(valueOf(planContribution(packs[place])), options);
const contributors = Object.fromEntries(
  Object.keys(packs).map((place) => [place, contributorOf(place as Place)]),
) as Record<Place, ReturnType<typeof createContributor>>;

const pay = (place: Place, given: Given): Contribution =>
  valueOf(contributors[place].contribute(rowOf(given)));
const refusals = (place: Place, given: Given): readonly string[] => {
  const decision = contributors[place].contribute(rowOf(given));
  return decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`);
};

const employee = (wage: bigint, employerKind = 'ordinary', on = '2024-03-01'): Given => ({
  kind: 'employee',
  on,
  wage,
  choices: { employerKind },
});
const flexible = (wage: bigint, personalAccount: boolean): Given => ({
  kind: 'flexible',
  on: '2024-03-01',
  wage,
  truths: { personalAccount },
});
const resident = (
  on: string,
  choices: Readonly<Record<string, string>> = {},
  truths: Readonly<Record<string, boolean>> = {},
): Given => ({ kind: 'resident', on, choices, truths });

/** Bounds of 2024: 88,313.00 ÷ 12 × 60% and × 300%. */
const FLOOR = 441_565n;
const CAP = 2_207_825n;
const wages = fc.bigInt({ min: 0n, max: 2n * CAP });

describe('the parts of a contribution', () => {
  const rows = fc.oneof(
    fc.tuple(wages, fc.constantFrom('ordinary', 'state_paid_maternity')).map((it) => employee(...it)),
    fc.tuple(fc.bigInt({ min: FLOOR, max: 2n * CAP }), fc.boolean()).map((it) => flexible(...it)),
  );

  it('C-R2: what is paid is what is credited, to the fen', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const { employer, employee: own, subsidy, aidPaid, toAccount, toPool } = pay('shandong', row).parts;
        expect(employer + own + subsidy + aidPaid).toBe(toAccount + toPool);
      }),
    );
  });

  it('C-R2: each payer is rounded once and misses by half a fen at most', () => {
    fc.assert(
      fc.property(wages, (wage) => {
        const { base, employer, employee: own } = pay('shandong', employee(wage)).parts;
        for (const missed of [employer * 100n - base * 8n, own * 100n - base * 2n]) {
          expect(missed >= -50n && missed <= 50n).toBe(true);
        }
      }),
    );
  });

  it('C-R1: the base lies between the bounds, and nobody pays less on a higher wage', () => {
    fc.assert(
      fc.property(wages, wages, (a, b) => {
        const [low, high] = [a < b ? a : b, a < b ? b : a].map(
          (wage) => pay('shandong', employee(wage)).parts,
        ) as [Contribution['parts'], Contribution['parts']];
        expect(low.base >= FLOOR && high.base <= CAP).toBe(true);
        expect(high.base >= low.base && high.employer >= low.employer).toBe(true);
        expect(high.employee >= low.employee && high.toPool >= low.toPool).toBe(true);
      }),
    );
  });

  it('every step of every part is explained and cited', () => {
    const { nodes } = pay('shandong', flexible(500_000n, true));
    const ids = new Set(nodes.map(({ id }) => id));
    for (const node of nodes) {
      expect(node.inputs.every((input) => ids.has(input))).toBe(true);
      if (!node.id.startsWith('input/')) expect(node.cite).not.toEqual([]);
    }
  });

  it('the same pack builds the same graph, byte for byte', () => {
    const texts = [1, 2].map(() =>
      [...valueOf(planContribution(packs.jinhua)).kinds.values()].map(({ formula }) => formulaJson(formula)),
    );
    expect(texts[0]).toEqual(texts[1]);
  });
});

describe('Shandong', () => {
  it('SD-3.2-a: an employer pays 8%, one that pays salary during maternity leave 7.3%', () => {
    expect(pay('shandong', employee(1_000_000n)).parts.employer).toBe(80_000n);
    const organ = pay('shandong', employee(1_000_000n, 'state_paid_maternity'));
    expect(organ.parts.employer).toBe(73_000n);
    expect(organ.cite).toContain('SD-3.2-a');
  });

  it('SD-3.2-a: the kind of employer must be told', () => {
    expect(refusals('shandong', { kind: 'employee', on: '2024-03-01', wage: 1n })).toEqual([
      'missing_field employerKind',
    ]);
  });

  it('SD-3.2-b: all of the employee’s 2% goes to the account', () => {
    fc.assert(
      fc.property(wages, (wage) => {
        const { employee: own, employer, toAccount, toPool } = pay('shandong', employee(wage)).parts;
        expect([toAccount, toPool]).toEqual([own, employer]);
      }),
    );
  });

  it('SD-3.2-c: a flexible worker pays 7.3% without an account, or 9.3% with 2% of the base into it', () => {
    const without = pay('shandong', flexible(1_000_000n, false));
    expect(without.parts).toMatchObject({ employer: 0n, employee: 73_000n, toAccount: 0n, toPool: 73_000n });
    const withOne = pay('shandong', flexible(1_000_000n, true));
    expect(withOne.parts).toMatchObject({ employee: 93_000n, toAccount: 20_000n, toPool: 73_000n });
    expect(withOne.cite).toEqual(['SD-3.2-c']);
  });

  it('SD-3.2-c, C-R1: a base under the floor is refused, one above the cap is capped', () => {
    expect(refusals('shandong', flexible(FLOOR - 1n, false))).toEqual(['base_below_floor monthlyWage']);
    expect(pay('shandong', flexible(FLOOR, false)).parts.base).toBe(FLOOR);
    expect(pay('shandong', flexible(CAP + 1n, false)).parts.base).toBe(CAP);
  });

  it('SD-3.2-d: a retiree’s credit has no figure yet and is refused by name', () => {
    expect(refusals('shandong', { kind: 'retiree', on: '2024-03-01' })).toEqual([
      'delegated_without_assumption retiree_account_credit',
    ]);
  });

  it('SD-3.2-d: with a figure for the run the pool bears the same credit, whatever work came before', () => {
    const scenario = contributorOf('shandong', {
      assumptions: 'state',
      replaced: { retiree_account_credit: '90.00' },
    });
    const { parts, assumptions } = valueOf(scenario.contribute(rowOf({ kind: 'retiree', on: '2024-03-01' })));
    expect(parts).toMatchObject({ employer: 0n, employee: 0n, toAccount: 9_000n, toPool: -9_000n });
    expect(assumptions).toMatchObject([{ name: 'retiree_account_credit', standing: 'scenario' }]);
  });

  const retiring = (sex: string, actual: bigint, deemed: bigint, on = '2026-01-01'): Given => ({
    kind: 'retirement',
    on,
    wage: 600_000n,
    choices: { sex, employerKind: 'ordinary' },
    counts: { monthsActual: actual, monthsDeemed: deemed },
  });

  it.each([
    ['30 years of men', 'male', 340n, 0n, 20n, 1_200_000n],
    ['25 years of women', 'female', 300n, 0n, 0n, 0n],
    ['more than enough', 'female', 301n, 100n, 0n, 0n],
    ['years deemed paid count', 'male', 300n, 59n, 1n, 60_000n],
  ])('SD-3.2-e, C-R4: %s', (_, sex, actual, deemed, missing, topUp) => {
    const { outputs } = valueOf(contributors.shandong.run(rowOf(retiring(sex, actual, deemed))));
    expect(outputs.get('monthsMissing')).toEqual({ unit: 'count', count: rational(missing) });
    // Both rates × base × months: (8% + 2%) × 6,000.00 × months.
    expect(outputs.get('topUp')).toEqual({ unit: 'fen', fen: topUp });
  });

  it('R-7: a production run refuses a draft', () => {
    const production = contributorOf('shandong', { assumptions: 'refuse' });
    expect(production.contribute(rowOf(employee(1n)))).toMatchObject({
      refusals: [{ code: 'draft_in_production' }],
    });
  });
});

describe('Anhui', () => {
  it('AH-1.2-a: the employee pays 2%, the employer a rate that is assumed', () => {
    const { parts, assumptions } = pay('anhui', { kind: 'employee', on: '2026-01-01', wage: 700_000n });
    expect(parts).toMatchObject({ employer: 42_000n, employee: 14_000n, toAccount: 14_000n });
    expect(assumptions.map(({ name }) => name)).toContain('employer_rate');
  });

  it('AH-1.2-b, C-R4: the missing years are paid at once at the base of retirement', () => {
    const row: Given = {
      kind: 'retirement',
      on: '2026-01-01',
      wage: 700_000n,
      choices: { sex: 'female' },
      counts: { monthsActual: 280n, monthsDeemed: 8n },
    };
    // 25 years = 300 months; 300 − 288 = 12; (6% + 2%) × 7,000.00 × 12 = 6,720.00.
    expect(valueOf(contributors.anhui.run(rowOf(row))).outputs.get('topUp')).toEqual({
      unit: 'fen',
      fen: 672_000n,
    });
  });

  it('AH-1.2-c: counted years are actual plus deemed', () => {
    const months = { monthsActual: 200n, monthsDeemed: 100n };
    const row: Given = {
      kind: 'retirement',
      on: '2026-01-01',
      wage: 700_000n,
      choices: { sex: 'male' },
      counts: months,
    };
    const { outputs } = valueOf(contributors.anhui.run(rowOf(row)));
    expect(outputs.get('monthsCounted')).toEqual({ unit: 'count', count: rational(300n) });
  });

  it.each([
    ['extreme_poverty', 0n, 40_000n],
    ['subsistence_allowance', 8_000n, 32_000n],
    ['low_income_margin', 8_000n, 32_000n],
    ['illness_poverty', 8_000n, 32_000n],
  ])('AH-1.2-f, AH-1.2-h: aid pays its share of the fee and the person the rest: %s', (aid, own, aidPaid) => {
    const { parts, cite } = pay('anhui', resident('2025-01-01', { aid }));
    expect(parts).toMatchObject({ base: 0n, employee: own, aidPaid, subsidy: 70_000n, toPool: 110_000n });
    expect(cite).toContain('AH-1.2-f');
  });

  it('AH-1.2-d: the fee and subsidy are those of the year of cover', () => {
    expect(pay('anhui', resident('2025-01-01')).parts.subsidy).toBe(70_000n);
    expect(pay('anhui', resident('2026-01-01')).parts.subsidy).toBe(72_400n);
  });

  it('R-7: residents before 2025 and employees before 2026 are refused', () => {
    expect(refusals('anhui', resident('2024-01-01'))).toEqual(['not_in_force kind']);
    expect(refusals('anhui', { kind: 'employee', on: '2025-12-01', wage: 1n })).toEqual([
      'not_in_force kind',
    ]);
  });
});

describe('Jinhua', () => {
  it('JH-4.2-a: the employee’s wage is held between 60% and 300%, whoever the employer is', () => {
    const base = (wage: bigint): bigint =>
      pay('jinhua', { kind: 'employee', on: '2022-05-01', wage }).parts.base;
    expect([0n, 446_200n, 500_000n, 2_231_000n, 9_999_999n].map(base)).toEqual([
      446_200n,
      446_200n,
      500_000n,
      2_231_000n,
      2_231_000n,
    ]);
  });

  it('JH-4.2-b, JH-4.2-f: one rate and one rule for accounts: 2% of the base', () => {
    const own = pay('jinhua', { kind: 'employee', on: '2024-05-01', wage: 600_000n });
    const declared = pay('jinhua', { kind: 'flexible', on: '2024-05-01', wage: 600_000n });
    expect(own.parts).toMatchObject({ employer: 45_000n, employee: 12_000n, toAccount: 12_000n });
    expect(declared.parts).toMatchObject({ employee: 57_000n, toAccount: 12_000n, toPool: 45_000n });
    expect(refusals('jinhua', { kind: 'retiree', on: '2024-05-01' })).toEqual([
      'delegated_without_assumption retiree_account_credit',
    ]);
  });

  it('JH-4.2-c: people in extreme poverty pay nothing; the share of other categories is open and refused', () => {
    expect(
      pay('jinhua', resident('2024-01-01', { tier: 'tier_1', aid: 'extreme_poverty' })).parts,
    ).toMatchObject({ employee: 0n, aidPaid: 63_000n });
    expect(
      refusals('jinhua', resident('2024-01-01', { tier: 'tier_1', aid: 'subsistence_allowance' })),
    ).toEqual(['delegated_without_assumption premium_aid_share']);
    expect(refusals('jinhua', resident('2024-01-01', { tier: 'tier_1', aid: 'other' }))).toEqual([
      'bad_value aid',
    ]);
  });

  it('JH-4.2-d, JH-R6: a tier pays own + (top − own) × (y − 2022) ÷ 2 until all pay the top', () => {
    const subsidy = (tier: string, year: number): bigint =>
      pay('jinhua', resident(`${year}-01-01`, { tier })).parts.subsidy;
    for (const tier of ['tier_1', 'tier_2', 'tier_3']) {
      const [own, top] = [subsidy(tier, 2022), subsidy('tier_1', 2022)];
      for (const year of [2022, 2023, 2024, 2025]) {
        const half = (top - own) * BigInt(Math.min(year - 2022, 2));
        expect(subsidy(tier, year)).toBe(own + (half + 1n) / 2n);
      }
    }
    expect(refusals('jinhua', resident('2023-01-01'))).toEqual(['missing_field tier']);
  });

  it('JH-4.2-e: a residence permit brings the subsidy of local residents', () => {
    for (const tier of ['tier_1', 'tier_2', 'tier_3']) {
      const local = pay('jinhua', resident('2022-01-01', { tier }));
      const permit = pay('jinhua', resident('2022-01-01', { tier }, { residencePermit: true }));
      expect(permit.parts).toEqual(local.parts);
      expect([local.cite.includes('JH-4.2-e'), permit.cite.includes('JH-4.2-e')]).toEqual([false, true]);
    }
  });
});

describe('Sichuan', () => {
  it('SC-2.3-b: employer and employee share the one premium, person and treasury the other', () => {
    const own = pay('sichuan', { kind: 'employee', on: '2024-07-01', wage: 600_000n });
    expect(own.parts).toMatchObject({ employer: 36_000n, employee: 12_000n, subsidy: 0n });
    const other = pay('sichuan', resident('2024-01-01'));
    expect(other.parts).toMatchObject({ employee: 38_000n, subsidy: 67_000n, toPool: 105_000n });
    expect(own.cite.includes('SC-2.3-b') && other.cite.includes('SC-2.3-b')).toBe(true);
  });

  it('SC-2.3-d: what the province has not set and nobody gives is refused by name', () => {
    expect(refusals('sichuan', { kind: 'flexible', on: '2024-07-01', wage: 600_000n })).toEqual([
      'delegated_without_assumption flexible_rate',
      'delegated_without_assumption flexible_account_rate',
    ]);
  });
});

describe('Jiangxi', () => {
  it('JX-A4: aid is what the fee leaves over; before 2025 no figure of it is known', () => {
    const parts = (aid: string): Contribution['parts'] =>
      pay('jiangxi', resident('2025-01-01', { aid })).parts;
    expect(parts('full')).toMatchObject({ employee: 0n, aidPaid: 40_000n });
    expect(parts('fixed')).toMatchObject({ employee: 8_000n, aidPaid: 32_000n });
    expect(refusals('jiangxi', resident('2024-01-01', { aid: 'full' }))).toEqual([
      'not_in_force aided_resident_fee',
    ]);
  });

  it('a kind without a rule is refused', () => {
    expect(refusals('jiangxi', employee(1n))).toEqual(['kind_not_covered kind']);
  });
});
