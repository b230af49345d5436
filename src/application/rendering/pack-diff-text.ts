import type { DiffEnd, FieldChange, PackChange, PackDiff } from '#application/packs/diff-packs';
import { PACK_SECTIONS } from '#application/packs/pack-content';
import { STATUS_WORDS } from '#application/packs/pack-words';
import { SECTION_WORDS, fieldWords } from '#application/rendering/pack-diff-words';
import { displayWidth, renderTextTable } from '#application/rendering/text-table';

const CHANGE_WORDS: Readonly<Record<PackChange['change'], string>> = {
  added: '新增',
  removed: '删除',
  changed: '改动',
};

/** The comparison for a terminal: each section that differs, each thing in it, and both sides of each field. */
export function renderPackDiff(diff: PackDiff): string {
  const head = renderTextTable(
    [
      { header: '', align: 'left' },
      { header: '政策包 pack', align: 'left' },
      { header: '状态 status', align: 'left' },
      { header: '哈希 hash', align: 'left' },
    ],
    [endRow('甲 A', diff.from), endRow('乙 B', diff.to)],
  );
  const sections = PACK_SECTIONS.map((section) => diff.changes.filter((change) => change.section === section))
    .filter((changes) => changes.length > 0)
    .map(renderSection);
  return [head, ...(sections.length === 0 ? ['两者相同 no difference'] : sections)].join('\n\n');
}

function endRow(side: string, { id, name, status, hash }: DiffEnd): readonly string[] {
  return [side, `${id} ${name.zh}`, STATUS_WORDS[status], hash.slice(0, 12)];
}

function renderSection(changes: readonly PackChange[]): string {
  const section = changes[0]?.section ?? 'other';
  const count = (change: PackChange['change']): string =>
    `${CHANGE_WORDS[change]} ${changes.filter((each) => each.change === change).length}`;
  const counts = `${count('added')}，${count('removed')}，${count('changed')}`;
  const { zh, en } = SECTION_WORDS[section];
  return [`── ${zh} ${en}：${counts} ──`, ...changes.map(renderChange)].join('\n');
}

const MARKS: Readonly<Record<PackChange['change'], string>> = { added: '+', removed: '-', changed: '~' };

function renderChange(change: PackChange): string {
  const { id, label, fields } = change;
  const title = `${MARKS[change.change]} ${id}${label === undefined ? '' : ` ${label.zh}`}`;
  const shown = fields.filter((field) => isShown(field, change));
  const isShort = ({ from, to }: FieldChange): boolean =>
    Math.max(displayWidth(from ?? ''), displayWidth(to ?? '')) <= LONGEST_BESIDE;
  const short = shown.filter(isShort);
  const long = shown.filter((field) => !isShort(field));
  const lines =
    change.change === 'changed'
      ? [...besideLines(short), ...long.flatMap(belowLines)]
      : [
          ...oneSideLines(short),
          ...long.map(({ field, from, to }) => `${fieldWords(field).zh}：${from ?? to ?? ''}`),
        ];
  return [title, ...lines.map((line) => `    ${line}`)].join('\n');
}

/** Longest text, in terminal columns, that stands beside the other side's; longer ones stand one below the other. */
const LONGEST_BESIDE = 32;

/** Of an added or removed thing its figures and citations show; its texts are in the JSON, as is English beside Chinese. */
function isShown({ field }: FieldChange, { change, section, fields }: PackChange): boolean {
  // A version is named by its first day already.
  if (/^versions\/[^/]+\/from$/.test(field)) return false;
  if (change !== 'changed' && section !== 'values' && section !== 'pipeline') {
    return field === 'paraphrase/zh';
  }
  if (change !== 'changed' && /^(label|id|mechanism)\b/.test(field)) return false;
  return !field.endsWith('/en') || !fields.some((other) => other.field === field.replace(/en$/, 'zh'));
}

function besideLines(fields: readonly FieldChange[]): readonly string[] {
  if (fields.length === 0) return [];
  const columns = ['项目', '甲', '', '乙'].map((header) => ({ header, align: 'left' }) as const);
  const rows = fields.map(({ field, from, to }) => [fieldWords(field).zh, from ?? '—', '→', to ?? '—']);
  return renderTextTable(columns, rows).split('\n').slice(2);
}

/** Of what only one pack has, its fields and their texts. */
function oneSideLines(fields: readonly FieldChange[]): readonly string[] {
  if (fields.length === 0) return [];
  const columns = ['项目', '内容'].map((header) => ({ header, align: 'left' }) as const);
  const rows = fields.map(({ field, from, to }) => [fieldWords(field).zh, from ?? to ?? '']);
  return renderTextTable(columns, rows).split('\n').slice(2);
}

function belowLines({ field, from, to }: FieldChange): readonly string[] {
  return [fieldWords(field).zh, `  甲 ${from ?? '—'}`, `  乙 ${to ?? '—'}`];
}
