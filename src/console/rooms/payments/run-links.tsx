import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineRef } from '#console/api/payment-queries.ts';

interface RunLinksProps {
  readonly label: string;
  readonly lines: readonly LineRef[];
}

/** Lines of other runs, each leading to its run: what paid again what came back, or what came back. */
export function RunLinks({ label, lines }: RunLinksProps): ReactNode {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <div className="note">
      {label}{' '}
      {lines.map(({ run, line }) => (
        <Link key={`${run} ${String(line)}`} to="/fund/payments/runs/$id" params={{ id: run }}>
          {t('payments.runs.lineOf', { run: run.slice(0, 8), line })}
        </Link>
      ))}
    </div>
  );
}
