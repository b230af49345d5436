import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '#console/app/action-problem.tsx';
import type { Deciding } from '#console/api/office-queries.ts';

interface DecisionButtonsProps {
  readonly id: string;
  /** Those who asked for it or gain by it, who may not decide. */
  readonly barred: readonly (string | null)[];
  readonly ownId: string | undefined;
  readonly decide: UseMutationResult<null, Error, Deciding>;
  /** What it is about, for who does not see the row. */
  readonly about: string;
}

/** Confirm or refuse, for a second person; the others are told that it takes one. */
export function DecisionButtons({ id, barred, ownId, decide, about }: DecisionButtonsProps): ReactNode {
  const { t } = useTranslation();
  if (ownId === undefined || barred.includes(ownId)) {
    return <span className="note">{t('office.needsAnother')}</span>;
  }
  return (
    <>
      <span className="row-actions">
        <Button
          type="primary"
          loading={decide.isPending}
          aria-label={`${t('office.confirm')} ${about}`}
          onClick={() => decide.mutate({ id, decision: 'confirmed' })}
        >
          {t('office.confirm')}
        </Button>
        <Button
          disabled={decide.isPending}
          aria-label={`${t('office.refuse')} ${about}`}
          onClick={() => decide.mutate({ id, decision: 'refused' })}
        >
          {t('office.refuse')}
        </Button>
      </span>
      <ActionProblem of={decide} />
    </>
  );
}
