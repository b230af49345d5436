import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useProposeForDifference,
  type Difference,
  type ProposalFields,
} from '#console/api/reconciliation-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';

const ANSWERS = ['timing', 'correction', 'claim'] as const;

interface ProposalFormProps {
  readonly difference: Difference;
  readonly statementId: string;
  readonly onClose: () => void;
}

/** Says of a line why only one side has it; another person agrees to it or not. */
export function ProposalForm({ difference, statementId, onClose }: ProposalFormProps): ReactNode {
  const { t } = useTranslation();
  const propose = useProposeForDifference(statementId);
  const [kind, setKind] = useState<ProposalFields['kind']>();
  const [event, setEvent] = useState('');
  const [reason, setReason] = useState('');
  const { side, line } = difference;
  const isCorrection = kind === 'correction';
  const isReady = kind !== undefined && reason.trim() !== '' && (!isCorrection || /^\d+$/.test(event));
  const title = t('reconciliations.proposal.title', { item: line.id });
  return (
    <form
      aria-label={title}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (kind === undefined || !isReady) return;
        const said = { side, item: line.id, kind, event: isCorrection ? event : null, reason: reason.trim() };
        propose.mutate(said, { onSuccess: onClose });
      }}
    >
      <div className="fields">
        <ChoiceField
          label={t('reconciliations.proposal.kind')}
          value={kind}
          options={ANSWERS.map((value) => ({ value, label: t(`reconciliations.answers.${value}`) }))}
          placeholder={t('office.choose')}
          onChange={setKind}
        />
        {isCorrection ? (
          <TextField
            label={t('reconciliations.proposal.event')}
            name="correcting-event"
            value={event}
            maxLength={20}
            onChange={(text) => setEvent(text.trim())}
          />
        ) : null}
        <TextField
          label={t('reconciliations.proposal.reason')}
          name="difference-reason"
          value={reason}
          maxLength={2000}
          hint={t('reconciliations.proposal.hint')}
          onChange={setReason}
        />
      </div>
      <FormActions
        submit={t('reconciliations.proposal.submit')}
        isReady={isReady}
        action={propose}
        onCancel={onClose}
      />
    </form>
  );
}
