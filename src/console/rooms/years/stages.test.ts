import { expect, test } from 'vitest';
import type { YearView } from '#console/api/year-queries.ts';
import { stagesOf } from '#console/rooms/years/stages.ts';

const step = (sequence: number, kind: YearView['steps'][number]['kind'], version = 1) => ({
  sequence,
  kind,
  version,
  label: { zh: kind, en: kind },
  by: `person of ${sequence}`,
  at: '2026-02-10T02:00:00.000Z',
  note: '',
  contentHash: '',
});

const stateOf = (phase: YearView['phase'], steps: YearView['steps'], version = 1): string[] =>
  stagesOf({ phase, version, steps }).map(({ stage, state, step: by }) =>
    `${stage} ${state} ${by?.sequence ?? ''}`.trim(),
  );

test('a year that is opened gathers until its figures are frozen', () => {
  expect(stateOf('gathering', [step(1, 'opened')]).slice(0, 3)).toEqual([
    'gathering now 1',
    'frozen ahead',
    'proposed ahead',
  ]);
});

test('what was returned is done no more, and who does it anew is named', () => {
  const returned = [step(1, 'opened'), step(2, 'frozen'), step(3, 'proposed'), step(4, 'returned')];
  expect(stateOf('gathering', returned)[1]).toBe('frozen ahead');
  expect(stateOf('frozen', [...returned, step(5, 'frozen')])[1]).toBe('frozen done 5');
});

test('payments in part are under way until the last, which makes the year final', () => {
  const paid = [
    step(1, 'opened'),
    step(2, 'frozen'),
    step(3, 'proposed'),
    step(4, 'checked'),
    step(5, 'approved'),
  ];
  expect(stateOf('approved', paid).slice(4, 6)).toEqual(['approved done 5', 'paying now']);
  expect(stateOf('paying', [...paid, step(6, 'paid')])[5]).toBe('paying now 6');
  expect(stateOf('final', [...paid, step(6, 'paid'), step(7, 'paid')]).slice(5)).toEqual([
    'paying done 7',
    'final done 7',
  ]);
});

test('a correction begins anew: steps of the version before are not its own', () => {
  const before = [step(1, 'opened'), step(2, 'frozen'), step(3, 'proposed'), step(4, 'corrected', 2)];
  expect(stateOf('gathering', before, 2).slice(0, 2)).toEqual(['gathering now 4', 'frozen ahead']);
  // One that is asked to be dropped stands where it was.
  const asked = [...before, step(5, 'drop_asked', 2)];
  expect(stateOf('dropping', asked, 2).slice(0, 2)).toEqual(['gathering now 4', 'frozen ahead']);
  const dropped = [...before, step(5, 'frozen', 2), step(6, 'proposed', 2), step(7, 'returned', 2)];
  // The version in force stands again, with who did its own steps.
  expect(stateOf('final', dropped).slice(0, 3)).toEqual([
    'gathering done 1',
    'frozen done 2',
    'proposed done 3',
  ]);
});
