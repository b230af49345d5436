import { PACK_SECTIONS, packItems, type PackItem, type PackSection } from '#application/packs/pack-content';
import type { Bilingual } from '#kernel/bilingual';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { packName, packStatus, type Pack } from '#rules/pack/pack';

/** A field that differs; null on the side that does not have it, which is never an empty text. */
export interface FieldChange {
  /** Path inside the thing: `kind`, `versions/2024-01-01/cells/employee`, `paraphrase/zh`. */
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface PackChange {
  readonly section: PackSection;
  /** The id of the clause, reading, instrument or pool; the name of the value; the mechanism of the step. */
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly label?: Bilingual;
  readonly fields: readonly FieldChange[];
}

/** One of the two packs: which place, and which of its versions. */
export interface DiffEnd {
  readonly id: string;
  readonly name: Bilingual;
  readonly status: 'in_force' | 'draft';
  readonly hash: string;
}

/** What differs between two versions of a place's pack, or between the packs of two places. */
export interface PackDiff {
  readonly from: DiffEnd;
  readonly to: DiffEnd;
  /** By section, then in the order of `from`; what only `to` has follows. */
  readonly changes: readonly PackChange[];
}

/**
 * Compares all that holds in two packs, inherited parts included: clauses, values by name down to each cell of
 * each dated version, readings, steps and pools. Worked cases are no part of a version and are left aside.
 */
export function diffPacks(from: Pack, to: Pack): PackDiff {
  const [before, after] = [packItems(from), packItems(to)];
  return {
    from: diffEnd(from),
    to: diffEnd(to),
    changes: [
      ...PACK_SECTIONS.flatMap((section) =>
        diffSection(
          before.filter((item) => item.section === section),
          after.filter((item) => item.section === section),
        ),
      ),
      ...diffGraphs(from, to),
    ],
  };
}

/**
 * Graphs that differ though both packs choose and fill the formula alike: the program builds it otherwise than when
 * the version was kept. Where the choice differs the sections say so already.
 */
function diffGraphs(from: Pack, to: Pack): readonly PackChange[] {
  return [...from.formulas].flatMap(([key, old]): readonly PackChange[] => {
    const now = to.formulas.get(key);
    if (now === undefined || now === old || choiceOf(from, key) !== choiceOf(to, key)) return [];
    return [
      {
        section: 'other',
        id: `formulas/${key}`,
        change: 'changed',
        fields: diffFields(nodesOf(old), nodesOf(now)),
      },
    ];
  });
}

function choiceOf({ raw }: Pack, key: string): string {
  const [section, kind = ''] = key.split('/');
  const chosen = section === 'benefit' ? raw.benefit?.claims : raw.contribution?.kinds;
  return canonicalJson(
    Object.entries(chosen ?? {}).find(([name]) => name === kind) as unknown as CanonicalValue,
  );
}

function nodesOf(graph: string): ReadonlyMap<string, string> {
  const { nodes, ...rest } = JSON.parse(graph) as { readonly nodes: readonly CanonicalValue[] };
  const each = nodes.map((node, at) => [`nodes/${at}`, canonicalJson(node)] as const);
  return new Map([...each, ['ends', canonicalJson(rest)]]);
}

function diffEnd(pack: Pack): DiffEnd {
  return { id: pack.raw.id, name: packName(pack), status: packStatus(pack), hash: pack.hash };
}

function diffSection(before: readonly PackItem[], after: readonly PackItem[]): readonly PackChange[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => diffItem(old.get(id), now.get(id)));
}

function diffItem(old: PackItem | undefined, now: PackItem | undefined): readonly PackChange[] {
  const item = now ?? old;
  const fields = diffFields(old?.fields ?? new Map(), now?.fields ?? new Map());
  if (item === undefined || fields.length === 0) return [];
  const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
  const { section, id, label } = item;
  return [{ section, id, change, ...(label === undefined ? {} : { label }), fields }];
}

function diffFields(
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly FieldChange[] {
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, from: old.get(field) ?? null, to: now.get(field) ?? null }))
    .filter(({ from, to }) => from !== to);
}
