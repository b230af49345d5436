import { adoptPack } from '#application/adjustment-year/adopted-pack';
import { readSnapshot } from '#application/adjustment-year/snapshot';
import { storedPacks } from '#application/adjustment-year/stored-packs';
import { openStoredPack } from '#application/packs/stored-pack';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import { storedDataAltered } from '#application/runs/stored-data-altered';
import type { YearStep } from '#domain/adjustment-year/year-step';
import { refuse, type Decision } from '#kernel/decision';
import type { Hash } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';

/** Rebuilds a snapshot's pack with its adopted values from what is stored; refused where its hash differs. */
export async function snapshotPack(
  office: YearOffice,
  hash: Hash,
  step: YearStep,
  year: Parameters<typeof adoptPack>[2],
): Promise<Decision<Pack>> {
  const { packHash, adoptions, adoptedHash } = readSnapshot(step);
  const base = await openStoredPack(storedPacks(office), hash, packHash);
  if (!base.allowed) return base;
  const pack = adoptPack(base.value, adoptions, year, hash);
  if (!pack.allowed) return pack;
  return pack.value.hash === adoptedHash
    ? pack
    : refuse(storedDataAltered(`pack_artefact ${packHash.slice(0, 12)}`));
}
