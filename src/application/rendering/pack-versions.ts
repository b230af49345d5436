import type { VersionLine } from '#application/pack-life/list-versions';
import { listText, text, type ListColumn } from '#application/rendering/list-text';
import type { Bilingual } from '#kernel/bilingual';
import type { PackEvent, PackEventKind } from '#domain/pack-life/pack-event';
import { PACK_STATE_WORDS } from '#domain/pack-life/refusals';

type Language = keyof Bilingual;

const EVENT_WORDS: Readonly<Record<PackEventKind, Bilingual>> = {
  submitted: { zh: '提交', en: 'submitted' },
  checked: { zh: '核对', en: 'checked' },
  approved: { zh: '批准', en: 'approved' },
  put_in_force: { zh: '施行', en: 'put in force' },
  superseded: { zh: '被替代', en: 'superseded' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
};

/** A step of a version; only the first of a version's rows tells the version again. */
interface StepRow {
  readonly version: VersionLine | undefined;
  readonly step: VersionLine['events'][number];
}

const COLUMNS: readonly ListColumn<StepRow>[] = [
  text('', '', ({ version }) => (version?.isInForce === true ? '●' : ' ')),
  text('政策包', 'pack', ({ version }) => version?.packId ?? ' '),
  text('版本', 'version', ({ version }) => version?.hash.slice(0, 12) ?? ' '),
  text('状态', 'state', ({ version }) => (version === undefined ? ' ' : PACK_STATE_WORDS[version.state])),
  text('施行', 'from', ({ version }) => version?.from ?? ' '),
  text('停止', 'until', ({ version }) => version?.until ?? ' '),
  text('办理', 'step', ({ step }) => EVENT_WORDS[step.event]),
  text('姓名', 'by', ({ step }) => step.actor),
  text('时间', 'known since', ({ step }) => step.at),
  text('备注', 'note', ({ step }) => step.note.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ') || ' '),
];

/** Every version with its state, then under it each step with who and when; `●` marks what is in force. */
export function renderVersions(language: Language, lines: readonly VersionLine[]): string {
  if (lines.length === 0)
    return { zh: '还没有提交过版本\n', en: 'no version has been submitted yet\n' }[language];
  const rows = lines.flatMap((line) =>
    line.events.map((step, index) => ({ version: index === 0 ? line : undefined, step })),
  );
  return listText(language, COLUMNS, rows);
}

/** One recorded event on one line. */
export function eventLine(
  language: Language,
  { packId, packHash, event, actor, effectiveFrom, at }: PackEvent,
): string {
  const from = { zh: '自', en: 'from' }[language];
  const day = effectiveFrom === null ? '' : ` ${from} ${effectiveFrom}`;
  const colon = language === 'zh' ? '：' : ': ';
  return `${packId} ${packHash.slice(0, 12)} ${EVENT_WORDS[event][language]}${day}${colon}${actor} ${at}`;
}
