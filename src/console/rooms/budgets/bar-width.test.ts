import { expect, test } from 'vitest';
import { barWidth } from '#console/rooms/budgets/bar-width.ts';

test.each([
  ['37.50', '37.5%'],
  ['120.00', '100%'],
  ['-4.00', '0%'],
])('%s percent is drawn within the bar', (percent, width) => {
  expect(barWidth(percent)).toBe(width);
});
