import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BundleContent, SpooledBundle } from '#application/ports/audit-bundles';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import { writeBundle } from '#files/bundle/write-bundle';
import { allow, type Decision } from '#kernel/decision';

/**
 * Writes a bundle to a file that has no name any more by the time its bytes are read: it takes no memory, waits for no slow
 * reader while the ledger is held open, and is gone whatever becomes of the reader.
 */
export async function spoolBundle(
  content: BundleContent,
  seals: LedgerSeals,
): Promise<Decision<SpooledBundle>> {
  const folder = await mkdtemp(join(tmpdir(), 'tongchou-bundle-'));
  try {
    const file = join(folder, 'bundle.zip');
    const written = await writeBundle(file, content, seals);
    if (!written.allowed) return written;
    const handle = await open(file, 'r');
    const { size } = await handle.stat();
    return allow({ sha256: written.value.sha256, size, bytes: handle.createReadStream() });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
