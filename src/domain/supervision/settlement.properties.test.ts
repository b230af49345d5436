import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSettled, settlementOf, stateOf, sumOf } from '#domain/supervision/settlement';
import { summarise, totalOf } from '#domain/supervision/summary';
import type { Finding, Report, SupervisionCase } from '#domain/supervision/supervision-case';
import { fen, sumFen } from '#kernel/fen';

const amounts = fc.bigInt({ min: 0n, max: 1_000_000n }).map(fen);

const reports = fc.record({
  loss: amounts,
  returns: fc.array(fc.record({ event: fc.bigInt({ min: 1n, max: 99n }), amount: amounts }), {
    maxLength: 3,
  }),
  decision: fc.constantFrom('confirmed', 'refused', null),
  isReversed: fc.boolean(),
});

const findings = fc
  .record({
    amount: amounts,
    isReferred: fc.boolean(),
    reports: fc.array(reports, { maxLength: 3 }),
  })
  .map(({ amount, isReferred, reports: made }) => ({
    amount,
    referral: isReferred ? { to: 'police', document: 'd', documentHash: 'a'.repeat(64) } : null,
    reports: made.map(
      ({ isReversed, ...one }) => ({ ...one, standing: isReversed ? [] : one.returns }) as unknown as Report,
    ),
  }))
  .map((one) => one as unknown as Finding);

const cases = fc
  .record({
    packId: fc.constantFrom('a', 'b'),
    line: fc.constantFrom('joint', 'routine'),
    pool: fc.constantFrom('east', 'west', 'north'),
    closedAt: fc.constantFrom(null, '2026-01-01'),
    findings: fc.array(findings, { maxLength: 3 }),
  })
  .map((one) => one as unknown as SupervisionCase);

describe('the money of supervision', () => {
  it('AH-1.4-e: returned, lost and open add up to what was found, whatever is reported and decided', () => {
    fc.assert(
      fc.property(findings, (finding) => {
        const { found, returned, loss, open } = settlementOf(finding);
        expect(sumFen([returned, loss, open])).toBe(found);
        expect(found).toBe(finding.amount);
      }),
    );
  });

  it('what waits, was refused, or was taken back counts for nothing', () => {
    fc.assert(
      fc.property(findings, (finding) => {
        const idle = finding.reports.map((one) =>
          one.decision === 'confirmed' ? { ...one, decision: null } : one,
        );
        expect(settlementOf({ ...finding, reports: idle })).toMatchObject({ returned: 0n, loss: 0n });
        expect(isSettled({ ...finding, reports: idle })).toBe(false);
        const reversed = finding.reports.map((one) => ({ ...one, standing: [] }));
        expect(settlementOf({ ...finding, reports: reversed }).returned).toBe(0n);
      }),
    );
  });

  it('SC-3.3-c: a case is closed only with every finding settled', () => {
    fc.assert(
      fc.property(cases, (one) => {
        if (stateOf(one) === 'closed') expect(one.findings.every(isSettled)).toBe(true);
        if (!one.findings.every(isSettled)) expect(stateOf(one)).toBe('rectifying');
      }),
    );
  });

  it('AH-1.4-e, SC-3.3-c: totals by line and pool add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(cases, { maxLength: 12 }), (all) => {
        const rows = summarise(all);
        const total = totalOf(all);
        expect(sumOf(rows)).toEqual({
          found: total.found,
          returned: total.returned,
          loss: total.loss,
          open: total.open,
        });
        for (const member of ['cases', 'findings', 'referred'] as const)
          expect(rows.reduce((sum, row) => sum + row[member], 0)).toBe(total[member]);
        expect(new Set(rows.map((row) => `${row.packId} ${row.line} ${row.pool}`)).size).toBe(rows.length);
      }),
    );
  });
});
