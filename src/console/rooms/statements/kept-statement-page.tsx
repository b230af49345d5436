import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statementQuery, type KeptStatement } from '#console/api/statement-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { STATEMENT_READERS } from '#console/fund/fund-roles.ts';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { CellDrawer } from '#console/rooms/statements/cell-drawer.tsx';
import { KeptActions } from '#console/rooms/statements/kept-actions.tsx';
import { StatementDecision } from '#console/rooms/statements/statement-decision.tsx';
import { StatementForms } from '#console/rooms/statements/statement-forms.tsx';
import { StatementProof } from '#console/rooms/statements/statement-proof.tsx';
import { cellText, readCell } from '#console/rooms/statements/statement-search.ts';
import { StatementStanding } from '#console/rooms/statements/statement-standing.tsx';
import { StatementsFrame } from '#console/rooms/statements/statements-frame.tsx';
import { useDrawnUnit } from '#console/rooms/statements/use-drawn-unit.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** A statement as it was kept: who made and who signed it, its forms, files, and the proof that it can be redrawn. */
export function KeptStatementPage(): ReactNode {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/fund/statements/kept/$id' });
  const unit = useDrawnUnit();
  const query = useQuery({ ...statementQuery(id, unit), enabled: holds(useAccount(), STATEMENT_READERS) });
  return (
    <StatementsFrame
      part="kept"
      title={t('statements.one')}
      actions={query.data === undefined ? null : <KeptActions id={id} unit={unit} />}
    >
      <QueryView query={query}>{(kept) => <Kept kept={kept} />}</QueryView>
    </StatementsFrame>
  );
}

function Kept({ kept }: { readonly kept: KeptStatement }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { cell } = useSearch({ from: '/fund/statements/kept/$id' });
  const { id, subject, insuranceType, period, subjectKind, version, statement, comparisons } = kept;
  const asked = { subject, insuranceType, period, consolidated: subjectKind === 'group' };
  const show = (next: string | undefined): void =>
    void navigate({
      to: '/fund/statements/kept/$id',
      params: { id },
      search: next === undefined ? {} : { cell: next },
      resetScroll: false,
    });
  return (
    <>
      <div className="statement-notice">
        <p>
          {t('statements.version', { version })} <StatementStanding kept={kept} />{' '}
          {kept.corrects === null ? '' : `${t('statements.columns.corrects')}：${kept.reason ?? ''}`}
        </p>
        <p className="note">
          {t('statements.madeBy')} <Person id={kept.madeBy} /> <RecordedAt instant={kept.madeAt} />
          {kept.decidedBy === null || kept.decidedAt === null ? null : (
            <>
              {' · '}
              {t('statements.decidedBy')} <Person id={kept.decidedBy} />{' '}
              <RecordedAt instant={kept.decidedAt} />
            </>
          )}
          {' · '}
          SHA-256 <code title={kept.contentHash}>{kept.contentHash.slice(0, 16)}</code>
        </p>
        {kept.state === 'proposed' ? <StatementDecision kept={kept} /> : null}
      </div>
      <StatementForms statement={statement} onOpen={(at) => show(cellText(at))} />
      <StatementProof statement={statement} comparisons={comparisons} />
      <CellDrawer asked={asked} statement={statement} cell={readCell(cell)} onClose={() => show(undefined)} />
    </>
  );
}
