import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '#console/app/more-button.tsx';
import { accessLogQuery, type AccessFilter, type AccessLine } from '#console/api/office-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { Loading } from '#console/app/page-states.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { LogFilter } from '#console/rooms/office/log-filter.tsx';
import { OfficeFrame } from '#console/rooms/office/office-frame.tsx';
import { OfficeTable } from '#console/rooms/office/office-table.tsx';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** Who called what about the own places, the newest first, for auditors. */
export function LogPage(): ReactNode {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<AccessFilter>({});
  const mayRead = holds(useAccount(), ['auditor']);
  const query = useInfiniteQuery({ ...accessLogQuery(filter), enabled: mayRead });
  const lines = query.data?.pages.flat() ?? [];
  const columns = (['time', 'person', 'request', 'place', 'record', 'status'] as const).map((column) =>
    t(`office.log.${column}`),
  );
  return (
    <OfficeFrame part="log">
      <LogFilter onFilter={setFilter} />
      {query.isPending ? <Loading /> : null}
      {query.isError ? <ProblemPanel error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess ? (
        <OfficeTable
          columns={columns}
          none={t('office.log.none')}
          className="office-log"
          rows={lines.map((line) => (
            <LogRow key={line.number} line={line} />
          ))}
        />
      ) : null}
      <MoreButton label={t('office.log.more')} query={query} />
    </OfficeFrame>
  );
}

/** The first status that is a refusal. */
const FIRST_REFUSAL = 400;

function LogRow({ line }: { readonly line: AccessLine }): ReactNode {
  const { t } = useTranslation();
  return (
    <tr>
      <td className="figures">
        <RecordedAt instant={line.at} />
      </td>
      <td>
        {line.userId === null ? (
          <span className="note">{t('office.log.unknown')}</span>
        ) : (
          <Person id={line.userId} />
        )}
      </td>
      <td>
        <code>
          {line.method} {line.route}
        </code>{' '}
        {line.breakGlassId === null ? null : <Mark tone="warn">{t('office.emergency.short')}</Mark>}
      </td>
      <td>{line.place === null ? null : <code>{line.place}</code>}</td>
      <td className="log-record">{line.record === null ? null : <code>{line.record}</code>}</td>
      <td className="figures">
        {line.status < FIRST_REFUSAL ? line.status : <Mark tone="warn">{line.status}</Mark>}
      </td>
    </tr>
  );
}
