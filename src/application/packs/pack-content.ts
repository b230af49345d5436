import type { Bilingual } from '#kernel/bilingual';
import type { Pack } from '#rules/pack/pack';
import type { RawPack } from '#rules/pack/raw-pack';

/** The parts of a pack, in the order in which they are shown. */
export const PACK_SECTIONS = [
  'pack',
  'instruments',
  'clauses',
  'values',
  'statistics',
  'readings',
  'axes',
  'pools',
  'pipeline',
  'other',
] as const;

export type PackSection = (typeof PACK_SECTIONS)[number];

/** One named thing of a pack with its content as flat fields: `versions/2024-01-01/cells/employee` → `10%`. */
export interface PackItem {
  readonly section: PackSection;
  readonly id: string;
  readonly label?: Bilingual;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * All that holds in a pack, what it extends included: of several things with one name the nearest, as
 * everywhere. Pools and the pipeline are its own; the packs that it extends stand with their hashes.
 */
export function packItems(pack: Pack): readonly PackItem[] {
  const layers = layersOf(pack).map((layer) => layer.raw);
  const { raw, parents } = pack;
  const head = { name: raw.name, status: raw.status, extends: parents.map(nameWithHash) };
  return [
    item('pack', 'pack', head, raw.name),
    ...nearest(layers.flatMap((layer) => listed('instruments', layer.instruments, ({ title }) => title))),
    ...nearest(layers.flatMap((layer) => listed('clauses', layer.clauses, ({ article }) => article))),
    ...nearest(layers.flatMap((layer) => named('values', layer.values, ({ label }) => label))),
    ...nearest(layers.flatMap((layer) => named('statistics', layer.statistics, ({ label }) => label))),
    ...nearest(layers.flatMap((layer) => listed('readings', layer.readings, ({ reading }) => reading))),
    ...nearest(layers.flatMap((layer) => named('axes', layer.axes))),
    ...listed('pools', raw.pools, ({ name }) => name),
    ...pipelineItems(raw),
    ...otherItems(raw),
  ];
}

const KNOWN: ReadonlySet<string> = new Set([
  ...[
    'id',
    'name',
    'status',
    'extends',
    'instruments',
    'clauses',
    'values',
    'statistics',
    'readings',
    'axes',
  ],
  ...['pools', 'adjustment'],
]);

/** Parts that the format may gain: they are compared as they stand. */
function otherItems(raw: RawPack): readonly PackItem[] {
  return Object.entries(raw)
    .filter(([part]) => !KNOWN.has(part))
    .map(([part, content]) => item('other', part, content));
}

function nameWithHash({ raw, hash }: Pack): string {
  return `${raw.id}@${hash.slice(0, 12)}`;
}

function layersOf(pack: Pack): readonly Pack[] {
  return [pack, ...pack.parents.flatMap(layersOf)];
}

function pipelineItems({ adjustment }: RawPack): readonly PackItem[] {
  if (adjustment === undefined) return [];
  const { steps, ...head } = adjustment;
  const order = steps.map((step) => step.mechanism).join(' → ');
  return [
    item('pipeline', 'adjustment', { ...head, order }),
    ...steps.map((step) => item('pipeline', step.mechanism, step)),
  ];
}

function listed<T extends { readonly id: string }>(
  section: PackSection,
  things: readonly T[],
  label: (thing: T) => Bilingual,
): readonly PackItem[] {
  return things.map((thing) => item(section, thing.id, thing, label(thing)));
}

function named<T>(
  section: PackSection,
  things: Readonly<Record<string, T>>,
  label?: (thing: T) => Bilingual,
): readonly PackItem[] {
  return Object.entries(things).map(([name, thing]) => item(section, name, thing, label?.(thing)));
}

function nearest(items: readonly PackItem[]): readonly PackItem[] {
  const first = new Map<string, PackItem>();
  for (const each of items) if (!first.has(each.id)) first.set(each.id, each);
  return [...first.values()];
}

function item(section: PackSection, id: string, content: unknown, label?: Bilingual): PackItem {
  const fields = new Map(flatten(content, []));
  return { section, id, ...(label === undefined ? {} : { label }), fields };
}

/** Members that name an element of a list; the elements of other lists are numbered from 1. */
const NAMING = ['from', 'year', 'id'] as const;

function flatten(content: unknown, path: readonly string[]): readonly (readonly [string, string])[] {
  if (content === undefined) return [];
  if (Array.isArray(content)) return flattenList(content, path);
  if (typeof content === 'object' && content !== null) {
    return Object.entries(content).flatMap(([member, part]) => flatten(part, [...path, member]));
  }
  return [[path.join('/'), typeof content === 'string' ? content : JSON.stringify(content)]];
}

function flattenList(list: readonly unknown[], path: readonly string[]): ReturnType<typeof flatten> {
  if (list.every((element) => typeof element !== 'object')) return [[path.join('/'), list.join(', ')]];
  return list.flatMap((element, index) => {
    const members = element as Readonly<Record<string, unknown>>;
    const name = NAMING.map((member) => members[member]).find((each) => typeof each === 'string');
    return flatten(element, [...path, typeof name === 'string' ? name : (index + 1).toString()]);
  });
}
