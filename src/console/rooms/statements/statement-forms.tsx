import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellAt, StatementBody } from '#console/api/statement-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { FormTable } from '#console/rooms/statements/form-table.tsx';
import { Clauses } from '#console/fund/clauses.tsx';

interface StatementFormsProps {
  readonly statement: StatementBody;
  readonly onOpen: (cell: CellAt) => void;
}

/** The forms of a statement one under the other, each with its number, unit and clauses. */
export function StatementForms({ statement, onOpen }: StatementFormsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { subject, insuranceType, period, unit, forms, withoutBooks, head } = statement;
  return (
    <>
      {withoutBooks.length === 0 ? null : (
        <p className="note">{t('statements.withoutBooks', { books: withoutBooks.join('、') })}</p>
      )}
      {forms.map((form) => (
        <section key={form.id} className="fund-section" aria-labelledby={`form-${form.id}`}>
          <div className="section-title">
            <h2 id={`form-${form.id}`}>{pick(form.name)}</h2>
            {form.number === null ? null : <span lang="zh-CN">{form.number}</span>}
            <span className="note">
              {pick(subject.name)} · {t(`schemes.${insuranceType}`)} · {period}
            </span>
            <Clauses ids={form.cite} packHash={statement.packHash} />
            <span className="note unit-note">{t('units.shown', { unit: t(`units.${unit}`) })}</span>
          </div>
          <FormTable form={form} onOpen={onOpen} />
        </section>
      ))}
      <p className="note">{t('statements.head', { head })}</p>
    </>
  );
}
