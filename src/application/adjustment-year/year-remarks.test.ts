import { expect, test } from 'vitest';
import { yearRemarks } from '#application/adjustment-year/year-remarks';
import { foldYear, type YearStep, type YearStepKind } from '#domain/adjustment-year/year-step';

type Output = Parameters<typeof yearRemarks>[0];

const NOTHING: Output = { levies: [], allocations: [], burdens: [], explanation: [], pools: [] };
const pool = (id: string): Output['pools'][number] => ({
  id,
  balanceBefore: '0.00',
  levy: '0.00',
  received: '0.00',
  balanceAfter: '0.00',
  monthsAfter: null,
});
const cite = ['X-1'];

test('R-6, JH-R5: what nobody bears is told of each pool, and of the fund where it is of no pool', () => {
  const burdens = [
    { pool: 'east', bearer: 'uncovered', amount: '29500.25', cite },
    { pool: 'east', bearer: 'local_treasury', amount: '1.00', cite },
    { pool: 'city', bearer: 'uncovered', amount: '0.55', cite },
    { pool: 'west', bearer: 'uncovered', amount: '0.00', cite },
  ];
  const remarks = yearRemarks({ ...NOTHING, burdens, pools: [pool('east'), pool('west')] }, []);
  expect(remarks).toEqual([
    { kind: 'uncovered', pool: 'east', amount: '29500.25', clauses: cite },
    { kind: 'uncovered', pool: 'fund', amount: '0.55', clauses: cite },
  ]);
});

test('JX-R6: of a granted emergency what is not allocated is told, and nothing where all of it is', () => {
  const allocations = [
    { stage: 'emergency', pool: 'east', amount: '60.00', cite },
    { stage: 'emergency', pool: 'west', amount: '5.00', cite },
    { stage: 'normal', pool: 'east', amount: '500.00', cite },
  ];
  const source = { kind: 'matters', matters: ['1'], basis: 'emergency' } as const;
  const figures = [
    { subject: 'east', field: 'emergency', value: '100.00', source },
    { subject: 'west', field: 'emergency', value: '5.00', source },
  ];
  const pools = [pool('east'), pool('west'), pool('north')];
  expect(yearRemarks({ ...NOTHING, allocations, pools }, figures)).toEqual([
    { kind: 'emergency_unpaid', pool: 'east', amount: '40.00', clauses: cite },
  ]);
});

const step = (sequence: number, kind: YearStepKind, content: object): YearStep => ({
  sequence,
  kind,
  version: 1,
  of: sequence - 1,
  by: 'u',
  at: '2026-02-10T02:00:00.000Z',
  note: '',
  makers: null,
  requestKey: null,
  content: JSON.stringify(content),
  contentHash: '',
});

test('AH-R2: a year that moves nothing, as under a paused levy, is final once it is approved', () => {
  expect(foldYear([step(1, 'approved', { isFinal: true })]).phase).toBe('final');
  expect(foldYear([step(1, 'approved', {})]).phase).toBe('approved');
});
