import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReviewEmergencyAccess, type EmergencyAccess } from '#console/api/office-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';

/** Whether an access was justified, with a word of why. */
export function ReviewForm({ access }: { readonly access: EmergencyAccess }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const review = useReviewEmergencyAccess();
  const [note, setNote] = useState('');
  const isReady = note.trim() !== '';
  const find = (finding: 'justified' | 'unjustified'): void =>
    review.mutate({ id: access.id, finding, note: note.trim() });
  return (
    <div className="review">
      <label htmlFor={id}>{t('office.emergency.note')}</label>
      <Input id={id} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      <span className="row-actions">
        <Button
          type="primary"
          disabled={!isReady}
          loading={review.isPending}
          onClick={() => find('justified')}
        >
          {t('office.emergency.justified')}
        </Button>
        <Button disabled={!isReady} onClick={() => find('unjustified')}>
          {t('office.emergency.unjustified')}
        </Button>
      </span>
      <ActionProblem of={review} />
    </div>
  );
}
