import type { ClaimsBatch } from '#application/ports/claims-batch';
import { guarded, refuseExisting } from '#batch/guarded';
import { repriceClaims } from '#batch/reprice-claims';
import { writeSampleClaims } from '#batch/sample-claims';
import { WORKER_PROGRAM } from '#batch/worker-pool';
import { allow } from '#kernel/decision';

/**
 * Claims in Parquet files, read and written by DuckDB.
 * @param program the worker's program, where it does not lie beside the pool's
 */
export function createClaimsBatch(program = WORKER_PROGRAM): ClaimsBatch {
  return {
    reprice: (job, control) => repriceClaims(job, control, program),
    sample: (claims) =>
      refuseExisting(claims.output, () =>
        guarded(
          claims.output,
          () => false,
          async () => {
            await writeSampleClaims(claims);
            return allow({ rows: claims.rows });
          },
        ),
      ),
  };
}
