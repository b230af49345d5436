import { stat } from 'node:fs/promises';
import { batchFailed, outputExists, stopped } from '#batch/refusals';
import { AssertionFailure } from '#kernel/assert';
import { refuse, type Decision } from '#kernel/decision';

/**
 * Work whose outside can fail: a disk that is full, a folder that may not be written, an engine that was
 * interrupted because the run is to stop. Each is refused by name; defects of the program are thrown on.
 */
export async function guarded<T>(
  at: string,
  isStopped: () => boolean,
  work: () => Promise<Decision<T>>,
): Promise<Decision<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AssertionFailure || error instanceof TypeError) throw error;
    if (isStopped()) return refuse(stopped());
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return refuse(batchFailed(at, why));
  }
}

/** Refuses to write over anything that is there, be it the input itself. */
export async function refuseExisting<T>(
  output: string | undefined,
  write: () => Promise<Decision<T>>,
): Promise<Decision<T>> {
  return output !== undefined && (await exists(output)) ? refuse(outputExists(output)) : write();
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
