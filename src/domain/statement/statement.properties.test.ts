import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellTerms, effectOf, finds } from '#domain/statement/cell-terms';
import { checkBooks, checkDrawnForm } from '#domain/statement/check-drawn';
import { roundingDifferences } from '#domain/statement/display';
import { cellOf, drawForm, type DrawnForm } from '#domain/statement/draw-form';
import { formsFor, planStatements, type StatementPlan } from '#domain/statement/plan-forms';
import { parsePeriod, type StatementPeriod } from '#domain/statement/spans';
import type { StatementSubject, SubjectMember } from '#domain/statement/turnover';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';
import { digitsText, shownDigits } from '#kernel/shown-amount';
import type { RawTemplate } from '#rules/pack/raw-pack';
import { loadTestPack } from '#tests/support/load-test-pack';
import { postedEntries, type PostedEntry, type PostedEvent } from '#tests/support/posted-turnovers';

const pack = await loadTestPack('national');
const plan = planOf();
const templates = present(pack.raw.journal, 'the journal').templates;

function planOf(): StatementPlan {
  const planned = planStatements(pack);
  if (!planned.allowed) throw new Error(planned.refusals.map(({ code, at }) => `${code} ${at}`).join('\n'));
  return planned.value;
}

const FIRST = '2025-01' as Month;
const POOLS = ['east', 'west'] as const;
const FUND = 'yunhai';

function member(id: string): SubjectMember {
  return { id, kind: id === FUND ? 'fund' : 'pool', name: { zh: id, en: id }, firstMonth: FIRST };
}

function subjectOf(kind: StatementSubject['kind'], insuranceType: InsuranceType): StatementSubject {
  const members = { pool: ['east'], fund: [FUND], group: [...POOLS, FUND] }[kind].map(member);
  const id = kind === 'pool' ? 'east' : FUND;
  return { kind, id, name: { zh: id, en: id }, place: 'yunhai', insuranceType, members };
}

function period(text: string): StatementPeriod {
  return present(parsePeriod(text), text);
}

/** Amounts of one event: a key of the template now and then left at nil, corrections and reversals below it. */
const amount = fc.oneof(fc.constant(0n), fc.bigInt({ min: -5_000_000n, max: 999_999_999_999n }));

/** Any event of any template between the pools and the fund, in any month of two years. */
function eventOf(insuranceType: InsuranceType): fc.Arbitrary<PostedEvent> {
  const own = templates.filter(({ types }) => types.includes(insuranceType));
  return fc
    .record({
      template: fc.constantFrom(...own),
      month: fc.tuple(fc.constantFrom('2025', '2026'), fc.integer({ min: 1, max: 12 })),
      pool: fc.constantFrom(...POOLS),
      pick: fc.nat(),
      amounts: fc.array(amount, { minLength: 20, maxLength: 20 }),
    })
    .map(({ template, month: [year, number], pool, pick, amounts }) => {
      const keys = [...new Set(template.moves.map((move) => move.amount))];
      const [ownId, other] = idsOf(template, pool);
      return {
        template,
        month: `${year}-${number.toString().padStart(2, '0')}` as Month,
        pool: ownId,
        ...(other === undefined ? {} : { otherPool: other }),
        insuranceType,
        ...(template.parties === undefined || template.parties.includes('pool')
          ? {}
          : { counterparty: `${template.parties[pick % template.parties.length] ?? ''}:X` }),
        ...(template.categories === undefined
          ? {}
          : { category: template.categories[pick % template.categories.length] ?? '' }),
        amounts: Object.fromEntries(keys.map((key, index) => [key, amounts[index] ?? 1n])),
      };
    });
}

/** Whose books an event is in: a fund's where it moves the fund's money, and the other one's where it is between two. */
function idsOf(template: RawTemplate, pool: string): readonly [string, string | undefined] {
  const isFund = (role: 'other' | undefined): boolean =>
    template.moves.some(
      (move) => move.pool === role && ['adjustment', 'risk_reserve'].includes(move.source ?? ''),
    );
  const isBetween = template.moves.some((move) => move.pool === 'other');
  if (!isBetween) return [isFund(undefined) ? FUND : pool, undefined];
  return isFund(undefined) ? [FUND, pool] : [pool, FUND];
}

const anyType = fc.constantFrom('employee' as const, 'resident' as const);
const anyKind = fc.constantFrom('pool' as const, 'fund' as const, 'group' as const);
const anyPeriod = fc.constantFrom('2025-01', '2025-12', '2026-01', '2026-07', '2025', '2026').map(period);

const books = anyType.chain((insuranceType) =>
  fc.record({
    insuranceType: fc.constant(insuranceType),
    kind: anyKind,
    on: anyPeriod,
    entries: fc
      .array(eventOf(insuranceType), { maxLength: 25 })
      .map((events) => postedEntries(events, FIRST)),
  }),
);

function drawAll(
  subject: StatementSubject,
  on: StatementPeriod,
  entries: readonly PostedEntry[],
): readonly DrawnForm[] {
  return formsFor(plan, subject.kind).map((form) => drawForm(form, subject, on, entries));
}

