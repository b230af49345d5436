import { expect, test } from 'vitest';
import { supervisionFigures } from '#domain/adjustment-year/supervision-figures';
import type { SupervisionCase } from '#domain/supervision/supervision-case';
import { fen } from '#kernel/fen';

const BOTH = ['breachesCorrected', 'breachLoss'];

const lost = (loss: bigint, decision: 'confirmed' | null): object => ({
  amount: fen(loss),
  reports: [{ decision, loss: fen(loss), standing: [] }],
});

const cases = [
  { number: 9n, pool: 'east', findings: [lost(300n, 'confirmed'), lost(500n, null)] },
  { number: 4n, pool: 'east', findings: [lost(250n, 'confirmed')] },
  { number: 3n, pool: 'north', findings: [] },
] as unknown as readonly SupervisionCase[];

test('JX-2.5, SC-R5: one open finding denies that breaches are corrected; confirmed losses add up; cases are named', () => {
  const source = { kind: 'supervision', cases: ['4', '9'] };
  expect(supervisionFigures(['east', 'west'], cases, BOTH)).toEqual([
    { subject: 'east', field: 'breachesCorrected', value: 'false', source },
    { subject: 'east', field: 'breachLoss', value: '5.50', source },
  ]);
});

test('JX-2.5: a pool whose cases found nothing is corrected and lost nothing; a pipeline takes only what it uses', () => {
  const source = { kind: 'supervision', cases: ['3'] };
  expect(supervisionFigures(['north'], cases, BOTH).map(({ value }) => value)).toEqual(['true', '0.00']);
  expect(supervisionFigures(['north'], cases, ['breachLoss'])).toEqual([
    { subject: 'north', field: 'breachLoss', value: '0.00', source },
  ]);
  expect(supervisionFigures(['north'], cases, ['revenue'])).toEqual([]);
});
