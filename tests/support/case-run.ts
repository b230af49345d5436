import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { AdjustmentRequest } from '#application/adjustment/request';
import type { OpenedRun } from '#application/views/open-run';
import { present } from '#kernel/assert';
import { refusalLine } from '#kernel/decision';
import { loadTestPack } from '#tests/support/load-test-pack';

/** The largest worked adjustment of a pack of the repository, opened as a stored run would be. */
export async function caseRun(packId: string): Promise<OpenedRun> {
  const pack = await loadTestPack(packId);
  const requests = pack.cases
    .filter((worked) => worked.command === 'adjust')
    .map((worked) => worked.input as unknown as AdjustmentRequest);
  const request = present(
    requests.toSorted((a, b) => b.pools.length - a.pools.length)[0],
    `a worked case of ${packId}`,
  );
  const output = proposeAdjustment(pack, request);
  if (!output.allowed) throw new Error(output.refusals.map(refusalLine).join('\n'));
  const { year, scheme } = request;
  const summary = {
    id: '0123456789abcdef0123',
    command: 'adjust',
    packId,
    packHash: pack.hash,
    engineVersion: 'adjust-1',
    year,
    scheme,
    dataNote: '虚构的算例数据，不是任何地方的真实数据',
    resultHash: 'a1'.repeat(32),
    recordedAt: '2026-03-01T18:30:00.000Z',
  } as const;
  return { summary, output: output.value, pack, origins: {} };
}
