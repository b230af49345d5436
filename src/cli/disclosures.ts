import { checkDisclosures } from '#application/disclosure/check-disclosures';
import type { TextSource } from '#application/ports/csv-reader';
import { renderDisclosureReport } from '#application/rendering/disclosure-report';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';

const SHIPPED = 'disclosures/local-fund-disclosures.csv';

/**
 * `tongchou disclosures`: checks the arithmetic of published fund figures, names each line that does not add
 * up, and prints months payable, gap and balance rate. Broken lines are findings, not faults of the file.
 */
export async function runDisclosures(
  services: CliServices,
  path: string | undefined,
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const disclosures = await source(services, path);
  if (disclosures === undefined) return refused(services.terminal, [missingFile(path ?? SHIPPED)]);
  const report = checkDisclosures({ disclosures, readCsv: services.readCsv });
  return conclude(services.terminal, report, (value) => {
    const text = options.json === true ? JSON.stringify(value, null, 2) : renderDisclosureReport(value);
    services.terminal.out(`${text}\n`);
  });
}

async function source(services: CliServices, path: string | undefined): Promise<TextSource | undefined> {
  if (path === undefined) return services.readData(SHIPPED);
  const text = await services.readText(path);
  return text === undefined ? undefined : { file: path, text };
}
