import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useVersionStep, type PlaceVersion, type PlaceVersions } from '#console/api/version-queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { useAccount } from '#console/session/session.ts';
import { StepForm, type StepFields } from '#console/rooms/versions/step-form.tsx';
import { dayOf, mayTake, placesOf, type StepKind } from '#console/rooms/versions/steps.ts';

interface StepButtonsProps {
  readonly place: PlaceVersions;
  readonly hash: string;
  /** Absent for a place's present content, which is no version yet. */
  readonly state?: PlaceVersion['state'];
  readonly steps: readonly StepKind[];
}

/** A button for each step that may come next and that this person's roles take; it opens a form. */
export function StepButtons({ place, hash, state, steps }: StepButtonsProps): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const { packId } = place;
  const own = steps.filter((step) => mayTake(account, placesOf(place), step, state));
  const [open, setOpen] = useState<StepKind | undefined>();
  const take = useVersionStep();
  const choose = (step: StepKind | undefined): void => {
    take.reset();
    setOpen(step);
  };
  const submit = (step: StepKind, fields: StepFields): void => {
    const request =
      step === 'submit'
        ? ({ kind: 'submit', packId, body: { hash, note: fields.note } } as const)
        : ({ kind: 'step', packId, hash, body: { step, ...fields } } as const);
    take.mutate(request, { onSuccess: () => setOpen(undefined) });
  };
  // A step that others took meanwhile is no longer offered; its form closes with it, its refusal stays.
  const shown = open !== undefined && own.includes(open) ? open : undefined;
  return (
    <div className="version-steps screen-only">
      {shown === undefined && own.length > 0 ? (
        <div className="step-buttons">
          {own.map((step) => (
            <Button
              key={step}
              type={step === 'withdraw' ? 'default' : 'primary'}
              onClick={() => choose(step)}
            >
              {t(`versions.steps.${step}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {shown === undefined ? null : (
        <StepForm
          key={shown}
          step={shown}
          day={dayOf(shown, state)}
          isPending={take.isPending}
          onConfirm={(fields) => submit(shown, fields)}
          onCancel={() => choose(undefined)}
        />
      )}
      <div aria-live="polite">
        {take.isError ? <ProblemPanel error={take.error} /> : null}
        {take.isSuccess ? <Recorded events={take.data.events} /> : null}
      </div>
    </div>
  );
}

type Events = NonNullable<ReturnType<typeof useVersionStep>['data']>['events'];

function Recorded({ events }: { readonly events: Events }): ReactNode {
  const { t } = useTranslation();
  const steps = events.map(({ event, actor }) => `${t(`versions.events.${event}`)} ${actor}`);
  return <p className="step-recorded">{t('versions.form.recorded', { steps: steps.join(', ') })}</p>;
}
