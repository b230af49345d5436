import { describe, expect, it } from 'vitest';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import { adjustmentRequestSchema } from '#contract/adjustment-request';
import { checkShape } from '#contract/check-shape';
import { present } from '#kernel/assert';
import { loadTestPack } from '#tests/support/load-test-pack';

describe('a consultation draft', { timeout: 60_000 }, () => {
  it.each([
    ['SC-eff: Sichuan', 'sichuan'],
    ['JH-eff: Jinhua', 'jinhua'],
    ['SD-eff: Shandong', 'shandong'],
  ])('%s is simulated, says that it is a draft, and never runs in production', async (_, id) => {
    const pack = await loadTestPack(id);
    const { input } = present(pack.cases[0], `a worked case of ${id}`);
    const request = checkShape(adjustmentRequestSchema, input);
    if (!request.allowed) throw new Error(JSON.stringify(request.refusals));
    expect(proposeAdjustment(pack, request.value)).toMatchObject({
      allowed: true,
      value: { status: 'draft' },
    });
    expect(proposeAdjustment(pack, request.value, 'refuse')).toMatchObject({
      allowed: false,
      refusals: [{ code: 'draft_in_production' }],
    });
  });
});
