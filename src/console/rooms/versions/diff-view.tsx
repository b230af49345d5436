import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemDiff, SectionDiff } from '#console/api/version-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { changeWord } from '#console/rooms/versions/diff-fields.ts';
import { DiffTable } from '#console/rooms/versions/diff-table.tsx';

const ALL = 'all';
const CHANGES = ['changed', 'added', 'removed'] as const;

interface DiffViewProps {
  readonly sections: readonly SectionDiff[];
  /** Both sides are versions of one place's pack. */
  readonly isOnePlace: boolean;
}

/** The differences by section, to be narrowed to one section and one kind of change. */
export function DiffView({ sections, isOnePlace }: DiffViewProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const [section, setSection] = useState<string>(ALL);
  const [change, setChange] = useState<ItemDiff['change'] | typeof ALL>(ALL);
  const chosen = sections.filter((each) => section === ALL || each.section === section);
  const count = (kind: ItemDiff['change']): number =>
    chosen.flatMap(({ changes }) => changes).filter((each) => each.change === kind).length;
  const shown = chosen
    .map((each) => ({
      ...each,
      changes: each.changes.filter((item) => change === ALL || item.change === change),
    }))
    .filter(({ changes }) => changes.length > 0);
  return (
    <>
      <div className="diff-filters screen-only">
        <Segmented
          aria-label={t('diff.section')}
          value={section}
          onChange={setSection}
          options={[
            { value: ALL, label: t('diff.all') },
            ...sections.map((each) => ({
              value: each.section,
              label: `${pick(each.label)} ${each.changes.length.toString()}`,
            })),
          ]}
        />
        <Segmented
          aria-label={t('diff.change')}
          value={change}
          onChange={setChange}
          options={[
            { value: ALL, label: t('diff.all') },
            ...CHANGES.map((kind) => ({
              value: kind,
              label: `${t(`diff.${changeWord(kind, isOnePlace)}`)} ${count(kind).toString()}`,
            })),
          ]}
        />
      </div>
      {shown.length === 0 ? <p className="note">{t('diff.nothing')}</p> : null}
      {shown.map((each) => (
        <DiffTable key={each.section} section={each} isOnePlace={isOnePlace} />
      ))}
    </>
  );
}
