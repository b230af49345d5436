import type { PackLifeStore } from '#application/ports/pack-life-store';
import { storedDataAltered } from '#application/runs/stored-data-altered';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { packFromArtefact, type Hash } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';

/** Fewer digits of a hash would name a version by chance. */
const SHORTEST_PREFIX = 6;

/** Whether a text can be a hash or its beginning; the id of a pack that exists comes first. */
export function isHashPrefix(text: string): boolean {
  return text.length >= SHORTEST_PREFIX && /^[0-9a-f]{1,64}$/.test(text);
}

/** Opens the one stored version whose hash begins with the text, as it was kept. */
export async function openStoredPack(
  store: Pick<PackLifeStore, 'findHashes' | 'findArtefact'>,
  hash: Hash,
  prefix: string,
): Promise<Decision<Pack>> {
  const [found, ...others] = await store.findHashes(prefix);
  if (found === undefined) return refuse(unknownVersion(prefix));
  if (others.length > 0) return refuse(ambiguousVersion(prefix, [found, ...others]));
  const { text } = present(await store.findArtefact(found), `the artefact ${found}`);
  return hash(text) === found
    ? allow(packFromArtefact(text, hash))
    : refuse(storedDataAltered(`pack_artefact ${found.slice(0, 12)}`));
}

/** The refusal of a hash that no stored version has. */
export function unknownVersion(prefix: string): Refusal {
  return {
    code: 'unknown_version',
    at: prefix,
    what: { zh: '没有哈希以此开头的版本', en: 'no stored version has a hash that begins like this' },
    next: { zh: '请查看全部版本（tongchou packs）', en: 'look at all versions (tongchou packs)' },
  };
}

function ambiguousVersion(prefix: string, hashes: readonly string[]): Refusal {
  const shown = hashes.slice(0, 5).map((each) => each.slice(0, 12));
  return {
    code: 'ambiguous_version',
    at: prefix,
    what: {
      zh: `${hashes.length} 个版本的哈希以此开头：${shown.join('、')}`,
      en: `${hashes.length} versions have hashes that begin like this: ${shown.join(', ')}`,
    },
    next: { zh: '请多写几位', en: 'give more digits' },
  };
}
