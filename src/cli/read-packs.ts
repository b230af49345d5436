import { diffPacks } from '#application/packs/diff-packs';
import { packDocument } from '#application/packs/pack-document';
import { renderPackDiff } from '#application/rendering/pack-diff-text';
import { conclude, refused, type ExitStatus } from '#cli/outcome';
import { openPackAnywhere } from '#cli/pack-ref';
import type { CliServices } from '#cli/services';

/** `tongchou diff`: what differs between two versions, or between the packs of two places. */
export async function runDiff(
  services: CliServices,
  from: string,
  to: string,
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const before = await openPackAnywhere(services, from);
  if (!before.allowed) return refused(services.terminal, before.refusals);
  const after = await openPackAnywhere(services, to);
  return conclude(services.terminal, after, (value) => {
    const diff = diffPacks(before.value, value);
    services.terminal.out(
      `${options.json === true ? JSON.stringify(diff, null, 2) : renderPackDiff(diff)}\n`,
    );
  });
}

/** `tongchou document`: a pack as a readable Chinese document in Markdown. */
export async function runDocument(services: CliServices, ref: string): Promise<ExitStatus> {
  const pack = await openPackAnywhere(services, ref);
  return conclude(services.terminal, pack, (value) => services.terminal.out(packDocument(value)));
}
