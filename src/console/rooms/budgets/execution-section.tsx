import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { executionQuery, type ExecutedLine, type Execution } from '#console/api/budget-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { zh } from '#console/i18n/zh.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/rooms/books/fund-table.tsx';
import { Money } from '#console/rooms/books/money.tsx';
import { todayInChina } from '#console/rooms/books/today.ts';
import { UnitNote } from '#console/rooms/books/unit-note.tsx';
import { ExecutionBar } from '#console/rooms/budgets/execution-bar.tsx';
import { MONTHS, monthToShow } from '#console/rooms/budgets/months.ts';
import { Section } from '#console/rooms/years/section.tsx';

/** The budget against the books up to a month, line by line, with the time gone. */
export function ExecutionSection({
  budgetId,
  year,
}: {
  readonly budgetId: string;
  readonly year: number;
}): ReactNode {
  const { t } = useTranslation();
  const [month, setMonth] = useState(() => monthToShow(year, todayInChina()));
  const query = useQuery(executionQuery(budgetId, Number(month)));
  return (
    <Section title={t('budgets.execution')} text={t('budgets.executionText')} aside={<UnitNote />}>
      <div className="fields screen-only">
        <ChoiceField
          label={t('budgets.throughMonth')}
          value={month}
          options={MONTHS.map((value) => ({ value, label: t('budgets.monthNumber', { month: value }) }))}
          onChange={(chosen) => setMonth(chosen ?? '12')}
        />
      </div>
      <QueryView query={query}>{(execution) => <Executed execution={execution} />}</QueryView>
    </Section>
  );
}

function Executed({ execution }: { readonly execution: Execution }): ReactNode {
  const { t } = useTranslation();
  const { lines, income, expenditure, timeGone, plans } = execution;
  const sums = { income, expenditure } as const;
  return (
    <>
      <p className="note">
        {t('budgets.timeGone', { percent: timeGone })}
        {plans === 0 ? null : ` · ${t('budgets.plans', { count: plans })}`}
      </p>
      <FundTable
        label={t('budgets.execution')}
        columns={[
          { label: t('budgets.line') },
          { label: t('budgets.part') },
          { label: t('budgets.budget'), isFigure: true },
          { label: t('budgets.actual'), isFigure: true },
          { label: t('budgets.rate') },
          { label: t('budgets.ahead'), isFigure: true },
          { label: t('budgets.notice') },
        ]}
        none={t('budgets.noDraft')}
        rows={(['income', 'expenditure'] as const).flatMap((side) => [
          <tr key={side} className="sum">
            <th scope="row" colSpan={2}>
              {t(`budgets.sides.${side}`)}
            </th>
            <td className="figure-cell">
              <Money yuan={sums[side].budget} />
            </td>
            <td className="figure-cell">
              <Money yuan={sums[side].actual} />
            </td>
            <td colSpan={3} />
          </tr>,
          ...lines
            .filter((line) => line.side === side)
            .map((line) => <LineRow key={`${line.line} ${line.part}`} line={line} timeGone={timeGone} />),
        ])}
      />
    </>
  );
}

function LineRow({ line, timeGone }: { readonly line: ExecutedLine; readonly timeGone: string }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const noticeName = useNoticeName();
  const { label, part, budget, actual, rate, ahead, notice, isOver } = line;
  return (
    <tr>
      <th scope="row" className="line-name">
        {pick(label)}
      </th>
      <td>{t(`budgets.parts.${part}`)}</td>
      <td className="figure-cell">{budget === null ? '—' : <Money yuan={budget} hidesNil />}</td>
      <td className="figure-cell">
        <Money yuan={actual} hidesNil />
      </td>
      <td>{rate === null ? null : <ExecutionBar rate={rate} timeGone={timeGone} isOver={isOver} />}</td>
      <td className="figure-cell">{ahead === null ? null : t('budgets.points', { points: ahead })}</td>
      <td>
        {isOver ? <Mark tone="warn">{t('budgets.over')}</Mark> : null}{' '}
        {notice === null ? null : <Mark tone="warn">{noticeName(notice)}</Mark>}
      </td>
    </tr>
  );
}

/** Names a level of notice; one that a pack named otherwise is shown as it is. */
function useNoticeName(): (notice: string) => string {
  const { t } = useTranslation();
  return (notice) =>
    Object.hasOwn(zh.budgets.notices, notice) ? t(`budgets.notices.${notice as 'notice'}`) : notice;
}
