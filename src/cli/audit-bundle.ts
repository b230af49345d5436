import type { BundleContent, BundleSummary } from '#application/ports/audit-bundles';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import { makeBundle } from '#application/proof/make-bundle';
import { conclude, type ExitStatus } from '#cli/outcome';
import { note } from '#cli/print';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';
import type { Decision } from '#kernel/decision';

export interface AuditBundleOptions {
  readonly out: string;
  readonly pool?: readonly string[];
}

/**
 * `tongchou audit-bundle`: writes one file with which an auditor can prove the ledger and its runs without the database
 * (`tongchou verify --bundle`). Of a part of the pools, the rest is given by hashes alone.
 */
export async function runAuditBundle(
  services: CliServices,
  options: AuditBundleOptions,
): Promise<ExitStatus> {
  const { terminal, bundles, version } = services;
  return withStore(services, async ({ ledgerProof, runStore, adjustmentYearStore }) => {
    const request = { pools: options.pool ?? null, version, now: services.now() };
    const write = (content: BundleContent, seals: LedgerSeals): Promise<Decision<BundleSummary>> =>
      bundles.write(options.out, content, seals);
    const made = await makeBundle({ write, ledgerProof, runStore, adjustmentYearStore }, request);
    return conclude(terminal, made, ({ files, sha256 }) => {
      terminal.out(`${sha256}  ${options.out}\n`);
      note(terminal, {
        zh: `${files.length} 个文件；请另行留存上面的 SHA-256`,
        en: `${files.length} files; keep the SHA-256 above elsewhere`,
      });
    });
  });
}
