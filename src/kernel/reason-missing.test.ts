import { expect, it } from 'vitest';
import { whyNotSilent } from '#kernel/reason-missing';

it('whoever says no says why; a yes needs no reason', () => {
  expect(whyNotSilent(true, ' ', 'note')).toMatchObject({ code: 'reason_missing', at: 'note' });
  expect(whyNotSilent(true, '单据不符')).toBeUndefined();
  expect(whyNotSilent(false, '')).toBeUndefined();
});
