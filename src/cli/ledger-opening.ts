import { proposeOpening } from '#application/fund/opening-balances';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import { readPairs } from '#cli/pair-text';
import { say } from '#cli/print';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';

export interface OpeningOptions {
  readonly place: string;
  readonly effectiveOn: string;
  readonly rows: string;
  readonly totals: string;
  readonly reason: string;
  readonly pack: string;
}

/**
 * `tongchou ledger opening`: takes in the opening balances of an older system. Nothing is posted by it: a fund checker
 * with an account approves the file, and the machine is never that second person.
 */
export async function runOpening(
  services: CliServices,
  path: string,
  { rows, totals, ...options }: OpeningOptions,
): Promise<ExitStatus> {
  const { terminal } = services;
  const text = await services.readText(path);
  if (text === undefined) return refused(terminal, [missingFile(path)]);
  return withStore(services, async (store) => {
    const source = { file: path.split('/').at(-1) ?? path, text };
    const file = { ...options, source, rows: Number(rows), totals: readPairs(totals) };
    const proposed = await proposeOpening({ ...services, ...store }, MACHINE_SCOPE, file, services.now());
    return conclude(terminal, proposed, ({ id, events }) => {
      say(terminal, {
        zh: `已导入，待复核批准：${id}（${events} 项）`,
        en: `taken in, to be approved: ${id} (${events} events)`,
      });
    });
  });
}
