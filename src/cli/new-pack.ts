import { newPackFiles } from '#application/packs/new-pack';
import { refused, type ExitStatus } from '#cli/outcome';
import { note } from '#cli/print';
import type { CliServices } from '#cli/services';
import type { Refusal } from '#kernel/decision';

export interface NewPackOptions {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly folder?: string;
}

/**
 * `tongchou new-pack`: starts a pack of its own folder below the folder of packs, with commented files that
 * validate as they stand. Nothing is overwritten.
 */
export async function runNewPack(
  services: CliServices,
  id: string,
  options: NewPackOptions,
): Promise<ExitStatus> {
  const { terminal } = services;
  const files = newPackFiles({ id, name: { zh: options.nameZh, en: options.nameEn } });
  if (!files.allowed) return refused(terminal, files.refusals);
  if ((await services.source.findFiles(id)) !== undefined) return refused(terminal, [packExists(id)]);
  const packs = options.folder ?? services.packsFolder;
  const folder = `${packs.replace(/\/+$/, '')}/${id}`;
  if (!(await services.writeFiles(folder, files.value))) return refused(terminal, [packExists(folder)]);
  for (const path of files.value.keys()) terminal.out(`${folder}/${path}\n`);
  note(terminal, {
    zh: '请按各文件的注释填写，再用 tongchou validate 检查',
    en: 'fill them in as their comments say, then run tongchou validate',
  });
  return 0;
}

function packExists(at: string): Refusal {
  return {
    code: 'pack_exists',
    at,
    what: { zh: '已有这个政策包或文件夹', en: 'there is a pack or folder of that name' },
    next: { zh: '请另取编号；程序不覆盖任何文件', en: 'take another id; nothing is overwritten' },
  };
}
