import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { importRegister } from '#application/place/import-register';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import { say } from '#cli/print';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';

/** `tongchou places import`: takes in a register whole; with one fault nothing of it. */
export async function runPlacesImport(services: CliServices, path: string): Promise<ExitStatus> {
  const { terminal } = services;
  const text = await services.readText(path);
  if (text === undefined) return refused(terminal, [missingFile(path)]);
  return withStore(services, async ({ placeStore }) => {
    const needs = { placeStore, readCsv: services.readCsv };
    const source = { file: path, text };
    const imported = await importRegister(needs, MACHINE_SCOPE, source, services.now());
    return conclude(terminal, imported, ({ places, pools, poolings, memberships }) => {
      const [areas, funds, past, members] = [places, pools, poolings, memberships].map((rows) => rows.length);
      say(terminal, {
        zh: `已登记：地区 ${areas}，统筹区与调剂金 ${funds}，统筹沿革 ${past}，归属 ${members}`,
        en: `recorded: ${areas} places, ${funds} pools and funds, ${past} poolings, ${members} memberships`,
      });
    });
  });
}
