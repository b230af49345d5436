import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useProposeForDifference,
  type Difference,
  type OtherStatement,
  type ProposalFields,
} from '#console/api/reconciliation-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useOffered } from '#console/rooms/books/use-offered.ts';
import { correctionOf, emptyCorrection } from '#console/rooms/reconciliations/correction-draft.ts';
import { CorrectionFields } from '#console/rooms/reconciliations/correction-fields.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const ANSWERS = ['timing', 'correction', 'claim'] as const;
/** What is on its way or claimed corrects nothing. */
const NOTHING_POSTED = { event: null, posting: null } as const;

interface ProposalFormProps {
  readonly difference: Difference;
  readonly statement: OtherStatement;
  readonly onClose: () => void;
}

/** Says of a line why only one side has it; another person agrees to it or not. */
export function ProposalForm({ difference, statement, onClose }: ProposalFormProps): ReactNode {
  const { t } = useTranslation();
  const propose = useProposeForDifference(statement.id);
  const [kind, setKind] = useState<ProposalFields['kind']>();
  const [correction, setCorrection] = useState(() => emptyCorrection(difference));
  const [reason, setReason] = useState('');
  const { side, line } = difference;
  const isCorrection = kind === 'correction';
  const { own, offered } = useOffered(statement);
  const mayPost = holds(useAccount(), ['fund_maker'], statement.place);
  const template = offered.find(({ id }) => id === correction.template);
  const fields = isCorrection ? correctionOf(correction, template, own ?? statement) : NOTHING_POSTED;
  const isReady = kind !== undefined && reason.trim() !== '' && fields !== undefined;
  const title = t('reconciliations.proposal.title', { item: line.id });
  return (
    <form
      aria-label={title}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (kind === undefined || fields === undefined || !isReady) return;
        propose.mutate(
          { side, item: line.id, kind, ...fields, reason: reason.trim() },
          { onSuccess: onClose },
        );
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
          <CorrectionFields
            difference={difference}
            books={own ?? statement}
            draft={correction}
            offered={offered}
            mayPost={mayPost}
            onChange={setCorrection}
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
