import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { explanationQuery, runsQuery } from '#console/api/queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

interface RunFiguresProps {
  readonly packId: string;
  readonly clauseId: string;
}

/** Everything that the fund paid and took in lies below its closing balance. */
const ROOT = 'fund/closing';
const SHOWN = 4;

/** The figures of the pack's newest run that cite the clause; nothing where no run or no figure does. */
export function RunFigures({ packId, clauseId }: RunFiguresProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const runs = useQuery(runsQuery);
  const run = runs.data?.runs.find((candidate) => candidate.packId === packId);
  const explanation = useQuery({ ...explanationQuery(run?.id ?? '', ROOT), enabled: run !== undefined });
  const figures = explanation.data?.nodes.filter((node) => node.cite.includes(clauseId)) ?? [];
  if (run === undefined || figures.length === 0) return null;
  return (
    <p className="note">
      {t('policy.figuresBy')}{' '}
      {figures.slice(0, SHOWN).map((node) => (
        <Link
          key={node.id}
          className="chip"
          to="/runs/$runId"
          params={{ runId: run.id }}
          search={{ figure: node.id }}
        >
          {pick(node.label)} <code>{node.id}</code>
        </Link>
      ))}
      {figures.length > SHOWN ? t('policy.moreFigures', { count: figures.length }) : null}
    </p>
  );
}
