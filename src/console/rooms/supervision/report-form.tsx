import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport, type Finding } from '#console/api/supervision-queries.ts';
import { DocumentFields, isNamed, NO_DOCUMENT } from '#console/form/document-fields.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { AmountField } from '#console/fund/amount-field.tsx';
import { yuanText } from '#console/fund/yuan-text.ts';

interface TypedReturn {
  readonly event: string;
  readonly amount: string;
}

const NO_RETURN: TypedReturn = { event: '', amount: '' };

interface ReportFormProps {
  readonly finding: Finding;
  readonly onClose: () => void;
}

/** Reports what came back, by the events that recovered it, and what is settled as loss. */
export function ReportForm({ finding, onClose }: ReportFormProps): ReactNode {
  const { t } = useTranslation();
  const report = useReport(finding.number);
  const [returns, setReturns] = useState<readonly TypedReturn[]>([NO_RETURN]);
  const [typedLoss, setLoss] = useState('0');
  const [document, setDocument] = useState(NO_DOCUMENT);
  const [note, setNote] = useState('');
  const loss = yuanText(typedLoss);
  const read = returns
    .filter(({ event, amount }) => event.trim() !== '' || amount.trim() !== '')
    .map(({ event, amount }) => ({ event: event.trim(), amount: yuanText(amount) }));
  const whole = read.flatMap(({ event, amount }) =>
    amount === undefined || !/^[1-9]\d{0,17}$/.test(event) ? [] : [{ event, amount }],
  );
  const isReady = loss !== undefined && whole.length === read.length && isNamed(document);
  const change = (index: number, next: Partial<TypedReturn>): void =>
    setReturns(returns.map((one, at) => (at === index ? { ...one, ...next } : one)));
  return (
    <form
      className="card"
      aria-label={t('supervision.report')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady)
          report.mutate({ returns: whole, loss, ...document, note: note.trim() }, { onSuccess: onClose });
      }}
    >
      <p className="note">{t('supervision.returnsHint')}</p>
      <div className="fields">
        {returns.map((one, index) => (
          <ReturnFields key={index} index={index} value={one} onChange={(next) => change(index, next)} />
        ))}
        <Button size="small" onClick={() => setReturns([...returns, NO_RETURN])}>
          {t('supervision.addReturn')}
        </Button>
        <AmountField
          label={t('supervision.loss')}
          name="loss"
          value={typedLoss}
          hint={t('supervision.lossHint')}
          onChange={setLoss}
        />
        <DocumentFields value={document} onChange={setDocument} />
        <TextField
          label={t('supervision.note')}
          name="note"
          value={note}
          maxLength={2000}
          onChange={setNote}
        />
      </div>
      <FormActions submit={t('supervision.report')} isReady={isReady} action={report} onCancel={onClose} />
    </form>
  );
}

interface ReturnFieldsProps {
  readonly index: number;
  readonly value: TypedReturn;
  readonly onChange: (next: Partial<TypedReturn>) => void;
}

function ReturnFields({ index, value, onChange }: ReturnFieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('supervision.event')}
        name={`event-${index}`}
        value={value.event}
        maxLength={18}
        onChange={(event) => onChange({ event })}
      />
      <AmountField
        label={t('supervision.eventAmount')}
        name={`amount-${index}`}
        value={value.amount}
        onChange={(amount) => onChange({ amount })}
      />
    </>
  );
}
