import { expect } from 'vitest';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { drawAsOf } from '#application/statement/draw-statement';
import { findSubject } from '#application/statement/find-subject';
import { keysOf, type DrawnStatement } from '#application/statement/statement-content';
import { cellTerms, effectOf, type CellKey } from '#domain/statement/cell-terms';
import { cellOf, type DrawnForm } from '#domain/statement/draw-form';
import { planStatements, type StatementPlan } from '#domain/statement/plan-forms';
import { present } from '#kernel/assert';
import { findClause, type Pack } from '#rules/pack/pack';
import { valueOf } from '#tests/support/decided';
import type { FundYearPlace } from '#tests/support/fund-year-place';
import { FUND_ID, type TypeYear } from '#tests/support/fund-year-scenario';

/** The statements of every pool, of the fund where there is one, and of all together, for one period. */
export interface DrawnAll {
  readonly pools: ReadonlyMap<string, DrawnStatement>;
  readonly fund: DrawnStatement | null;
  readonly group: DrawnStatement;
}

export async function planForms({ services }: FundYearPlace): Promise<StatementPlan> {
  return valueOf(planStatements(valueOf(await loadPackWithParents(services, 'national'))));
}

export async function drawAll(
  place: FundYearPlace,
  plan: StatementPlan,
  year: TypeYear,
  period: string,
): Promise<DrawnAll> {
  const { services, maker } = place;
  const head = await services.statementStore.readHead(maker);
  const draw = async (subject: string, consolidated: boolean): Promise<DrawnStatement> => {
    const asked = { subject, consolidated, insuranceType: year.type, period };
    const found = valueOf(await findSubject(services, maker, asked));
    return drawAsOf(services, maker, plan, found, head);
  };
  const pools = new Map<string, DrawnStatement>();
  for (const { pool } of year.pools) pools.set(pool, await draw(pool, false));
  const fund = year.fund === null ? null : await draw(FUND_ID, false);
  return { pools, fund, group: await draw(FUND_ID, true) };
}

function formOf({ forms }: DrawnStatement, id: string): DrawnForm {
  return present(
    forms.find(({ form }) => form.id === id),
    `the form ${id}`,
  );
}

/** A cell in fen; nil where the books had not begun. */
export function amountAt(drawn: DrawnStatement, form: string, key: CellKey): bigint {
  return cellOf(formOf(drawn, form), key) ?? 0n;
}

/** Nothing that a statement checks fails; and both sides and the year's course hold when they are added up here. */
export function expectSound(drawn: DrawnStatement): void {
  const failures = drawn.checks.flatMap(({ form, id, failures: own }) => own.map(({ at }) => [form, id, at]));
  expect([drawn.subject.id, failures]).toEqual([drawn.subject.id, []]);
  expect(drawn.checks.every(({ checked }) => checked > 0)).toBe(true);
  for (const one of drawn.forms) {
    for (const { span } of one.columns.filter(({ isKept }) => isKept)) {
      for (const { id: part } of one.parts) {
        const at = (line: string): bigint => cellOf(one, { line, column: span, part }) ?? 0n;
        const where = `${drawn.subject.id} ${one.form.id} ${span} ${part}`;
        expect([where, differenceOf(one.form.id, at)]).toEqual([where, 0n]);
      }
    }
  }
}

function differenceOf(form: string, at: (line: string) => bigint): bigint {
  if (form === 'balance_sheet') return at('assets') - at('liabilities') - at('balance');
  if (form === 'obligations') return at('receivables') + at('advances') - at('payables') - at('net');
  return at('opening') + at('income') - at('expenditure') + at('balance_moves') - at('closing');
}

const OF_POOLS = ['pooled', 'account', 'unsplit'];
/** What one level pays and the other receives: 4401 and 5302, 4402 and 5301. */
export const TRANSFERS = ['from_above', 'from_below', 'to_above', 'to_below'];
/** Lines of the income statement that the fund's own form shows by the same name. */
const OF_FUND = ['opening', 'interest', 'from_below', 'to_below', 'income', 'expenditure', 'closing'];

/** Consolidated is the sum of the parts less what is eliminated, cell by cell; between the levels nothing is left. */
export function expectConsolidated({ pools, fund, group }: DrawnAll): void {
  for (const one of group.forms) {
    const { id } = one.form;
    for (const { line, column, part } of keysOf(one).filter(({ part: own }) => own === 'total')) {
      const at = (own: string): bigint => amountAt(group, id, { line, column, part: own });
      const ofPools = one.parts
        .filter((own) => OF_POOLS.includes(own.id))
        .map((own) =>
          [...pools.values()].reduce(
            (sum, drawn) => sum + amountAt(drawn, id, { line, column, part: own.id }),
            0n,
          ),
        );
      const whole = ofPools.reduce((sum, amount) => sum + amount, 0n) + at('fund') + at('eliminated');
      expect([id, line, column, at(part)]).toEqual([id, line, column, whole]);
      if (TRANSFERS.includes(line)) {
        expect([line, column, at('total')]).toEqual([line, column, 0n]);
      }
      if (fund !== null && id === 'income_statement' && OF_FUND.includes(line))
        expect([line, column, at('fund')]).toEqual([
          line,
          column,
          amountAt(fund, 'sources_and_uses', { line, column, part: 'total' }),
        ]);
      if (fund !== null && id !== 'income_statement') {
        const own = id === 'balance_sheet' ? 'total' : 'fund';
        expect([id, line, column, at('fund')]).toEqual([
          id,
          line,
          column,
          amountAt(fund, id, { line, column, part: own }),
        ]);
      }
    }
  }
}

/** Opens cells of a statement: their entries add up to the figure, and each event cites clauses that the pack knows. */
export async function expectOpened(
  place: FundYearPlace,
  drawn: DrawnStatement,
  pick: (key: CellKey, form: string) => boolean,
): Promise<{ readonly cells: number; readonly entries: number }> {
  const { services, maker, pack, journal } = place;
  const { subject, period, head } = drawn;
  let [cells, entries] = [0, 0];
  for (const one of drawn.forms) {
    for (const key of keysOf(one).filter((own) => pick(own, one.form.id))) {
      const terms = cellTerms(one.form, subject, period, key);
      const query = { insuranceType: subject.insuranceType, terms, head, limit: 1_000_000 };
      const found = await services.statementStore.listEntries(maker, query);
      const sum = found.reduce(
        (total, entry) => total + effectOf(present(terms[entry.term], 'a term'), entry),
        0n,
      );
      const where = `${subject.id} ${one.form.id} ${key.line} ${key.column} ${key.part}`;
      expect([where, sum]).toEqual([where, cellOf(one, key) ?? 0n]);
      for (const { template, clauses } of found) {
        const cited = [...(journal.templates.get(template)?.cite ?? []), ...clauses];
        expect([template, cited.length > 0, cited.filter((id) => !isKnown(pack, id))]).toEqual([
          template,
          true,
          [],
        ]);
      }
      cells += 1;
      entries += found.length;
    }
  }
  return { cells, entries };
}

function isKnown(pack: Pack, id: string): boolean {
  return findClause(pack, id) !== undefined || pack.parents.some((parent) => isKnown(parent, id));
}
