import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';

interface RoundingNoteProps {
  /** Which total, and by how much it is more than its shown parts. */
  readonly roundings: readonly { readonly name: string; readonly amount: string }[];
}

/** 尾差: in ten thousand yuan each figure is rounded by itself, and where shown parts do not add up it is told. */
export function RoundingNote({ roundings }: RoundingNoteProps): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  if (unit !== 'wan' || roundings.length === 0) return null;
  return (
    <details className="note">
      <summary>{t('statements.roundings', { count: roundings.length })}</summary>
      <ul className="plain-list">
        {roundings.map(({ name, amount }) => (
          <li key={name}>
            {name} {amount}
          </li>
        ))}
      </ul>
    </details>
  );
}
