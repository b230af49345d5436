import type { VersionLine } from '#application/pack-life/list-versions';
import { renderTextTable } from '#application/rendering/text-table';
import type { PackEvent, PackEventKind } from '#domain/pack-life/pack-event';
import type { PackState } from '#domain/pack-life/pack-life';
import { PACK_STATE_WORDS } from '#domain/pack-life/refusals';

const EVENT_WORDS: Readonly<Record<PackEventKind, string>> = {
  submitted: '提交 submitted',
  checked: '核对 checked',
  approved: '批准 approved',
  put_in_force: '施行 put in force',
  superseded: '被替代 superseded',
  withdrawn: '撤回 withdrawn',
};

/** Every version with its state, then under it each step with who and when; `●` marks what is in force. */
export function renderVersions(lines: readonly VersionLine[]): string {
  if (lines.length === 0) return '还没有提交过版本 no version has been submitted yet';
  const columns = [
    '',
    '政策包 pack',
    '版本 version',
    '状态 state',
    '施行 from',
    '停止 until',
    '办理 step',
    '姓名 by',
    '时间 known since',
    '备注 note',
  ].map((header) => ({ header, align: 'left' }) as const);
  return renderTextTable(columns, lines.flatMap(versionRows));
}

function versionRows(line: VersionLine): readonly (readonly string[])[] {
  const head = [
    line.isInForce ? '●' : '',
    line.packId,
    line.hash.slice(0, 12),
    stateWords(line.state),
    line.from ?? '',
    line.until ?? '',
  ];
  return line.events.map(({ event, actor, at, note }, index) => [
    ...(index === 0 ? head : head.map(() => '')),
    EVENT_WORDS[event],
    actor,
    at,
    note.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' '),
  ]);
}

function stateWords(state: PackState): string {
  return `${PACK_STATE_WORDS[state].zh} ${PACK_STATE_WORDS[state].en}`;
}

/** One recorded event on one line. */
export function eventLine({ packId, packHash, event, actor, effectiveFrom, at }: PackEvent): string {
  const day = effectiveFrom === null ? '' : ` 自 from ${effectiveFrom}`;
  return `${packId} ${packHash.slice(0, 12)} ${EVENT_WORDS[event]}${day}：${actor} ${at}`;
}
