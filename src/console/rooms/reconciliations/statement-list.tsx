import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OtherStatement } from '#console/api/reconciliation-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { BooksChoice } from '#console/fund/books-choice.tsx';
import { chooseStatements, type StatementChoice } from '#console/rooms/reconciliations/choose-statements.ts';

/** More rows than this are looked through by nobody, and a page of thousands answers slowly. */
const PAGE = 100;
/** As few are seen at a glance. */
const FEW = 20;

const STATES = ['open', 'closing_proposed', 'reconciled', 'replaced'] as const;

interface StatementListProps {
  readonly statements: readonly OtherStatement[];
  readonly children: (shown: readonly OtherStatement[]) => ReactNode;
}

/** Of many statements those of some books and of some state, a page at first. */
export function StatementList({ statements, children }: StatementListProps): ReactNode {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<StatementChoice>({});
  const [most, setMost] = useState(PAGE);
  const chosen = chooseStatements(statements, choice);
  const choose = (changed: StatementChoice): void => {
    setChoice({ ...choice, ...changed });
    setMost(PAGE);
  };
  return (
    <>
      {statements.length <= FEW ? null : (
        <div className="fields screen-only" role="search" aria-label={t('reconciliations.choose.label')}>
          <BooksChoice value={choice.books} isOptional onChange={(books) => choose({ books })} />
          <ChoiceField
            label={t('reconciliations.columns.state')}
            value={choice.state}
            options={STATES.map((state) => ({ value: state, label: t(`reconciliations.states.${state}`) }))}
            placeholder={t('books.any')}
            isOptional
            onChange={(state) => choose({ state: STATES.find((one) => one === state) })}
          />
        </div>
      )}
      {statements.length > 0 && chosen.length === 0 ? (
        <p className="office-none">{t('reconciliations.choose.none')}</p>
      ) : (
        children(chosen.slice(0, most))
      )}
      {chosen.length <= most ? null : (
        <p className="screen-only">
          <Button onClick={() => setMost(most + PAGE)}>
            {t('reconciliations.choose.more', { shown: most, all: chosen.length })}
          </Button>
        </p>
      )}
    </>
  );
}
