import { refused, type ExitStatus } from '#cli/outcome';
import { say } from '#cli/print';
import type { CliServices } from '#cli/services';

/** Keeps a file that was made under a name of its own; one that is there already stays as it is, status 1. */
export async function keepFile(
  { terminal, writeBytes }: Pick<CliServices, 'terminal' | 'writeBytes'>,
  path: string,
  bytes: Uint8Array,
): Promise<ExitStatus> {
  if (await writeBytes(path, bytes)) {
    say(terminal, { zh: `已保存 ${path}`, en: `kept ${path}` });
    return 0;
  }
  return refused(terminal, [
    {
      code: 'file_exists',
      at: path,
      what: { zh: '已有这个文件', en: 'the file is there already' },
      next: { zh: '请换一个文件名', en: 'choose another name' },
    },
  ]);
}
