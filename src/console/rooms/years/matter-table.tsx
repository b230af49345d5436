import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matter } from '#console/api/year-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { CorrectMatter } from '#console/rooms/years/correct-matter.tsx';
import { MatterContent } from '#console/rooms/years/matter-content.tsx';
import { MatterDecision } from '#console/rooms/years/matter-decision.tsx';

/** Matters with what is asked, by whom, and how they were decided; a checker decides them here. */
export function MatterTable({ matters }: { readonly matters: readonly Matter[] }): ReactNode {
  const { t } = useTranslation();
  const columns = (['kind', 'pool', 'year', 'item', 'document', 'asked', 'decision'] as const).map(
    (column) => ({ label: t(`years.${column}`) }),
  );
  return (
    <FundTable
      label={t('years.matters')}
      columns={columns}
      none={t('years.noMatters')}
      rows={matters.map((matter) => (
        <MatterRow
          key={matter.id}
          matter={matter}
          isReplaced={matters.some((one) => one.corrects === matter.id && one.decision === 'granted')}
        />
      ))}
    />
  );
}

interface MatterRowProps {
  readonly matter: Matter;
  readonly isReplaced: boolean;
}

function MatterRow({ matter, isReplaced }: MatterRowProps): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const { kind, pool, insuranceType, year, document, documentHash, requestedBy, requestedAt } = matter;
  return (
    <tr>
      <th scope="row">{t(`years.matterKinds.${kind}`)}</th>
      <td>{poolName(pool)}</td>
      <td>
        {year} {t(`schemes.${insuranceType}`)}
      </td>
      <td className="words">
        <MatterContent matter={matter} />
      </td>
      <td className="words" title={documentHash}>
        {document}
      </td>
      <td>
        <WhoWhen by={requestedBy} at={requestedAt} />
      </td>
      <td>
        {matter.decision === null ? (
          <MatterDecision matter={matter} />
        ) : (
          <Decided matter={matter} isReplaced={isReplaced} />
        )}
      </td>
    </tr>
  );
}

function Decided({ matter, isReplaced }: MatterRowProps): ReactNode {
  const { t } = useTranslation();
  const { decision, decidedBy, decidedAt, decisionNote } = matter;
  return (
    <>
      <Mark tone={decision === 'granted' ? 'good' : 'plain'}>
        {t(`years.matterStates.${decision ?? 'waiting'}`)}
      </Mark>{' '}
      {decisionNote}
      <div>
        <WhoWhen by={decidedBy} at={decidedAt} />
      </div>
      {isReplaced ? <div className="note">{t('years.replaced')}</div> : <CorrectMatter matter={matter} />}
    </>
  );
}
