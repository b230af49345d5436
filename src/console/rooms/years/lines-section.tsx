import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { YearLine, YearView } from '#console/api/year-queries.ts';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { FigureButton } from '#console/explanation/figure-button.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { figureOfLine, useLineName } from '#console/rooms/years/line-names.ts';
import { Section } from '#console/fund/section.tsx';
import { useSubjectName } from '#console/rooms/years/subject-names.ts';
import { fen, fenOf, formatYuan } from '#kernel/fen';

/** What a correction is seen by: the amount of the version before, and what it moves. */
const VERSIONS = ['versionBefore', 'versionDifference'] as const;

interface LinesSectionProps {
  readonly year: YearView;
  readonly title: string;
  readonly text: string;
  /** Whether it is the version that the page is of, whose run explains each amount in place. */
  readonly isOfPage: boolean;
}

/** What a version decides: each line with what is owed, paid and open, and the clauses that it follows. */
export function LinesSection({ year, title, text, isOfPage }: LinesSectionProps): ReactNode {
  const { t } = useTranslation();
  if (year.run === null) return null;
  const hasAdvances = hasAdvanced(year.lines);
  const names = [
    'amount',
    ...(year.version > 1 ? VERSIONS : []),
    'due',
    'paid',
    ...(hasAdvances ? (['advanced'] as const) : []),
    'left',
  ] as const;
  const figures = names.map((column) => ({
    label: t(`years.${column}`),
    isFigure: true,
  }));
  return (
    <Section
      title={title}
      text={text}
      aside={
        <>
          <Link className="screen-only" to="/runs/$runId" params={{ runId: year.run.id }}>
            {t('years.seeRun')}
          </Link>
          <UnitNote />
        </>
      }
    >
      <FundTable
        label={title}
        columns={[
          { label: t('years.line') },
          { label: t('years.pool') },
          ...figures,
          { label: t('years.clauses') },
        ]}
        none={t('years.nothingNext')}
        rows={year.lines.map((line) => (
          <LineRow key={line.id} year={year} line={line} isOfPage={isOfPage} hasAdvances={hasAdvances} />
        ))}
      />
    </Section>
  );
}

interface LineRowProps {
  readonly year: YearView;
  readonly line: YearLine;
  readonly isOfPage: boolean;
  /** Whether any line was paid in part within the year, so that the table has a column for it. */
  readonly hasAdvances: boolean;
}

function LineRow({ year, line, isOfPage, hasAdvances }: LineRowProps): ReactNode {
  const { t } = useTranslation();
  const lineName = useLineName();
  const subjectName = useSubjectName(year);
  return (
    <tr>
      <th scope="row">{lineName(line)}</th>
      <td>{line.pool === '' ? t('years.ofFund') : subjectName(line.pool)}</td>
      <td className="figure-cell">{isOfPage ? <LineAmount line={line} /> : <Money yuan={line.amount} />}</td>
      {[...differenceOf(line), line.due, line.paid, ...(hasAdvances ? [line.advanced] : []), line.open].map(
        (amount, index) => (
          <td key={index} className="figure-cell">
            <Money yuan={amount} hidesNil />
          </td>
        ),
      )}
      <td>
        {line.clauses.map((id) => (
          <ClauseLink key={id} id={id} packId={year.pack} />
        ))}
      </td>
    </tr>
  );
}

/** Whether any line was moved in part within the year, ahead of its settlement. */
function hasAdvanced(lines: readonly YearLine[]): boolean {
  return lines.some(({ advanced }) => fenOf(advanced) !== 0n);
}

function differenceOf({ amount, before }: YearLine): readonly string[] {
  return before === null ? [] : [before, formatYuan(fen(fenOf(amount) - fenOf(before)))];
}

function LineAmount({ line }: { readonly line: YearLine }): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const lineName = useLineName();
  const figure = figureOfLine(line);
  if (figure === undefined) return <Money yuan={line.amount} />;
  const amount = fenOf(line.amount);
  return (
    <FigureButton
      figure={figure}
      name={lineName(line)}
      text={formatAmount(amount, unit)}
      title={`${formatAmount(amount, 'yuan')} ${t('units.yuan')}`}
    />
  );
}
