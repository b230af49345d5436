import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { importRegister } from '#application/place/import-register';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
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
      terminal.out(
        `已登记 recorded: ${places.length} 地区 places, ${pools.length} 统筹区与调剂金 pools and funds, ` +
          `${poolings.length} 统筹沿革 poolings, ${memberships.length} 归属 memberships\n`,
      );
    });
  });
}
