import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearFigure, YearView } from '#console/api/year-queries.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { AttestForm } from '#console/rooms/years/attest-form.tsx';
import { BasisWords } from '#console/rooms/years/basis-words.tsx';
import { useFieldName } from '#console/rooms/years/field-names.ts';
import { useFigureText } from '#console/rooms/years/figure-text.ts';
import { useSubjectName } from '#console/rooms/years/subject-names.ts';

/** Which figure of a year: of a pool or the fund. */
export interface FigureName {
  readonly subject: string;
  readonly field: string;
}

interface FigureDrawerProps {
  readonly year: YearView;
  /** Closed without one. */
  readonly name: FigureName | undefined;
  readonly mayAttest: boolean;
  readonly onClose: () => void;
}

/** A figure with where it comes from, and the form by which a document says it. */
export function FigureDrawer({ year, name, mayAttest, onClose }: FigureDrawerProps): ReactNode {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const subjectName = useSubjectName(year);
  const title =
    name === undefined
      ? ''
      : t('years.figureTitle', { subject: subjectName(name.subject), field: fieldName(name.field) });
  const figure = year.figures.find((one) => one.subject === name?.subject && one.field === name.field);
  return (
    <Drawer
      open={name !== undefined}
      onClose={onClose}
      size={560}
      title={title}
      aria-label={title}
      destroyOnHidden
    >
      <div className="drawer-parts">
        {figure === undefined ? (
          <p className="note">{t('years.noFigure')}</p>
        ) : (
          <FigureFacts figure={figure} year={year} />
        )}
        {name === undefined ? null : mayAttest ? (
          <AttestForm key={`${name.subject} ${name.field}`} year={year} name={name} onDone={onClose} />
        ) : (
          <p className="note">{t('years.locked')}</p>
        )}
      </div>
    </Drawer>
  );
}

interface FigureFactsProps {
  readonly figure: YearFigure;
  readonly year: YearView;
}

function FigureFacts({ figure, year }: FigureFactsProps): ReactNode {
  const { t } = useTranslation();
  const textOf = useFigureText();
  const { field, value, source, note, recordedBy, recordedAt } = figure;
  return (
    <dl className="facts">
      <dt>{t('years.value')}</dt>
      <dd>
        <strong>{textOf(field, value, true)}</strong>
      </dd>
      <dt>{t('years.source')}</dt>
      <dd>{t(`years.sources.${source.kind}`)}</dd>
      <SourceFacts figure={figure} year={year} />
      <dt>{t('years.recorded')}</dt>
      <dd>
        <WhoWhen by={recordedBy} at={recordedAt} />
      </dd>
      {note === '' ? null : (
        <>
          <dt>{t('years.note')}</dt>
          <dd>{note}</dd>
        </>
      )}
    </dl>
  );
}

function SourceFacts({ figure: { source, subject }, year }: FigureFactsProps): ReactNode {
  const { t } = useTranslation();
  if (source.kind === 'attested') {
    return (
      <>
        <dt>{t('years.document')}</dt>
        <dd>{source.document}</dd>
        <dt>{t('years.documentHash')}</dt>
        <dd>
          <code>{source.documentHash}</code>
        </dd>
      </>
    );
  }
  if (source.kind === 'supervision') {
    return (
      <>
        <dt>{t('years.basis')}</dt>
        <dd>
          {source.cases.map((number) => (
            <Link key={number} to="/fund/supervision/$number" params={{ number }}>
              {t('supervision.caseNumber', { number })}{' '}
            </Link>
          ))}
        </dd>
      </>
    );
  }
  return (
    <>
      <dt>{t('years.basis')}</dt>
      <dd>
        <BasisWords year={year} subject={subject} source={source} />
        {source.kind !== 'ledger' ? null : (
          <div className="note">
            {source.block === null
              ? t('years.unsealed', { through: source.through })
              : t('years.block', { block: source.block, through: source.through })}
          </div>
        )}
      </dd>
    </>
  );
}
