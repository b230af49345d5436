import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  finalAccountQuery,
  type BudgetPaper,
  type FinalAccountSection,
} from '#console/api/budget-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useFigureScope } from '#console/explanation/figure-scope.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { BookFigure, BookFigureDrawer, type OpenedBookFigure } from '#console/rooms/budgets/book-figure.tsx';
import { RoundingNote } from '#console/rooms/budgets/rounding-note.tsx';
import '#console/rooms/budgets/budgets.css';

/** A final account is of the whole year. */
const DECEMBER = '12';

/** A final account as the standard tables: of employees the whole and each part, every figure of the books with its entries. */
export function FinalAccount({ paper }: { readonly paper: BudgetPaper }): ReactNode {
  const [opened, setOpened] = useState<OpenedBookFigure>();
  const query = useQuery(finalAccountQuery(paper.id));
  return (
    <>
      <p className="note">
        <UnitNote />
      </p>
      <QueryView query={query}>
        {({ sections }) =>
          sections.map((section) => (
            <SectionTable
              key={section.id}
              section={section}
              isOnly={sections.length === 1}
              onOpen={setOpened}
            />
          ))
        }
      </QueryView>
      <BookFigureDrawer budgetId={paper.budgetId} figure={opened} onClose={() => setOpened(undefined)} />
    </>
  );
}

interface SectionTableProps {
  readonly section: FinalAccountSection;
  readonly isOnly: boolean;
  readonly onOpen: (figure: OpenedBookFigure) => void;
}

function SectionTable({ section, isOnly, onOpen }: SectionTableProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { id, label, rows, columns, roundings } = section;
  const title = [t('budgets.paperKinds.final_account'), ...(isOnly ? [] : [pick(label)])].join(' · ');
  const heads = [t('budgets.finalBudget'), t('budgets.finalActual'), t('budgets.difference')];
  const nameOf = (row: string): string => {
    const found = rows.find((one) => one.id === row);
    return found === undefined ? row : pick(found.label);
  };
  return (
    <>
      {isOnly ? null : <h4>{pick(label)}</h4>}
      <FundTable
        className="consolidated"
        label={title}
        columns={[
          { label: t('budgets.line') },
          ...heads.map((head) => ({ label: head, isFigure: true })),
          { label: t('budgets.percent'), isFigure: true },
          { label: t('budgets.explanation') },
          { label: t('budgets.clauses') },
        ]}
        none=""
        rows={rows.map((row) => (
          <FinalRow key={row.id} section={id} row={row} onOpen={onOpen} />
        ))}
      />
      <RoundingNote
        roundings={roundings.map(({ row, column, over, amount }) => ({
          name: `${nameOf(row)} · ${heads[columns.indexOf(column)] ?? column} · ${t(`budgets.addedOver.${over}`)}`,
          amount,
        }))}
      />
    </>
  );
}

interface FinalRowProps {
  readonly section: FinalAccountSection['id'];
  readonly row: FinalAccountSection['rows'][number];
  readonly onOpen: (figure: OpenedBookFigure) => void;
}

function FinalRow({ section, row, onOpen }: FinalRowProps): ReactNode {
  const { pick } = useLanguage();
  const { packId } = useFigureScope();
  const { id, label, kind, cells, percent, reasons, cite } = row;
  const [budget = null, actual = null, difference = null] = cells;
  const name = pick(label);
  return (
    <tr className={kind === 'sum' ? 'sum' : ''}>
      <th scope="row" className={`consolidated-${kind}`}>
        {name}
      </th>
      <td className="figure-cell">{budget === null ? '—' : <Money yuan={budget} hidesNil />}</td>
      <td className="figure-cell">
        {actual === null ? (
          '—'
        ) : (
          <BookFigure name={name} row={id} section={section} month={DECEMBER} yuan={actual} onOpen={onOpen} />
        )}
      </td>
      <td className="figure-cell">{difference === null ? '—' : <Money yuan={difference} hidesNil />}</td>
      <td className="figure-cell">{percent}</td>
      <td className="words">{reasons.join('；')}</td>
      <td>
        {cite.map((clause) => (
          <ClauseLink key={clause} id={clause} packId={packId} />
        ))}
      </td>
    </tr>
  );
}
