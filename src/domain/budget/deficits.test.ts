import { describe, expect, it } from 'vitest';
import { deficitRefusals, findDeficits } from '#domain/budget/deficits';
import { planBudget, type BudgetRules } from '#domain/budget/rules';
import { checkTable } from '#domain/budget/table';
import { budgetYaml, evenTable } from '#tests/support/budget-tables';
import { inventedPack, loadInventedPack } from '#tests/support/invented-pack';
import { loadTestPack } from '#tests/support/load-test-pack';

function rulesWith(...mechanisms: readonly string[]): BudgetRules {
  const rules = planBudget(inventedPack({ 'budget.yaml': budgetYaml(...mechanisms) }));
  if (!rules.allowed) throw new Error(rules.refusals.map(({ code }) => code).join());
  return rules.value;
}

const codes = (...args: Parameters<typeof deficitRefusals>): readonly string[] =>
  deficitRefusals(...args).map(({ code, at }) => `${code} ${at}`);

/** Spends 100 fen more than it takes in. */
const short = evenTable('resident', 0n, { '5001.inpatient/pooled': 100n }, 1_000n);

describe('a budget in deficit', () => {
  it('SC-2.1-b, AH-1.4-b: is refused for the year without an exception on record, and passes with one', () => {
    const deficits = findDeficits(short, rulesWith('year_deficit_by_exception'));
    expect(deficits).toMatchObject([{ kind: 'year', part: 'pooled', fen: 100n, treatment: 'exception' }]);
    expect(codes(deficits, false)).toEqual(['deficit_exception_missing pooled']);
    expect(codes(deficits, true)).toEqual([]);
  });

  it('AH-1.4-b: is refused outright on the accumulated balance, whatever exception there is', () => {
    const rules = rulesWith('year_deficit_by_exception', 'accumulated_deficit_refused');
    const below = evenTable('resident', 0n, { '5001.inpatient/pooled': 100n }, 99n);
    expect(codes(findDeficits(below, rules), true)).toEqual(['accumulated_deficit_refused pooled']);
    const nil = evenTable('resident', 0n, { '5001.inpatient/pooled': 100n }, 100n);
    expect(codes(findDeficits(nil, rules), true)).toEqual([]);
  });

  it('is found part by part: personal accounts do not cover the pooled fund', () => {
    const table = evenTable('employee', 0n, { '5001.inpatient/pooled': 1n, '4001/account': 5n }, 10n);
    expect(findDeficits(table, rulesWith('year_deficit_refused'))).toMatchObject([
      { part: 'pooled', fen: 1n, treatment: 'refused' },
    ]);
  });

  it('is named and refused by nothing where the place has no rule for it', () => {
    const deficits = findDeficits(short, rulesWith('binding'));
    expect(deficits).toMatchObject([{ treatment: 'named' }]);
    expect(codes(deficits, false)).toEqual([]);
  });

  it('balances with nothing over at all', () => {
    expect(findDeficits(evenTable('employee', 0n), rulesWith('year_deficit_refused'))).toEqual([]);
  });
});

describe('the budget section of a pack', () => {
  it.each(['sichuan', 'anhui', 'jinhua', 'jiangxi', 'shandong'])('of %s is complete', async (id) => {
    expect(planBudget(await loadTestPack(id))).toMatchObject({ allowed: true });
  });

  it('refuses mechanisms it does not know, twice, or filled wrongly', () => {
    const faults = (yaml: string): readonly string[] => {
      const pack = loadInventedPack({ 'budget.yaml': yaml });
      const rules = pack.allowed ? planBudget(pack.value) : pack;
      return rules.allowed
        ? []
        : rules.refusals.map(({ code, at }) => `${code} ${at.split(' ').at(-1) ?? ''}`);
    };
    expect(faults(budgetYaml('magic'))).toEqual(['bad_budget_rule magic']);
    expect(faults(budgetYaml('binding', 'binding'))).toEqual([
      'bad_budget_rule binding',
      'bad_budget_rule binding',
    ]);
    expect(faults(budgetYaml('deviation_notices'))).toEqual(['bad_budget_rule levels']);
    const filled = budgetYaml('deviation_notices').replace(
      'cite: [YH-1] }',
      'with: { levels: levy_rate }, cite: [YH-1] }',
    );
    expect(faults(filled)).toEqual(['bad_budget_rule levy_rate']);
    expect(faults(budgetYaml('binding').replace('cite: [YH-1] }', 'cite: [YH-99] }'))).toEqual([
      'unknown_reference YH-99',
    ]);
  });
});

describe('a table', () => {
  it('SC-2.1-c: is whole or every missing, repeated, unknown or negative line is named', () => {
    const whole = evenTable('resident', 1n);
    expect(checkTable(whole, [])).toEqual([]);
    const [first, second, ...rest] = whole.amounts;
    if (first === undefined || second === undefined) throw new Error('a table has lines');
    const broken = {
      ...whole,
      opening: [],
      amounts: [
        ...rest,
        first,
        first,
        { ...second, fen: -1n as typeof second.fen },
        { ...second, line: '9999' },
      ].slice(1),
    };
    expect(checkTable(broken, []).map(({ code, at }) => `${code} ${at}`)).toEqual([
      'unknown_budget_line 9999/pooled',
      'budget_line_missing 4201/pooled',
      'budget_line_repeated 4001/pooled',
      'budget_line_negative 4101/pooled',
      'opening_missing opening/pooled',
    ]);
  });

  it('SC-2.2-c: of the adjustment fund states a levy and an allocation for each pool', () => {
    const fund = { ...evenTable('resident', 1n), pool: 'yunhai', kind: 'fund', amounts: [] } as const;
    expect(checkTable(fund, ['east', 'west']).map(({ at }) => at)).toEqual([
      '4402/pooled/east',
      '4402/pooled/west',
      '4201/pooled',
      '5302/pooled/east',
      '5302/pooled/west',
    ]);
  });
});
