import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useAskDrop,
  useCorrectYear,
  useDecideYear,
  useFreezeYear,
  useProposeYear,
  type NextYearStep,
  type YearView,
} from '#console/api/year-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { TextField } from '#console/form/text-field.tsx';

type Step = Exclude<NextYearStep['step'], 'opened' | 'paid'>;

/** The words of each step, and whether its note may be left out or is a reason. */
const STEPS = {
  frozen: { title: 'freeze', text: 'freezeText', note: 'note' },
  proposed: { title: 'propose', text: 'proposeText', note: 'note' },
  checked: { title: 'check', text: 'checkText', note: 'note' },
  approved: { title: 'approve', text: 'approveText', note: 'note' },
  returned: { title: 'giveBack', text: 'giveBackText', note: 'reason' },
  dropped: { title: 'drop', text: 'dropText', note: 'reason' },
  drop_asked: { title: 'askDrop', text: 'askDropText', note: 'reason' },
  corrected: { title: 'correct', text: 'correctText', note: 'reason' },
} as const satisfies Readonly<Record<Step, object>>;

interface StepCardProps {
  readonly year: YearView;
  readonly step: Step;
}

/** A step that this person may do now, with what it does and the note that is kept with it. */
export function StepCard({ year, step }: StepCardProps): ReactNode {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const act = useStep(year.id, step);
  const { title, text, note: noteKind } = STEPS[step];
  const isAgain = step === 'frozen' && year.phase === 'frozen';
  const isConfirmed = step === 'dropped' && year.phase === 'dropping';
  const isLesser = (STEPS[step].note === 'reason' && !isConfirmed) || isAgain;
  const isRefused = step === 'returned' && year.phase === 'dropping';
  const isReady = noteKind !== 'reason' || note.trim() !== '';
  const name = t(`years.${isAgain ? 'refreeze' : isRefused ? 'keep' : title}`);
  return (
    <form
      className="step-card"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) act.mutate(note.trim(), { onSuccess: () => setNote('') });
      }}
    >
      <h3>{name}</h3>
      <p className="note">{t(isRefused ? 'years.keepText' : `years.${text}`)}</p>
      <TextField
        label={t(noteKind === 'reason' ? 'years.reason' : 'years.note')}
        name={`note-${step}`}
        value={note}
        onChange={setNote}
        maxLength={2000}
      />
      <div>
        <Button
          htmlType="submit"
          type={isLesser ? 'default' : 'primary'}
          disabled={!isReady}
          loading={act.isPending}
        >
          {name}
        </Button>
      </div>
      <ActionProblem of={act} />
    </form>
  );
}

interface Act {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: Error | null;
  readonly mutate: (note: string, options: { readonly onSuccess: () => void }) => void;
}

function useStep(id: string, step: Step): Act {
  const freeze = useFreezeYear(id);
  const propose = useProposeYear(id);
  const decide = useDecideYear(id);
  const correct = useCorrectYear(id);
  const askDrop = useAskDrop(id);
  switch (step) {
    case 'frozen':
      return freeze;
    case 'proposed':
      return propose;
    case 'corrected':
      return correct;
    case 'drop_asked':
      return askDrop;
    default:
      return {
        isPending: decide.isPending,
        isError: decide.isError,
        error: decide.error,
        mutate: (note, options) => decide.mutate({ decision: step, note }, options),
      };
  }
}
