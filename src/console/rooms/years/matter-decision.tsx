import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecideMatter, type Matter } from '#console/api/year-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { yuanText } from '#console/fund/yuan-text.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** Kinds of matters of which less can be granted than was asked for. */
const WITH_AMOUNT: readonly Matter['kind'][] = ['emergency', 'remittance', 'funding'];

/** Grants or refuses, for another checker; of an emergency, a remittance or a funding also how much. */
export function MatterDecision({ matter }: { readonly matter: Matter }): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const decide = useDecideMatter();
  const [note, setNote] = useState('');
  const [granted, setGranted] = useState(matter.content.amount ?? '');
  if (account?.userId === matter.requestedBy) return <span className="note">{t('office.needsAnother')}</span>;
  if (!holds(account, ['fund_checker'], matter.decidingPlace)) {
    return <span className="note">{t('years.needsChecker')}</span>;
  }
  const amount = yuanText(granted);
  const hasAmount = WITH_AMOUNT.includes(matter.kind);
  const about = t(`years.matterKinds.${matter.kind}`);
  return (
    <div className="review">
      {hasAmount ? (
        <Input
          aria-label={t('years.granted')}
          prefix={t('years.granted')}
          className="amount-input"
          value={granted}
          onChange={(event) => setGranted(event.target.value)}
        />
      ) : null}
      <Input
        aria-label={t('years.note')}
        placeholder={t('years.note')}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
      />
      <span className="row-actions">
        <Button
          type="primary"
          loading={decide.isPending}
          disabled={hasAmount && amount === undefined}
          aria-label={`${t('years.grant')} ${about}`}
          onClick={() =>
            decide.mutate({
              id: matter.id,
              decision: 'granted',
              note: note.trim(),
              ...(hasAmount && amount !== undefined ? { granted: amount } : {}),
            })
          }
        >
          {t('years.grant')}
        </Button>
        <Button
          disabled={note.trim() === '' || decide.isPending}
          aria-label={`${t('years.refuse')} ${about}`}
          onClick={() => decide.mutate({ id: matter.id, decision: 'refused', note: note.trim() })}
        >
          {t('years.refuse')}
        </Button>
      </span>
      <ActionProblem of={decide} />
    </div>
  );
}
