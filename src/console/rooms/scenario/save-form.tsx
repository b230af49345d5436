import { SaveOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeepScenario, type ReplacedValues } from '#console/api/scenario-queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import type { ProjectionRequestBody } from '#contract/projections';

interface SaveFormProps {
  readonly runId: string;
  readonly values: ReplacedValues;
  readonly ahead: ProjectionRequestBody | undefined;
  /** The values on screen were reckoned, and nothing else stands in the fields. */
  readonly isReady: boolean;
}

/** Keeps the scenario on screen under a name, with a note. */
export function SaveForm({ runId, values, ahead, isReady }: SaveFormProps): ReactNode {
  const { t } = useTranslation();
  const keep = useKeepScenario();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const id = useId();
  const isVaried = Object.keys(values).length > 0 || ahead !== undefined;
  const canSave = isReady && isVaried && name.trim() !== '';
  const projection = ahead === undefined ? {} : { projection: ahead };
  return (
    <section aria-labelledby={`${id}-title`} className="scenario-card screen-only">
      <h2 id={`${id}-title`}>{t('scenario.save')}</h2>
      <form
        className="scenario-save"
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) keep.mutate({ runId, name: name.trim(), note: note.trim(), values, ...projection });
        }}
      >
        <label htmlFor={`${id}-name`}>{t('scenario.name')}</label>
        <Input
          id={`${id}-name`}
          name="scenario-name"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <label htmlFor={`${id}-note`}>{t('scenario.note')}</label>
        <Input
          id={`${id}-note`}
          name="scenario-note"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button
          htmlType="submit"
          type="primary"
          icon={<SaveOutlined aria-hidden />}
          loading={keep.isPending}
          disabled={!canSave}
        >
          {t('scenario.save')}
        </Button>
      </form>
      <p className="note">{t('scenario.saveHint')}</p>
      <div aria-live="polite">
        {keep.isSuccess ? (
          <p className="scenario-kept">{t('scenario.kept', { name: keep.data.name })}</p>
        ) : null}
        {keep.isError ? <ProblemPanel error={keep.error} /> : null}
      </div>
    </section>
  );
}
