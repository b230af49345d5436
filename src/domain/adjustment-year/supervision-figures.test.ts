import { describe, expect, test } from 'vitest';
import { supervisionFigures } from '#domain/adjustment-year/supervision-figures';
import type { SupervisionCase } from '#domain/supervision/supervision-case';
import { fen } from '#kernel/fen';

const BOTH = ['breachesCorrected', 'breachLoss'];

interface Told {
  readonly number: bigint;
  readonly year?: number;
  readonly isClosed?: boolean;
  readonly findings?: readonly object[];
}

const lost = (loss: bigint, decision: 'confirmed' | null): object => ({
  amount: fen(loss),
  reports: [{ decision, loss: fen(loss), standing: [] }],
});

/** A case of the pool `east`, closed unless it is said to be open. */
const caseOf = ({ number, year = 2026, isClosed = true, findings = [] }: Told): SupervisionCase =>
  ({
    number,
    pool: 'east',
    year,
    closedAt: isClosed ? '2026-12-30T08:00:00.000Z' : null,
    findings,
  }) as unknown as SupervisionCase;

const told = (taken: readonly string[], ...cases: readonly Told[]): unknown =>
  supervisionFigures({ pools: ['east', 'west'], year: 2026 }, cases.map(caseOf), taken).map(
    ({ subject, field, value, source }) => [subject, field, value, 'cases' in source ? source.cases : []],
  );

const SETTLED = { number: 4n, findings: [lost(250n, 'confirmed')] };

describe('what the register of supervision says of a year', () => {
  test('JX-2.5, SC-R5: one open finding denies that breaches are corrected; confirmed losses add up', () => {
    const open = {
      number: 9n,
      isClosed: false,
      findings: [lost(300n, 'confirmed'), lost(500n, null)],
    };
    expect(told(BOTH, open, SETTLED)).toEqual([
      ['east', 'breachesCorrected', 'false', ['9']],
      ['east', 'breachLoss', '5.50', ['4', '9']],
    ]);
  });

  test('JX-2.5: a finding of an earlier year denies it as well, and its loss stays in that year', () => {
    expect(told(BOTH, { number: 1n, year: 2025, findings: [lost(500n, null)] })).toEqual([
      ['east', 'breachesCorrected', 'false', ['1']],
    ]);
    expect(told(BOTH, { number: 1n, year: 2025, findings: [lost(500n, 'confirmed')] })).toEqual([]);
  });

  test('JX-2.5: breaches are corrected once all findings are settled and all cases closed', () => {
    expect(told(BOTH, SETTLED)).toEqual([
      ['east', 'breachesCorrected', 'true', ['4']],
      ['east', 'breachLoss', '2.50', ['4']],
    ]);
    expect(told(['breachesCorrected'], { ...SETTLED, isClosed: false })).toEqual([]);
    expect(told(['breachesCorrected'], SETTLED, { number: 5n, isClosed: false })).toEqual([]);
  });

  test('JX-2.5: nobody clears a pool by a case that found nothing, open or closed', () => {
    expect(told(BOTH, { number: 3n })).toEqual([]);
    expect(told(BOTH, { number: 3n, isClosed: false })).toEqual([]);
  });

  test('a pipeline takes only what it uses', () => {
    expect(told(['breachLoss'], SETTLED)).toEqual([['east', 'breachLoss', '2.50', ['4']]]);
    expect(told(['revenue'], SETTLED)).toEqual([]);
  });
});
