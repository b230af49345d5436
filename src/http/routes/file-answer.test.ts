import { describe, expect, it } from 'vitest';
import { keptAs } from '#http/routes/file-answer';
import { runReport } from '#application/exports/run-report';
import { openedRun } from '#tests/support/opened-run';

describe('the name of a file', () => {
  it('is Chinese by RFC 5987, with one in ASCII beside it', () => {
    const header = keptAs(runReport(openedRun()), '.xlsx');
    expect(header).toMatch(/^[\x20-\x7e]+$/);
    const encoded = /filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? '';
    expect(decodeURIComponent(encoded)).toBe('云海省2024年度职工医保调剂金-01234567.xlsx');
    expect(header).toContain('filename="tongchou-0123456789abcdef0123.xlsx"');
  });

  it('writes out what RFC 5987 does not allow', () => {
    const report = { ...runReport(openedRun()), fileName: 'a\'(b)*"\r\nc' };
    const header = keptAs(report, '.pdf');
    expect(header).toMatch(/^[\x20-\x7e]+$/);
    expect(header).toContain("filename*=UTF-8''a%27%28b%29%2A%22%0D%0Ac.pdf");
  });
});
