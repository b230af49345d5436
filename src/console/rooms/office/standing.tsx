import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '#console/app/mark.tsx';

const TONES = { requested: 'warn', confirmed: 'good', refused: 'plain', ended: 'plain' } as const;

/** How something stands that one person asks for and another decides. */
export function Standing({ state }: { readonly state: keyof typeof TONES }): ReactNode {
  const { t } = useTranslation();
  return <Mark tone={TONES[state]}>{t(`office.states.${state}`)}</Mark>;
}
