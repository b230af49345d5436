import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { executionQuery, type ExecutedLine, type Execution } from '#console/api/budget-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { zh } from '#console/i18n/zh.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { todayInChina } from '#console/fund/today.ts';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { BookFigure, BookFigureDrawer, type OpenedBookFigure } from '#console/rooms/budgets/book-figure.tsx';
import { ExecutionBar } from '#console/rooms/budgets/execution-bar.tsx';
import { MONTHS, monthToShow } from '#console/rooms/budgets/months.ts';
import { RoundingNote } from '#console/rooms/budgets/rounding-note.tsx';
import { Section } from '#console/fund/section.tsx';

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
  const [opened, setOpened] = useState<OpenedBookFigure>();
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
      <QueryView query={query}>
        {(execution) => <Executed execution={execution} onOpen={setOpened} />}
      </QueryView>
      <BookFigureDrawer budgetId={budgetId} figure={opened} onClose={() => setOpened(undefined)} />
    </Section>
  );
}

interface ExecutedProps {
  readonly execution: Execution;
  readonly onOpen: (figure: OpenedBookFigure) => void;
}

function Executed({ execution, onOpen }: ExecutedProps): ReactNode {
  const { t } = useTranslation();
  const { lines, income, expenditure, timeGone, plans, roundings, throughMonth } = execution;
  const month = String(throughMonth);
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
              <BookFigure
                name={t(`budgets.totals.${side}`)}
                row={side}
                section="whole"
                month={month}
                yuan={sums[side].actual}
                onOpen={onOpen}
              />
            </td>
            <td colSpan={3} />
          </tr>,
          ...lines
            .filter((line) => line.side === side)
            .map((line) => (
              <LineRow
                key={`${line.line} ${line.part}`}
                line={line}
                month={month}
                timeGone={timeGone}
                onOpen={onOpen}
              />
            )),
        ])}
      />
      <RoundingNote
        roundings={roundings.map(({ figure, column, amount }) => ({
          name: `${t(`budgets.totals.${figure}`)} · ${t(`budgets.${column}`)}`,
          amount,
        }))}
      />
    </>
  );
}

interface LineRowProps extends Pick<ExecutedProps, 'onOpen'> {
  readonly line: ExecutedLine;
  readonly month: string;
  readonly timeGone: string;
}

function LineRow({ line, month, timeGone, onOpen }: LineRowProps): ReactNode {
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
        <BookFigure
          name={pick(label)}
          row={line.line}
          section={part}
          month={month}
          yuan={actual}
          onOpen={onOpen}
        />
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
