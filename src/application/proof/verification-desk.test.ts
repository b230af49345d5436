import { expect, it } from 'vitest';
import type { LedgerReport } from '#application/ports/ledger-verifier';
import { createVerificationDesk } from '#application/proof/verification-desk';
import { allow, refuse, type Decision } from '#kernel/decision';

const REPORT: LedgerReport = { checks: [], head: null, unsealed: 0n, withheld: 0n };
const NOW = '2026-03-01T00:00:00.000Z';
const FAULT = { code: 'no_key', at: '', what: { zh: '无', en: 'none' }, next: { zh: '补', en: 'add' } };

it('one verification runs at a time, and the last result is remembered with who asked', async () => {
  let finish: (report: Decision<LedgerReport>) => void = () => undefined;
  const desk = createVerificationDesk({ verify: () => new Promise((resolve) => (finish = resolve)) });
  const first = desk.verify('ann', NOW);
  expect(desk.isRunning()).toBe(true);
  expect(await desk.verify('bob', NOW)).toMatchObject({ refusals: [{ code: 'verification_running' }] });
  finish(allow(REPORT));
  expect(await first).toMatchObject({ value: { by: 'ann', at: NOW } });
  expect(desk.last()?.report).toBe(REPORT);
  expect(desk.isRunning()).toBe(false);
});

it('a verification that was refused leaves the result before it and lets the next one run', async () => {
  const desk = createVerificationDesk({ verify: () => Promise.resolve(refuse(FAULT)) });
  expect(await desk.verify('ann', NOW)).toMatchObject({ refusals: [{ code: 'no_key' }] });
  expect(desk.last()).toBeUndefined();
  expect(desk.isRunning()).toBe(false);
});
