import type { Command } from 'commander';
import type { ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { runVerify, type VerifyOptions } from '#cli/verify';

type Conclude = (command: (services: CliServices) => Promise<ExitStatus>) => Promise<void>;

/** Commands on the ledger. */
export function addLedgerCommands(program: Command, conclude: Conclude): void {
  program
    .command('verify')
    .description('由另一套程序核验账本 — prove the ledger by code of its own')
    .option(
      '--head <file>',
      '以前导出的链头须仍在链中 a head exported before, which must still be in the chain',
    )
    .option('--json', '输出 JSON，含链头 print JSON with the head of the chain')
    .action((options: VerifyOptions) => conclude((services) => runVerify(services, options)));
}
