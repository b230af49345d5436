import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplaceableValue } from '#console/api/scenario-queries.ts';
import { Nothing } from '#console/app/page-states.tsx';
import type { Draft } from '#console/rooms/scenario/use-draft.ts';
import { ValueField } from '#console/rooms/scenario/value-field.tsx';

interface ScenarioFormProps {
  readonly values: readonly ReplaceableValue[];
  readonly draft: Draft;
  readonly packId: string;
}

/** A field for each value that the run's policy lets a scenario replace. */
export function ScenarioForm({ values, draft, packId }: ScenarioFormProps): ReactNode {
  const { t } = useTranslation();
  if (values.length === 0) return <Nothing title={t('scenario.nothing')} />;
  return (
    <section aria-labelledby="scenario-form-title" className="scenario-card">
      <div className="section-title">
        <h2 id="scenario-form-title">{t('scenario.form')}</h2>
        <p className="note">{t('scenario.formHint')}</p>
        <Button className="scenario-reset" onClick={draft.reset}>
          {t('scenario.reset')}
        </Button>
      </div>
      <div className="scenario-fields">
        {values.map((value) => (
          <ValueField
            key={value.name}
            value={value}
            typed={draft.typed[value.name] ?? ''}
            onType={(text) => draft.type(value.name, text)}
            packId={packId}
          />
        ))}
      </div>
    </section>
  );
}
