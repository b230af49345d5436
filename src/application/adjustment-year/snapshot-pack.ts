import { adoptPack } from '#application/adjustment-year/adopted-pack';
import { readSnapshot } from '#application/adjustment-year/snapshot';
import { storedPacks } from '#application/adjustment-year/stored-packs';
import { openStoredPack } from '#application/packs/stored-pack';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import type { YearStep } from '#domain/adjustment-year/year-step';
import { refuse, type Decision } from '#kernel/decision';
import type { Hash } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';

/** The pack of a snapshot with what was adopted, made again from what is stored; refused where it is another. */
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
  return pack.value.hash === adoptedHash ? pack : refuse(packAltered(packHash));
}

function packAltered(packHash: string): Parameters<typeof refuse>[0] {
  return {
    code: 'stored_data_altered',
    at: `pack_artefact ${packHash.slice(0, 12)}`,
    what: { zh: '存储内容与锁定时不符', en: 'what is stored is not what was frozen' },
    next: { zh: '请停止使用并核查数据库', en: 'stop using it and have the database examined' },
  };
}
