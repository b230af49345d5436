import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { AdjustmentRequest } from '#application/adjustment/request';
import type { OpenedRun } from '#application/views/open-run';
import { refusalLine } from '#kernel/decision';
import { inventedPack } from '#tests/support/invented-pack';
import { inventedRequest } from '#tests/support/invented-request';

/** A run of Yunhai as it is opened for showing, without a store. */
export function openedRun(request: AdjustmentRequest = inventedRequest()): OpenedRun {
  const pack = inventedPack();
  const output = proposeAdjustment(pack, request);
  if (!output.allowed) throw new Error(output.refusals.map(refusalLine).join('\n'));
  const { year, scheme } = request;
  const summary = {
    id: '0123456789abcdef0123',
    command: 'adjust',
    packId: pack.raw.id,
    packHash: pack.hash,
    engineVersion: 'adjust-1',
    year,
    scheme,
    dataNote: 'invented',
    resultHash: 'a1'.repeat(32),
    recordedAt: '2026-03-01T08:00:00.000Z',
  } as const;
  return { summary, output: output.value, pack, origins: {} };
}
