import type { Command } from 'commander';
import { runAuditBundle, type AuditBundleOptions } from '#cli/audit-bundle';
import type { RunCommand } from '#cli/services';
import { runVerify, type VerifyOptions } from '#cli/verify';

/** Commands on the ledger. */
export function addLedgerCommands(program: Command, run: RunCommand): void {
  program
    .command('verify')
    .description('由另一套程序核验账本 — prove the ledger by code of its own')
    .option(
      '--head <file>',
      '以前导出的链头须仍在链中 — a head exported before, which must still be in the chain',
    )
    .option('--bundle <file>', '核验审计包，不用数据库 — prove an auditor’s bundle, without any database')
    .option('--key <file>', '审计包所用账本密钥文件 — key file for the bundle')
    .option('--json', '输出 JSON，含链头 — print JSON with the head of the chain')
    .action((options: VerifyOptions) => run((services) => runVerify(services, options)));
  program
    .command('audit-bundle')
    .description('导出审计包，可离线核验 — write a bundle that an auditor proves offline')
    .requiredOption('--out <file>', '新建的 ZIP 文件 — the ZIP file to make')
    .option('--pool <ids...>', '仅这些统筹区，其余只给摘要 — these pools only, of the rest hashes')
    .action((options: AuditBundleOptions) => run((services) => runAuditBundle(services, options)));
}