describe('statements of any events that the templates can post', () => {
  it('NAT-28.10, NAT-28.2: balance, and closing follows from opening, income and expenditure, in every cell', () => {
    fc.assert(
      fc.property(books, ({ insuranceType, kind, on, entries }) => {
        const checks = drawAll(subjectOf(kind, insuranceType), on, entries).flatMap(checkDrawnForm);
        expect(checks.length).toBeGreaterThan(2);
        expect(checks.flatMap(({ failures }) => failures)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('NAT-28.5: between both levels nothing is left once what they pay each other is eliminated', () => {
    fc.assert(
      fc.property(books, ({ insuranceType, on, entries }) => {
        const subject = subjectOf('group', insuranceType);
        const [elimination] = checkBooks(subject, on, plan.accounts, entries).filter(
          ({ id }) => id === 'eliminated_to_nil',
        );
        expect(elimination?.failures).toEqual([]);
        const drawn = present(
          drawAll(subject, on, entries).find(({ form }) => form.id === 'income_statement'),
          'an income statement',
        );
        for (const { span } of drawn.columns.filter(({ isKept }) => isKept)) {
          for (const line of ['from_above', 'from_below', 'to_above', 'to_below']) {
            expect(cellOf(drawn, { line, column: span, part: 'total' })).toBe(0n);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('NAT-28.5: consolidated figures are those of all members less what is eliminated', () => {
    fc.assert(
      fc.property(books, ({ insuranceType, on, entries }) => {
        const group = present(
          drawAll(subjectOf('group', insuranceType), on, entries).find(
            ({ form }) => form.id === 'balance_sheet',
          ),
          'a balance sheet',
        );
        const alone = [...POOLS, FUND].map((id) => {
          const own = subjectOf(id === FUND ? 'fund' : 'pool', insuranceType);
          const subject = { ...own, id, members: [member(id)] };
          return present(
            drawAll(subject, on, entries).find(({ form }) => form.id === 'balance_sheet'),
            'a balance sheet',
          );
        });
        for (const { span } of group.columns.filter(({ isKept }) => isKept)) {
          for (const { id: line } of group.form.lines) {
            const eliminated = cellOf(group, { line, column: span, part: 'eliminated' }) ?? 0n;
            const sum = alone.reduce((total, one) => {
              const part = one.parts.some(({ id }) => id === 'total') ? 'total' : 'pooled';
              return total + (cellOf(one, { line, column: span, part }) ?? 0n);
            }, 0n);
            expect(cellOf(group, { line, column: span, part: 'total' })).toBe(sum + eliminated);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('NAT-28.10: each cell is the sum of the entries that it opens to', () => {
    fc.assert(
      fc.property(books, ({ insuranceType, kind, on, entries }) => {
        const subject = subjectOf(kind, insuranceType);
        for (const drawn of drawAll(subject, on, entries)) {
          for (const { span } of drawn.columns.filter(({ isKept }) => isKept)) {
            for (const { id: line } of drawn.form.lines) {
              for (const { id: part } of drawn.parts) {
                const key = { line, column: span, part };
                const opened = cellTerms(drawn.form, subject, on, key).flatMap((term) =>
                  entries.filter((entry) => finds(term, entry)).map((entry) => effectOf(term, entry)),
                );
                expect(opened.reduce((sum, one) => sum + one, 0n)).toBe(cellOf(drawn, key));
              }
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('NAT-28.10: the months of a year add up to it', () => {
    fc.assert(
      fc.property(books, ({ insuranceType, kind, entries }) => {
        const subject = subjectOf(kind, insuranceType);
        const flows = formsFor(plan, kind).filter(({ measure }) => measure === 'flow');
        for (const form of flows) {
          const year = drawForm(form, subject, period('2026'), entries);
          const months = Array.from({ length: 12 }, (_, index) =>
            drawForm(form, subject, period(`2026-${(index + 1).toString().padStart(2, '0')}`), entries),
          );
          for (const { id: line } of form.lines.filter(({ at }) => at === undefined)) {
            for (const { id: part } of year.parts) {
              const key = { line, column: 'period', part } as const;
              const sum = months.reduce((total, one) => total + (cellOf(one, key) ?? 0n), 0n);
              expect(cellOf(year, key)).toBe(sum);
            }
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('NAT-P.3: ten thousands are within half a last digit, and each total adds up with its rounding difference', () => {
    fc.assert(
      fc.property(books, ({ insuranceType, kind, on, entries }) => {
        for (const drawn of drawAll(subjectOf(kind, insuranceType), on, entries)) {
          expect(roundingDifferences(drawn, 'yuan')).toEqual([]);
          const differences = roundingDifferences(drawn, 'wan');
          const digitsOf = (
            line: string,
            column: (typeof drawn.columns)[number]['span'],
            part: string,
          ): bigint => shownDigits(cellOf(drawn, { line, column, part }) ?? fen(0n), 'wan');
          for (const { span } of drawn.columns.filter(({ isKept }) => isKept)) {
            for (const { id, sum = [], less = [] } of drawn.form.lines.filter(
              (line) => line.sum !== undefined,
            )) {
              for (const { id: part } of drawn.parts) {
                const exact = cellOf(drawn, { line: id, column: span, part }) ?? 0n;
                const off = exact - digitsOf(id, span, part) * 10_000n;
                expect(off >= -5_000n && off <= 5_000n).toBe(true);
                const add = (ids: readonly string[]): bigint =>
                  ids.reduce((total, line) => total + digitsOf(line, span, part), 0n);
                const told = differences.find(
                  (one) =>
                    one.line === id && one.column === span && one.part === part && one.over === 'lines',
                );
                expect(digitsOf(id, span, part)).toBe(add(sum) - add(less) + (told?.digits ?? 0n));
              }
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('an amount in ten thousands', () => {
  it.each([
    [4_999n, '0.00'],
    [5_000n, '0.01'],
    [-5_000n, '-0.01'],
    [123_456_789n, '123.46'],
  ])('%s fen is shown as %s', (amountFen, text) => {
    expect(digitsText(shownDigits(fen(amountFen), 'wan'))).toBe(text);
  });
});
