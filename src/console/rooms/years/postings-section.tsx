import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { zh } from '#console/i18n/zh.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { useLineName } from '#console/rooms/years/line-names.ts';
import { Section } from '#console/fund/section.tsx';
import { useSubjectName } from '#console/rooms/years/subject-names.ts';

/** The events of the ledger by which the year was posted. */
export function PostingsSection({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const lineName = useLineName();
  const subjectName = useSubjectName(year);
  if (year.postings.length === 0) return null;
  const partName = (part: string): string =>
    Object.hasOwn(zh.years.parts, part) ? t(`years.parts.${part as 'due'}`) : part;
  return (
    <Section title={t('years.postings')} aside={<UnitNote />}>
      <FundTable
        label={t('years.postings')}
        columns={[
          { label: t('years.event') },
          { label: t('years.line') },
          { label: t('years.pool') },
          { label: t('years.kind') },
          { label: t('years.version') },
          { label: t('years.month') },
          { label: t('years.amount'), isFigure: true },
        ]}
        none=""
        rows={year.postings.map(({ line, part, version, event, amount, postingMonth }) => {
          const found = year.lines.find(({ id }) => id === line);
          const kind = found?.kind ?? line.split('/')[0] ?? line;
          const pool = found?.pool ?? line.split('/').at(-1) ?? '';
          return (
            <tr key={`${event} ${line} ${part}`}>
              <th scope="row">
                <Link to="/fund/events/$number" params={{ number: event }}>
                  {event}
                </Link>
              </th>
              <td>{lineName({ id: line, kind })}</td>
              <td>{pool === '' ? t('years.ofFund') : subjectName(pool)}</td>
              <td>{partName(part)}</td>
              <td>{version}</td>
              <td>{postingMonth}</td>
              <td className="figure-cell">
                <Money yuan={amount} />
              </td>
            </tr>
          );
        })}
      />
    </Section>
  );
}
