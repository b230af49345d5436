import { FilePdfOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { Section } from '#console/fund/section.tsx';
import { FUND_SUBJECT, useSubjectName } from '#console/rooms/years/subject-names.ts';

/** Lines that each kind of notice tells of. */
const KINDS = [
  ['levy', ['levy', 'burden', 'recovery'], 'levyNotice'],
  ['allocation', ['allocation'], 'allocationNotice'],
] as const;

/** The notices of a year that was approved, one for each pool that has amounts. */
export function NoticesSection({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const subjectName = useSubjectName(year);
  if (year.run === null) return null;
  const isApproved = ['approved', 'paying', 'final'].includes(year.phase);
  if (!isApproved) {
    return (
      <Section title={t('years.notices')}>
        <p className="note">{t('years.noNotices')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('years.notices')} text={t('years.noticeText')}>
      {KINDS.map(([kind, lineKinds, title]) => {
        const own = year.lines.filter((line) => lineKinds.some((one) => one === line.kind));
        const remarked = year.remarks.filter((one) => (one.kind === 'levy_paused') === (kind === 'levy'));
        const pools = [...new Set([...own, ...remarked].map(({ pool }) => pool))].filter(
          (pool) => pool !== '' && pool !== FUND_SUBJECT,
        );
        if (pools.length === 0) return null;
        return (
          <div key={kind}>
            <h3>{t(`years.${title}`)}</h3>
            <ul className="notice-links">
              {pools.map((pool) => (
                <li key={pool}>
                  <a href={noticeAddress(year, kind, pool)} download>
                    <FilePdfOutlined aria-hidden /> {subjectName(pool)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}

/** Where a notice of a version is had. */
export function noticeAddress(
  { id, version }: Pick<YearView, 'id' | 'version'>,
  kind: string,
  pool: string,
): string {
  return `/api/v1/adjustment-years/${encodeURIComponent(id)}/notices/${kind}/${encodeURIComponent(pool)}?version=${version}`;
}
