import { useQuery } from '@tanstack/react-query';
import { Checkbox, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { TextField } from '#console/form/text-field.tsx';
import { MonthField } from '#console/fund/month-field.tsx';
import { MONTH } from '#console/fund/patterns.ts';
import { SubjectField } from '#console/fund/subject-field.tsx';
import { TypeField } from '#console/fund/type-field.tsx';
import type { StatementSearch } from '#console/rooms/statements/statement-search.ts';

interface DrawingChoiceProps {
  readonly search: StatementSearch;
  readonly onChange: (search: StatementSearch) => void;
}

/** Whose statement, of which insurance type, and of which month or year. */
export function DrawingChoice({ search, onChange }: DrawingChoiceProps): ReactNode {
  const { t } = useTranslation();
  const pools = useQuery(poolsQuery).data ?? [];
  const isFund = pools.some(({ id, kind }) => id === search.subject && kind === 'fund');
  const { cell: _closed, ...kept } = search;
  const set = (changed: {
    readonly [Name in keyof StatementSearch]: StatementSearch[Name] | undefined;
  }): void =>
    onChange(
      Object.fromEntries(Object.entries({ ...kept, ...changed }).filter(([, value]) => value !== undefined)),
    );
  return (
    <div className="filter-fields screen-only" role="search" aria-label={t('statements.choose')}>
      <div className="fields">
        <SubjectField
          value={search.subject}
          onChange={(subject) => set({ subject, consolidated: undefined })}
        />
        <TypeField value={search.insuranceType} onChange={(insuranceType) => set({ insuranceType })} />
        <PeriodField period={search.period} onChange={(period) => set({ period })} />
        {isFund ? (
          <Checkbox
            checked={search.consolidated === true}
            onChange={({ target }) => set({ consolidated: target.checked ? true : undefined })}
          >
            {t('statements.consolidated')}
          </Checkbox>
        ) : null}
      </div>
    </div>
  );
}

interface PeriodFieldProps {
  readonly period: string | undefined;
  readonly onChange: (period: string | undefined) => void;
}

function PeriodField({ period = '', onChange }: PeriodFieldProps): ReactNode {
  const { t } = useTranslation();
  const [kind, setKind] = useState<'month' | 'year'>(MONTH.test(period) || period === '' ? 'month' : 'year');
  const [typed, setTyped] = useState(period);
  const type = (text: string): void => {
    setTyped(text);
    if (MONTH.test(text) || /^\d{4}$/.test(text)) onChange(text);
  };
  return (
    <>
      <Segmented
        className="period-kind"
        aria-label={t('statements.periodKind')}
        name="period-kind"
        value={kind}
        options={(['month', 'year'] as const).map((value) => ({ value, label: t(`statements.${value}`) }))}
        onChange={(next) => {
          setKind(next);
          if (next === 'year' && MONTH.test(typed)) type(typed.slice(0, 4));
        }}
      />
      {kind === 'month' ? (
        <MonthField
          label={t('statements.month')}
          name="statement-month"
          value={MONTH.test(typed) ? typed : ''}
          onChange={type}
        />
      ) : (
        <TextField
          label={t('statements.year')}
          name="statement-year"
          value={typed}
          onChange={type}
          maxLength={4}
        />
      )}
    </>
  );
}
