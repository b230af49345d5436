import { Select } from 'antd';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import type { History, Lane, Span } from '#console/rooms/compare/time-line.ts';

/** How the values changed: for one value the versions of every place along the same years. */
export function HistorySection({ histories }: { readonly histories: readonly History[] }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const history = histories.find(({ name }) => name === chosen) ?? histories[0];
  if (history === undefined) return null;
  return (
    <section className="history" aria-labelledby="history-title">
      <h2 id="history-title">{t('compare.history')}</h2>
      <Select
        className="screen-only history-choice"
        aria-label={t('compare.historyOf')}
        value={history.name}
        options={histories.map(({ name, label }) => ({ value: name, label: `${pick(label)}（${name}）` }))}
        onChange={setChosen}
      />
      <figure aria-label={pick(history.label)}>
        <figcaption className="note">
          {t('compare.historyText', { label: pick(history.label), count: history.lanes.length })}
        </figcaption>
        <div className="time-line" role="list">
          {history.lanes.map((lane) => (
            <TimeLane key={lane.packId} lane={lane} />
          ))}
          <Years history={history} />
        </div>
      </figure>
    </section>
  );
}

function TimeLane({ lane }: { readonly lane: Lane }): ReactNode {
  const { pick } = useLanguage();
  return (
    <div className="time-lane" role="listitem">
      <strong>{pick(lane.place)}</strong>
      <ol>
        {lane.spans.map((span) => (
          <TimeSpan
            key={span.version.from}
            span={span}
            packId={lane.packId}
            isAssumed={lane.value.kind === 'delegated'}
          />
        ))}
      </ol>
    </div>
  );
}

interface TimeSpanProps {
  readonly span: Span;
  readonly packId: string;
  readonly isAssumed: boolean;
}

function TimeSpan({ span, packId, isAssumed }: TimeSpanProps): ReactNode {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { from, to, figures, cite } = span.version;
  const told = figures.map(({ cell, text }) =>
    [
      ...cell
        .split('/')
        .filter((member) => member !== '')
        .map((member) => labelOf('cells', member)),
      labelOf('choices', text),
    ].join(' '),
  );
  const period = to === undefined ? t('policy.until', { from }) : t('policy.between', { from, to });
  const place: CSSProperties = { left: `${span.startPercent}%`, width: `${span.widthPercent}%` };
  return (
    <li
      style={place}
      className={isAssumed ? 'time-span time-span-assumed' : 'time-span'}
      title={`${period} ${told.join('；')}`}
    >
      <b>{told.length === 0 ? t('compare.noFigure') : told.join('；')}</b>
      <span>{period}</span>
      <span>
        {cite.map((id) => (
          <ClauseLink key={id} id={id} packId={packId} />
        ))}
      </span>
    </li>
  );
}

/** The years under the lanes; each span tells its own dates in words, so they are for the eye only. */
function Years({ history: { firstYear, lastYear } }: { readonly history: History }): ReactNode {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return (
    <div className="time-years" aria-hidden>
      {years.map((year) => (
        <span key={year}>{year}</span>
      ))}
    </div>
  );
}
