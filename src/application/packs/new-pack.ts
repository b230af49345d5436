import { startAdjustment, startCase, startValues } from '#application/packs/new-pack-rules';
import type { Bilingual } from '#kernel/bilingual';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';

export interface NewPack {
  readonly id: string;
  readonly name: Bilingual;
}

/** A folder's name on every system, and the first part of its clauses' ids in upper case. */
const PACK_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * The files of a pack that somebody starts: a draft of two pools that validates as it stands, each file with
 * comments that say what to put in its place. Path inside the folder → text.
 */
export function newPackFiles({ id, name }: NewPack): Decision<ReadonlyMap<string, string>> {
  const faults: Refusal[] = PACK_ID.test(id) ? [] : [badPackId(id)];
  if (name.zh.trim() === '') faults.push(nameMissing('--name-zh'));
  if (name.en.trim() === '') faults.push(nameMissing('--name-en'));
  const clause = `${id.toUpperCase()}-1`;
  const reading = `${id.toUpperCase()}-R1`;
  return allowUnless(
    faults,
    () =>
      new Map([
        ['instrument.yaml', startInstrument(id, name)],
        ['clauses.yaml', startClauses(id, clause)],
        ['places.yaml', startPlaces(clause)],
        ['values/adjustment.yaml', startValues(clause, reading)],
        ['adjustment.yaml', startAdjustment(clause, reading)],
        ['readings.yaml', startReadings(clause, reading)],
        ['cases/adjustment.yaml', startCase(clause)],
      ]),
  );
}

function startInstrument(id: string, name: Bilingual): string {
  const [zh, en] = [quoted(name.zh), quoted(name.en)];
  return `# 本地依据的文件。Who issued which documents, and whether they bind yet.
id: ${id}
name:
  zh: ${zh}
  en: ${en}
extends: [national]
status: draft # 征求意见稿；正式文件写 in_force。A draft computes and says so; write in_force for a rule that binds.
instruments:
  - id: ${id}-1
    # number: 示例〔2025〕1号
    title:
      zh: 待填：文件名称
      en: 'To be filled in: title of the document'
    issuer:
      zh: ${zh}
      en: ${en}
    # issued: 2024-12-01
    # effective: 2025-01-01
    status: draft
`;
}

function startClauses(id: string, clause: string): string {
  return `# 文件的每一条，用自己的话写。Every duty of the documents, one entry each, in your own words.
# kind: rule (reckoned), control (refused or forced), process (a workflow), report, platform.
clauses:
  - id: ${clause}
    instrument: ${id}-1
    article:
      zh: 第一条
      en: Article 1
    kind: rule
    paraphrase:
      zh: 示例，请改写：各统筹区按征缴收入的 5% 上解，支付能力不足 6 个月的补足到 6 个月。
      en: >-
        An example to be rewritten: each pool remits 5% of its collections; one that can pay for less than
        six months is topped up to six.
`;
}

function startPlaces(clause: string): string {
  return `# 统筹区，一地一行。The pools, one line each; \`code\` is the division code (GB/T 2260).
pools:
  - { id: first, code: '000001', name: { zh: 甲市, en: First }, from: 2025-01-01, cite: [${clause}] }
  - { id: second, code: '000002', name: { zh: 乙市, en: Second }, from: 2025-01-01, cite: [${clause}] }
`;
}

function startReadings(clause: string, reading: string): string {
  return `# 文件没有说清的地方怎样理解。How silent or ambiguous places are read, and what else they could have meant.
readings:
  - id: ${reading}
    clauses: [${clause}]
    reading:
      zh: 示例，请改写：调剂金不够时按需求比例分配，文件没有规定。
      en: >-
        An example to be rewritten: a fund that falls short is shared in proportion to needs; the document
        does not say.
    alternatives:
      - zh: 按先后顺序拨付，直到用完。
        en: Pay one after the other until nothing is left.
`;
}

/** A text as YAML, quoted: a name may hold a colon, a brace or a quote. */
function quoted(text: string): string {
  return /^[^'"\\\p{Cc}]*$/u.test(text) ? `'${text}'` : JSON.stringify(text);
}

function badPackId(id: string): Refusal {
  return {
    code: 'bad_pack_id',
    at: id,
    what: {
      zh: '政策包编号只能是小写字母、数字和连字符，以字母开头',
      en: 'the id of a pack is lower-case letters, digits and hyphens, a letter first',
    },
    next: { zh: '请改用如 my-province 的编号', en: 'take one like my-province' },
  };
}

function nameMissing(option: string): Refusal {
  return {
    code: 'missing_field',
    at: option,
    what: { zh: '名称为空', en: 'the name is empty' },
    next: { zh: '请写明中英文名称', en: 'give the name in Chinese and in English' },
  };
}
