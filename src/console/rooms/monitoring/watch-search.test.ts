import { describe, expect, it } from 'vitest';
import { readWatchSearch, watchOf } from '#console/rooms/monitoring/watch-search.ts';

describe('the address of what is watched', () => {
  it('carries fund, type, month and policy, and ignores what cannot be meant', () => {
    const whole = { subject: 'yunhai', insuranceType: 'resident', month: '2026-03', pack: 'sichuan' };
    expect(readWatchSearch(whole)).toEqual(whole);
    expect(readWatchSearch({ subject: '', insuranceType: 'both', month: '2026-13', pack: 7 })).toEqual({});
  });

  it('asks once all is chosen, by the policy of the place where none is named', () => {
    const chosen = { subject: 'east', insuranceType: 'employee', month: '2026-03' } as const;
    expect(watchOf(chosen, 'yunhai')).toEqual({ ...chosen, pack: 'yunhai' });
    expect(watchOf({ ...chosen, pack: 'other' }, 'yunhai')?.pack).toBe('other');
    expect(watchOf(chosen, undefined)).toBeUndefined();
    expect(watchOf({ subject: 'east' }, 'yunhai')).toBeUndefined();
  });
});
