import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { buildPanelFile } from '#application/panel/build-panel-file';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';

/** `tongchou panel PLACE YEAR`: the panel's text from the place's stated assumptions and the published figures. */
export async function runPanel(services: CliServices, place: string, year: string): Promise<ExitStatus> {
  const name = `panels/${place}.assumptions.yaml`;
  const assumptions = await services.readData(name);
  if (assumptions === undefined) return refused(services.terminal, [missingFile(`data/${name}`)]);
  const published = 'disclosures/local-fund-disclosures.csv';
  const disclosures = await services.readData(published);
  if (disclosures === undefined) return refused(services.terminal, [missingFile(`data/${published}`)]);
  const pack = await loadPackWithParents(services, place);
  if (!pack.allowed) return refused(services.terminal, pack.refusals);
  const input = { assumptions, disclosures, readCsv: services.readCsv, pack: pack.value };
  return conclude(services.terminal, buildPanelFile(input, year), (value) => services.terminal.out(value));
}
