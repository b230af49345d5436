import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePayYear, type YearLine, type YearView } from '#console/api/year-queries.ts';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { yuanText } from '#console/fund/yuan-text.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { useLineName } from '#console/rooms/years/line-names.ts';
import { useSubjectName } from '#console/rooms/years/subject-names.ts';

/** What the bank confirmed: each open line in whole or in part; one key for what is on the form, however often sent. */
export function PayCard({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const pay = usePayYear(year.id);
  const open = year.lines.filter(({ open: left }) => left !== '0.00');
  const [typed, setTyped] = useState<Typed>({});
  const [vouchers, setVouchers] = useState<Typed>({});
  const [on, setOn] = useState('');
  const [note, setNote] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const lines = open.flatMap((line) => typedPayment(line, typed, vouchers));
  const payments = lines.flatMap(({ amount, ...line }) =>
    amount === undefined ? [] : [{ ...line, amount }],
  );
  const isReady = payments.length > 0 && payments.length === lines.length;
  const submit = (): void => {
    pay.mutate(
      { key, payments, note: note.trim(), ...(on === '' ? {} : { on }) },
      {
        onSuccess: () => {
          setTyped({});
          setVouchers({});
          setNote('');
          setKey(crypto.randomUUID());
        },
      },
    );
  };
  return (
    <form
      className="step-card step-card-wide"
      aria-label={t('years.pay')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{t('years.pay')}</h3>
      <p className="note">{t(payments.length === 0 ? 'years.nothingToPay' : 'years.payText')}</p>
      <PayLines year={year} lines={open} {...{ typed, setTyped, vouchers, setVouchers }} />
      <div className="fields">
        <TextField label={t('years.on')} name="paid-on" type="date" value={on} onChange={setOn} />
        <TextField label={t('years.note')} name="pay-note" value={note} onChange={setNote} maxLength={2000} />
      </div>
      <FormActions
        submit={t('years.pay')}
        isReady={isReady}
        action={pay}
        onCancel={() => setTyped({})}
        leave={t('years.payAll')}
      />
    </form>
  );
}

type Typed = Readonly<Record<string, string>>;

/** What is typed of a line, with its voucher where there is one; the amount is undefined where it is none. */
function typedPayment(line: YearLine, typed: Typed, vouchers: Typed) {
  const text = typed[line.id] ?? proposed(line);
  const voucher = (vouchers[line.id] ?? '').trim();
  if (text.trim() === '') return [];
  return [{ line: line.id, amount: yuanText(text), ...(voucher === '' ? {} : { voucher }) }];
}

/** All that can be paid; what a treasury owes is typed in from the bank's slip, and what waits for it stays empty. */
function proposed({ kind, payable }: YearLine): string {
  const isReceipt = kind === 'treasury' && !payable.startsWith('-');
  return isReceipt || payable === '0.00' ? '' : payable;
}

interface PayLinesProps {
  readonly year: YearView;
  readonly lines: readonly YearLine[];
  readonly typed: Typed;
  readonly setTyped: (typed: Typed) => void;
  readonly vouchers: Typed;
  readonly setVouchers: (vouchers: Typed) => void;
}

function PayLines(props: PayLinesProps): ReactNode {
  const { year, lines, typed, setTyped, vouchers, setVouchers } = props;
  const { t } = useTranslation();
  return (
    <FundTable
      label={t('years.pay')}
      columns={[
        { label: t('years.line') },
        { label: t('years.pool') },
        { label: t('years.left'), isFigure: true },
        { label: t('years.payAmount') },
        { label: t('books.columns.voucher') },
      ]}
      none={t('years.nothingNext')}
      rows={lines.map((line) => (
        <PayRow
          key={line.id}
          year={year}
          line={line}
          value={typed[line.id] ?? proposed(line)}
          onChange={(text) => setTyped({ ...typed, [line.id]: text })}
          voucher={vouchers[line.id] ?? ''}
          onVoucher={(text) => setVouchers({ ...vouchers, [line.id]: text })}
        />
      ))}
    />
  );
}

interface PayRowProps {
  readonly year: YearView;
  readonly line: YearLine;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly voucher: string;
  readonly onVoucher: (text: string) => void;
}

function PayRow({ year, line, value, onChange, voucher, onVoucher }: PayRowProps): ReactNode {
  const { t } = useTranslation();
  const lineName = useLineName();
  const subjectName = useSubjectName(year);
  const pool = line.pool === '' ? t('years.ofFund') : subjectName(line.pool);
  const isFaulty = value.trim() !== '' && yuanText(value) === undefined;
  return (
    <tr>
      <th scope="row">{lineName(line)}</th>
      <td>{pool}</td>
      <td className="figure-cell">
        <Money yuan={line.open} />
      </td>
      <td>
        <Input
          className="amount-input pay-amount"
          name={`pay-${line.id}`}
          aria-label={`${t('years.payAmount')} ${lineName(line)} ${pool}`}
          inputMode="decimal"
          autoComplete="off"
          value={value}
          {...(isFaulty ? { status: 'error' as const, 'aria-invalid': true } : {})}
          onChange={(event) => onChange(event.target.value)}
        />
      </td>
      <td>
        <Input
          name={`voucher-${line.id}`}
          aria-label={`${t('books.columns.voucher')} ${lineName(line)} ${pool}`}
          autoComplete="off"
          maxLength={100}
          value={voucher}
          onChange={(event) => onVoucher(event.target.value)}
        />
      </td>
    </tr>
  );
}
