import type { PackFiles } from '#rules/pack/load-pack';
import { readYaml } from '#rules/pack/read-yaml';

/** Lists the packs that a pack extends; none where its instrument file cannot be read (loading reports why). */
export function readExtends({ id, files }: PackFiles): readonly string[] {
  const yaml = readYaml(`packs/${id}/instrument.yaml`, files.get('instrument.yaml') ?? '', 'text');
  if (!yaml.allowed) return [];
  const parents = (yaml.value.content as { readonly extends?: unknown } | null)?.extends;
  return Array.isArray(parents) ? parents.filter((parent) => typeof parent === 'string') : [];
}
