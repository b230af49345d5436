import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { AddFigureForm } from '#console/rooms/years/add-figure-form.tsx';
import { FigureDrawer, type FigureName } from '#console/rooms/years/figure-drawer.tsx';
import { useFieldName } from '#console/rooms/years/field-names.ts';
import { useFigureText } from '#console/rooms/years/figure-text.ts';
import { Section } from '#console/fund/section.tsx';
import { FUND_SUBJECT, useSubjectName } from '#console/rooms/years/subject-names.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** Every figure of the year by item and pool, each of which opens its source; what is missing stands out. */
export function FiguresSection({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<FigureName | undefined>();
  const [isAdding, setAdding] = useState(false);
  const isUnlocked = year.phase === 'gathering' || year.phase === 'frozen';
  const account = useAccount();
  const mayAttest = isUnlocked && holds(account, ['fund_maker'], year.place);
  const add = (
    <ToggleButton label={t('years.addFigure')} isOpen={isAdding} onToggle={setAdding} look="small" />
  );
  return (
    <Section
      title={t('years.figures')}
      text={t('years.figuresText')}
      aside={
        <>
          {mayAttest ? add : null}
          <UnitNote />
        </>
      }
    >
      {isAdding ? (
        <AddFigureForm
          year={year}
          onChosen={(name) => {
            setAdding(false);
            setOpened(name);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      <Matrix year={year} onOpen={setOpened} />
      <p className="note">
        {(['ledger', 'matters', 'budget', 'supervision', 'attested'] as const).map((kind) => (
          <span key={kind}>
            <span className="source-mark">{t(`years.sourceMarks.${kind}`)}</span>{' '}
            {t(`years.sources.${kind}`)}{' '}
          </span>
        ))}
      </p>
      <FigureDrawer year={year} name={opened} mayAttest={mayAttest} onClose={() => setOpened(undefined)} />
    </Section>
  );
}

interface MatrixProps {
  readonly year: YearView;
  readonly onOpen: (name: FigureName) => void;
}

function Matrix({ year, onOpen }: MatrixProps): ReactNode {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const subjectName = useSubjectName(year);
  const names = [...year.missing, ...year.figures];
  const subjects = [...year.pools.map(({ id }) => id), FUND_SUBJECT];
  const fields = [...new Set(names.map(({ field }) => field))];
  return (
    <div className="table-scroll" role="region" aria-label={t('years.figures')} tabIndex={0}>
      <table className="fund-table figures-matrix">
        <thead>
          <tr>
            <th scope="col">{t('years.item')}</th>
            {subjects.map((subject) => (
              <th key={subject} scope="col" className="figure-cell">
                {subjectName(subject)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th>
              {subjects.map((subject) => (
                <td key={subject}>
                  <Cell year={year} name={{ subject, field }} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ year, name, onOpen }: MatrixProps & { readonly name: FigureName }): ReactNode {
  const { t } = useTranslation();
  const textOf = useFigureText();
  const fieldName = useFieldName();
  const subjectName = useSubjectName(year);
  const { subject, field } = name;
  const isIt = (one: FigureName): boolean => one.subject === subject && one.field === field;
  const figure = year.figures.find(isIt);
  const title = t('years.figureTitle', { subject: subjectName(subject), field: fieldName(field) });
  if (figure === undefined && !year.missing.some(isIt)) return null;
  const text = figure === undefined ? t('years.absent') : textOf(field, figure.value);
  return (
    <button
      type="button"
      className={figure === undefined ? 'figure absent-figure' : 'figure'}
      aria-haspopup="dialog"
      aria-label={`${title} ${text}`}
      onClick={() => onOpen(name)}
    >
      {text}
      {figure === undefined ? null : (
        <span className="source-mark" aria-label={t(`years.sources.${figure.source.kind}`)}>
          {t(`years.sourceMarks.${figure.source.kind}`)}
        </span>
      )}
    </button>
  );
}
