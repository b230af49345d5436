import { conclude, type ExitStatus } from '#cli/outcome';
import { say } from '#cli/print';
import type { CliServices } from '#cli/services';

export interface SampleClaimsOptions {
  readonly rows: string;
  readonly seed: string;
  readonly output: string;
}

/** `tongchou sample-claims`: made-up claims for trying out; the same seed gives the same file. */
export async function runSampleClaims(
  { claims, terminal }: CliServices,
  { rows, seed, output }: SampleClaimsOptions,
): Promise<ExitStatus> {
  const written = await claims.sample({ rows: Number(rows), seed: Number(seed), output });
  return conclude(terminal, written, (value) => {
    say(terminal, {
      zh: `${output}：${value.rows} 行合成数据，不含任何真实人员`,
      en: `${output}: ${value.rows} made-up claims of no real person`,
    });
  });
}
