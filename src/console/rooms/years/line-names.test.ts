import { expect, test } from 'vitest';
import { figureOfLine } from '#console/rooms/years/line-names.ts';

test.each([
  ['levy', 'levy/east', 'levy/east'],
  ['allocation', 'allocation/normal/east', 'normal/east'],
  ['burden', 'burden/local_treasury/east', 'burden/local_treasury/east'],
  ['recovery', 'recovery/east', undefined],
  ['reserve', 'reserve', undefined],
])('a line of the kind %s opens the figure of the run that it was taken from', (kind, id, figure) => {
  expect(figureOfLine({ id, kind })).toBe(figure);
});
