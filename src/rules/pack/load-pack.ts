import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { compareCodePoints } from '#kernel/code-points';
import { allowUnless, collect, type Decision, type Refusal } from '#kernel/decision';
import { checkReferences } from '#rules/pack/check-references';
import { checkSchema } from '#rules/pack/check-schema';
import { checkStatistics } from '#rules/pack/check-statistics';
import { checkValues } from '#rules/pack/check-values';
import type { Locate, Pack } from '#rules/pack/pack';
import type { RawPack, WorkedCase } from '#rules/pack/raw-pack';
import { readYaml, type YamlContent } from '#rules/pack/read-yaml';
import { FILE_SCHEMAS } from '#rules/pack/schemas';

/** Hashes a text to 64 lower-case hex digits (SHA-256); hashing is a port, so that rules stay pure. */
export type Hash = (text: string) => string;

export interface PackFiles {
  /** The folder's name, which is the pack's id. */
  readonly id: string;
  /** Path inside the folder → text. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Builds a pack from the texts of its files; refuses a faulty one whole, naming every fault with file, line and field.
 * @param parents packs that this one extends, in the order of its `extends`
 */
export function loadPack(source: PackFiles, parents: readonly Pack[], hash: Hash): Decision<Pack> {
  const refusals: Refusal[] = [];
  const read = [...source.files.entries()]
    .toSorted(([a], [b]) => compareCodePoints(a, b))
    .flatMap(([path, text]) => readFile(source.id, path, text, refusals));
  for (const required of ['instrument.yaml', 'clauses.yaml']) {
    if (!source.files.has(required)) refusals.push(missingFile(source.id, required));
  }
  if (refusals.length > 0) return allowUnless(refusals, unreachablePack);

  const { raw, cases, locate, repeated } = assemble(read);
  const pack = packOf({ raw, parents, cases, locate, formulas: new Map() }, hash);
  refusals.push(
    ...repeated,
    ...checkIdentity(source.id, pack),
    ...checkReferences(pack),
    ...checkStatistics(pack),
    ...checkValues(pack),
  );
  return allowUnless(refusals, () => pack);
}

/** Rebuilds a pack from a stored artefact, to repeat an earlier computation. */
export function packFromArtefact(artefact: string, hash: Hash): Pack {
  const rebuild = ({ pack, formulas = {}, extends: parents }: ArtefactContent): Pack =>
    packOf(
      {
        raw: pack,
        parents: parents.map(rebuild),
        cases: [],
        locate: () => '',
        formulas: new Map(Object.entries(formulas).map(([key, graph]) => [key, canonicalJson(graph)])),
      },
      hash,
    );
  return rebuild(JSON.parse(artefact) as ArtefactContent);
}

/**
 * Adds the graphs of its row formulas to a pack; they are then part of what is hashed, approved and replayed.
 * @param formulas canonical texts by section and kind
 */
export function withFormulas(pack: Pack, formulas: ReadonlyMap<string, string>, hash: Hash): Pack {
  return packOf({ ...pack, formulas }, hash);
}

interface ArtefactContent {
  readonly pack: RawPack;
  /** Absent where the pack chooses no row formula. */
  readonly formulas?: Readonly<Record<string, CanonicalValue>>;
  readonly extends: readonly ArtefactContent[];
}

function packOf(content: Omit<Pack, 'artefact' | 'hash'>, hash: Hash): Pack {
  const { raw, parents, cases, locate, formulas } = content;
  const graphs = [...formulas]
    .toSorted(([a], [b]) => compareCodePoints(a, b))
    .map(([key, text]) => `${JSON.stringify(key)}:${text}`);
  const artefact = [
    `{"extends":[${parents.map((parent) => parent.artefact).join(',')}]`,
    ...(graphs.length === 0 ? [] : [`"formulas":{${graphs.join(',')}}`]),
    `"pack":${canonicalJson(raw as unknown as CanonicalValue)}}`,
  ].join(',');
  return { raw, parents, cases, locate, formulas, artefact, hash: hash(artefact) };
}

interface ReadFile {
  readonly path: string;
  readonly yaml: YamlContent;
}

function readFile(id: string, path: string, text: string, refusals: Refusal[]): readonly ReadFile[] {
  const file = `packs/${id}/${path}`;
  const known = FILE_SCHEMAS.find((candidate) => candidate.path.test(path));
  if (known === undefined) {
    refusals.push(unknownFile(file));
    return [];
  }
  const yaml = collect(readYaml(file, text, path.startsWith('cases/') ? 'json' : 'text'), refusals);
  if (yaml === undefined) return [];
  const faults = checkSchema(yaml, known.schema);
  refusals.push(...faults);
  return faults.length === 0 ? [{ path, yaml }] : [];
}

/** Sections of the raw pack that one file holds whole; `values` and `cases` may be spread over several. */
function assemble(read: readonly ReadFile[]): {
  readonly raw: RawPack;
  readonly cases: readonly WorkedCase[];
  readonly locate: Locate;
  readonly repeated: readonly Refusal[];
} {
  const sections: Record<string, unknown> = { axes: {}, values: {}, pools: [], readings: [], statistics: {} };
  const origins = new Map<string, YamlContent>();
  const repeated: Refusal[] = [];
  const cases: WorkedCase[] = [];
  for (const { path, yaml } of read) {
    const content = yaml.content as Readonly<Record<string, unknown>>;
    for (const [section, part] of Object.entries(content)) {
      if (section === 'cases') cases.push(...(part as readonly WorkedCase[]));
      else if (section === 'values' || section === 'axes') {
        const merged = { ...(sections[section] as Readonly<Record<string, unknown>>) };
        for (const [name, member] of Object.entries(part as Readonly<Record<string, unknown>>)) {
          if (Object.hasOwn(merged, name)) repeated.push(duplicate(yaml.locate([section, name]), name));
          merged[name] = member;
          origins.set(`${section}/${name}`, yaml);
        }
        sections[section] = merged;
      } else {
        sections[section] = part;
        origins.set(section, yaml);
      }
    }
    if (path === 'instrument.yaml') origins.set('', yaml);
  }
  const locate: Locate = (section, path) => {
    const origin = origins.get(`${section}/${String(path[0])}`) ?? origins.get(section) ?? origins.get('');
    return origin?.locate(section === '' ? path : [section, ...path]) ?? '';
  };
  return { raw: sections as unknown as RawPack, cases, locate, repeated };
}

function checkIdentity(folder: string, pack: Pack): readonly Refusal[] {
  if (pack.raw.id === folder) return [];
  return [
    {
      code: 'pack_id_mismatch',
      at: `${pack.locate('', ['id'])} id`,
      what: { zh: `id 与文件夹名 ${folder} 不一致`, en: `the id differs from the folder's name ${folder}` },
      next: { zh: '请使两者一致', en: 'make them the same' },
    },
  ];
}

function duplicate(at: string, name: string): Refusal {
  return {
    code: 'duplicate_id',
    at,
    what: { zh: `${name} 重复`, en: `${name} is given twice` },
    next: { zh: '请只保留一处', en: 'keep one of them' },
  };
}

function missingFile(id: string, path: string): Refusal {
  return {
    code: 'missing_file',
    at: `packs/${id}/${path}`,
    what: { zh: '缺少此文件', en: 'the file is missing' },
    next: {
      zh: '请按 docs/reference/pack-format.md 补充',
      en: 'write it as docs/reference/pack-format.md says',
    },
  };
}

function unknownFile(file: string): Refusal {
  return {
    code: 'unknown_file',
    at: file,
    what: { zh: '政策包中没有这种文件', en: 'a pack has no such file' },
    next: { zh: '请删除或改名', en: 'remove or rename it' },
  };
}

function unreachablePack(): never {
  throw new Error('a refused pack has no value');
}
