import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clause, PackValue, Reading } from '#console/api/queries.ts';
import { PackStatus } from '#console/app/pack-status.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import {
  readingsOn,
  stepsCiting,
  valueAnchor,
  valuesCiting,
  type InstrumentClauses,
} from '#console/rooms/policy/pack-sources.ts';
import { RunFigures } from '#console/rooms/policy/run-figures.tsx';
import type { PackViewBody } from '#contract/packs';
import type { Bilingual } from '#kernel/bilingual';

interface InstrumentSectionProps {
  readonly document: InstrumentClauses;
  readonly inheritedFrom: Bilingual | undefined;
  readonly values: readonly PackValue[];
  readonly readings: readonly Reading[];
  readonly family: readonly PackViewBody[];
  readonly anchor: string;
}

/** One document: its number, title and issuer, and its clauses in our words. */
export function InstrumentSection(props: InstrumentSectionProps): ReactNode {
  const { document, inheritedFrom, values, readings, family, anchor } = props;
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { instrument, clauses } = document;
  return (
    <section className="instrument">
      <header>
        <h3>{pick(instrument.title)}</h3>
        <p className="note">
          {instrument.number === undefined ? null : <b lang="zh-CN">{instrument.number}</b>}{' '}
          {pick(instrument.issuer)} <PackStatus status={instrument.status} />{' '}
          {inheritedFrom === undefined ? null : t('policy.inherited', { name: pick(inheritedFrom) })}
        </p>
      </header>
      {clauses.map((clause) => (
        <ClauseEntry
          key={clause.id}
          clause={clause}
          values={valuesCiting(values, clause.id)}
          readings={readingsOn(readings, clause.id)}
          steps={stepsCiting(family, clause.id)}
          packId={family[0]?.id ?? ''}
          isCurrent={clause.id === anchor}
        />
      ))}
    </section>
  );
}

interface ClauseEntryProps {
  readonly clause: Clause;
  readonly values: readonly PackValue[];
  readonly readings: readonly Reading[];
  /** Mechanisms of the adjustment that cite the clause. */
  readonly steps: readonly string[];
  readonly packId: string;
  readonly isCurrent: boolean;
}

function ClauseEntry({ clause, values, readings, steps, packId, isCurrent }: ClauseEntryProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const labelOf = useCodeLabel();
  return (
    <article id={clause.id} tabIndex={-1} className={isCurrent ? 'entry entry-current' : 'entry'}>
      <div className="entry-id">
        <a href={`#${clause.id}`}>{clause.id}</a>
        <span>{pick(clause.article)}</span>
        <span className="note">{labelOf('clauseKinds', clause.kind)}</span>
      </div>
      <div>
        <p>{pick(clause.paraphrase)}</p>
        {clause.open === undefined ? null : (
          <p className="open-point">
            <strong>{t('explanation.open')}</strong> {pick(clause.open)}
          </p>
        )}
        {values.length === 0 ? null : (
          <p className="note">
            {t('policy.usedBy')}{' '}
            {values.map((value) => (
              <a key={value.name} className="chip" href={`#${valueAnchor(value.name)}`}>
                {pick(value.label)}
              </a>
            ))}
          </p>
        )}
        {steps.length === 0 ? null : (
          <p className="note">
            {t('policy.stepsBy')}{' '}
            {steps.map((step) => (
              <span key={step} className="chip">
                {labelOf('mechanisms', step)}
              </span>
            ))}
          </p>
        )}
        <RunFigures packId={packId} clauseId={clause.id} />
        {readings.length === 0 ? null : (
          <p className="note">
            {t('policy.readBy')}{' '}
            {readings.map((reading) => (
              <a key={reading.id} className="chip" href={`#${reading.id}`}>
                {reading.id}
              </a>
            ))}
          </p>
        )}
      </div>
    </article>
  );
}
