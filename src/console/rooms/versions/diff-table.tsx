import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionDiff } from '#console/api/version-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { DiffItem } from '#console/rooms/versions/diff-item.tsx';

interface DiffTableProps {
  readonly section: SectionDiff;
  readonly isOnePlace: boolean;
}

/** The items of a section that differ, with both sides of each field. */
export function DiffTable({ section, isOnePlace }: DiffTableProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const id = `diff-${section.section}`;
  return (
    <section aria-labelledby={id}>
      <div className="section-title">
        <h2 id={id}>{pick(section.label)}</h2>
      </div>
      <div className="table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <table className="diff">
          <thead>
            <tr>
              {(['change', 'item', 'field', 'from', 'to'] as const).map((column) => (
                <th key={column} scope="col" className={`diff-column-${column}`}>
                  {t(`diff.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {section.changes.map((item) => (
            <DiffItem key={item.id} section={section.section} item={item} isOnePlace={isOnePlace} />
          ))}
        </table>
      </div>
    </section>
  );
}
