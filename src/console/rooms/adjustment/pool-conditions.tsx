import { CheckOutlined, StopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PoolLine } from '#console/api/queries.ts';
import { FigureButton } from '#console/explanation/figure-button.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { Absent } from '#console/rooms/adjustment/absent.tsx';

interface PoolConditionsProps {
  readonly pool: PoolLine;
  /** Whether the rule has conditions; without them nothing has been met either. */
  readonly hasConditions: boolean;
}

/** Whether a pool may draw on the fund; each failed condition leads to why not. */
export function PoolConditions({ pool, hasConditions }: PoolConditionsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const labelOf = useCodeLabel();
  const name = `${pick(pool.name)} ${t('table.conditions')}`;
  if (pool.refusedFor.length === 0 && !hasConditions) return <Absent />;
  if (pool.refusedFor.length === 0) {
    return (
      <FigureButton figure={`gate/${pool.id}`} name={name} text={t('table.met')} className="condition-met">
        <CheckOutlined aria-hidden /> {t('table.met')}
      </FigureButton>
    );
  }
  return pool.refusedFor.map((condition) => {
    const label = labelOf('conditions', condition);
    return (
      <FigureButton
        key={condition}
        figure={whyNot(condition, pool.id)}
        name={name}
        text={label}
        className="condition-failed"
      >
        <StopOutlined aria-hidden /> {label}
      </FigureButton>
    );
  });
}

/** Conditions that bar one form of allocation only, with the stage that tells why; every other bars the pool. */
const STAGES_BARRED: Readonly<Record<string, string>> = {
  emergencyCause: 'emergency',
  gapCause: 'gap_share',
};

function whyNot(condition: string, pool: string): string {
  return `${STAGES_BARRED[condition] ?? 'gate'}/${pool}`;
}
