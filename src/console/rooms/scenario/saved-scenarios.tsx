import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  scenariosQuery,
  useScenarioReplay,
  type ReplaceableValue,
  type ReplacedValues,
} from '#console/api/scenario-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { ReplayControl } from '#console/rooms/runs/replay-control.tsx';
import type { ScenarioSummaryBody } from '#contract/scenarios';

interface SavedScenariosProps {
  readonly runId: string;
  /** For the labels of the replaced values. */
  readonly names: readonly ReplaceableValue[];
}

/** The run's saved scenarios: each can be loaded into the form, and reckoned again and compared. */
export function SavedScenarios({ runId, names }: SavedScenariosProps): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(scenariosQuery(runId));
  return (
    <section aria-labelledby="saved-title" className="screen-only">
      <div className="section-title">
        <h2 id="saved-title">{t('scenario.saved')}</h2>
      </div>
      <QueryView query={query}>
        {({ scenarios }) =>
          scenarios.length === 0 ? (
            <p className="note">{t('scenario.noSaved')}</p>
          ) : (
            <div className="table-scroll" role="region" aria-labelledby="saved-title" tabIndex={0}>
              <table className="runs saved">
                <thead>
                  <tr>
                    {(['name', 'values', 'recordedAt', 'hash'] as const).map((column) => (
                      <th key={column} scope="col">
                        {t(`scenario.${column}`)}
                      </th>
                    ))}
                    <th scope="col">{t('runs.replay')}</th>
                  </tr>
                </thead>
                <tbody>
                  {scenarios.map((scenario) => (
                    <SavedRow key={scenario.id} scenario={scenario} names={names} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryView>
    </section>
  );
}

interface SavedRowProps {
  readonly scenario: ScenarioSummaryBody;
  readonly names: readonly ReplaceableValue[];
}

function SavedRow({ scenario, names }: SavedRowProps): ReactNode {
  const { t } = useTranslation();
  const replay = useScenarioReplay(scenario.id);
  return (
    <tr>
      <th scope="row">
        {scenario.name}{' '}
        <Link to="/runs/$runId/scenario" params={{ runId: scenario.runId }} search={searchOf(scenario)}>
          {t('scenario.load')}
        </Link>
        <br />
        <code>{scenario.id}</code>
        {scenario.note === '' ? null : <p className="note data-note">{scenario.note}</p>}
      </th>
      <td>
        <ValueList values={scenario.values} names={names} />
        {scenario.projection === undefined ? null : (
          <div>{t('projection.saved', { years: scenario.projection.years })}</div>
        )}
      </td>
      <td className="figures">
        <RecordedAt instant={scenario.recordedAt} />
      </td>
      <td>
        <code title={scenario.resultHash}>{scenario.resultHash.slice(0, 12)}</code>
      </td>
      <td className="replay">
        <ReplayControl replay={replay} />
      </td>
    </tr>
  );
}

/** What the address carries of a saved scenario. */
function searchOf({ values, projection }: ScenarioSummaryBody) {
  return { ...values, ...(projection === undefined ? {} : { ahead: projection }) };
}

interface ValueListProps {
  readonly values: ReplacedValues;
  readonly names: readonly ReplaceableValue[];
}

function ValueList({ values, names }: ValueListProps): ReactNode {
  const { pick } = useLanguage();
  return Object.entries(values).map(([name, figure]) => {
    const value = names.find((candidate) => candidate.name === name);
    return (
      <div key={name}>
        {value === undefined ? name : pick(value.label)} <b>{figure}</b>
      </div>
    );
  });
}
