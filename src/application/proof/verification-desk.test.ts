import { expect, it } from 'vitest';
import type { LedgerReport } from '#application/ports/ledger-verifier';
import { createVerificationDesk } from '#application/proof/verification-desk';
import { allow, refuse, type Decision } from '#kernel/decision';
import { keptInMemory } from '#tests/support/kept-in-memory';

const FIGURES = { name: 'keys', title: { zh: '键', en: 'keys' }, checked: 3n, wrong: 1n, unproved: 0n };
const HEAD = { number: '1', lastNumber: '9', mac: 'a'.repeat(64) };
const REPORT: LedgerReport = {
  missingKeys: [],
  checks: [{ ...FIGURES, examples: ['event 7 of another place'] }],
  head: HEAD,
  unsealed: 2n,
  withheld: 0n,
};
const NOW = '2026-03-01T00:00:00.000Z';
const FAULT = { code: 'no_key', at: '', what: { zh: '无', en: 'none' }, next: { zh: '补', en: 'add' } };

it('one verification runs at a time, and its figures are kept with who asked and the head, without examples', async () => {
  let finish: (report: Decision<LedgerReport>) => void = () => undefined;
  const desk = createVerificationDesk(
    { verify: () => new Promise((resolve) => (finish = resolve)) },
    keptInMemory(),
  );
  const first = desk.verify('ann', NOW);
  expect(desk.isRunning()).toBe(true);
  expect(await desk.verify('bob', NOW)).toMatchObject({ refusals: [{ code: 'verification_running' }] });
  finish(allow(REPORT));
  expect(await first).toMatchObject({ value: { by: 'ann', at: NOW } });
  expect(await desk.list(9)).toEqual([{ by: 'ann', at: NOW, head: HEAD, unsealed: 2n, checks: [FIGURES] }]);
  expect(desk.isRunning()).toBe(false);
});

it('a verification that was refused keeps nothing and lets the next one run', async () => {
  const desk = createVerificationDesk({ verify: () => Promise.resolve(refuse(FAULT)) }, keptInMemory());
  expect(await desk.verify('ann', NOW)).toMatchObject({ refusals: [{ code: 'no_key' }] });
  expect(await desk.list(9)).toEqual([]);
  expect(desk.isRunning()).toBe(false);
});
