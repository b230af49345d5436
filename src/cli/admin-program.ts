import { Option, type Command } from 'commander';
import { runFirstAdministrator, type FirstAdministratorOptions } from '#cli/admin';
import type { RunCommand } from '#cli/services';

/** The commands that need the machine rather than an account. */
export function addAdminCommands(program: Command, run: RunCommand): void {
  const admin = program.command('admin').description('账号的首次设置 — first set-up of accounts');
  admin
    .command('first')
    .description('建立最初两名管理员之一 — make one of the first two administrators')
    .requiredOption('--login <login>', '登录名 — login name')
    .requiredOption('--name <name>', '姓名 — name')
    .requiredOption('--place <path>', '所属地区，各级编号以 / 相连 — place as a path of ids')
    .addOption(
      new Option('--department <id>', '部门 — department')
        .choices(['health_insurance', 'data'])
        .default('health_insurance'),
    )
    .requiredOption(
      '--password-file <file>',
      '密码文件，- 为标准输入 — file with the password, - for standard input',
    )
    .action((options: FirstAdministratorOptions) =>
      run((services) => runFirstAdministrator(services, options)),
    );
}
