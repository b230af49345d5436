import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '#console/form/text-field.tsx';
import type { ProjectionDraft } from '#console/rooms/projections/projection-draft.ts';

interface ScenarioFieldsProps {
  readonly draft: ProjectionDraft;
  readonly onChange: (next: Partial<ProjectionDraft>) => void;
}

/** The scenario beside the baseline: its name, why, and the levy rate; its rates stand with the drivers. */
export function ScenarioFields({ draft, onChange }: ScenarioFieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="drivers">
      <legend>{t('fundProjections.scenario.title')}</legend>
      <p className="note">{t('fundProjections.scenario.hint')}</p>
      <div className="fields">
        <TextField
          label={t('fundProjections.scenario.name')}
          name="scenario-name"
          value={draft.scenarioName}
          maxLength={200}
          onChange={(scenarioName) => onChange({ scenarioName })}
        />
        <TextField
          label={t('fundProjections.scenario.basis')}
          name="scenario-basis"
          value={draft.scenarioBasis}
          maxLength={2000}
          onChange={(scenarioBasis) => onChange({ scenarioBasis })}
        />
        <TextField
          label={t('fundProjections.scenario.levy')}
          name="scenario-levy"
          value={draft.levy}
          hint={t('fundProjections.scenario.levyHint')}
          onChange={(levy) => onChange({ levy: levy.trim() })}
        />
        <TextField
          label={t('fundProjections.scenario.levyFrom')}
          name="scenario-levy-from"
          value={draft.levyFrom}
          type="number"
          onChange={(levyFrom) => onChange({ levyFrom: levyFrom.trim() })}
        />
      </div>
    </fieldset>
  );
}
