import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { journalQuery, poolsQuery } from '#console/api/ledger-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { usePacks } from '#console/fund/use-packs.ts';

interface TemplateWordProps {
  readonly template: string;
  readonly pool: string;
}

/** A template's name in the present words of the pack of the pool's place. */
export function TemplateWord({ template, pool }: TemplateWordProps): ReactNode {
  const { pick } = useLanguage();
  const { ofPlace } = usePacks();
  const place = useQuery(poolsQuery).data?.find(({ id }) => id === pool)?.place ?? '';
  const found = useQuery(journalQuery(ofPlace(place))).data?.templates.find(({ id }) => id === template);
  return found === undefined ? <code>{template}</code> : <span title={template}>{pick(found.name)}</span>;
}
