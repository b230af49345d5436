import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '#console/api/queries.ts';
import { Mark } from '#console/app/mark.tsx';

type Origin = NonNullable<ExplainedNode['provenance']>['origin'];

const TONES = { published: 'good', synthetic: 'warn', given: 'plain' } as const;

/** Says of a given figure whether it was published, made up for demonstration, or typed in. */
export function ProvenanceTag({ origin }: { readonly origin: Origin }): ReactNode {
  const { t } = useTranslation();
  return <Mark tone={TONES[origin]}>{t(`origins.${origin}`)}</Mark>;
}
