import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '#console/api/queries.ts';

type Origin = NonNullable<ExplainedNode['provenance']>['origin'];

const TAG_COLORS = { published: 'green', synthetic: 'orange', given: 'default' } as const;

/** Says of a given figure whether it was published, made up for demonstration, or typed in. */
export function ProvenanceTag({ origin }: { readonly origin: Origin }): ReactNode {
  const { t } = useTranslation();
  return <Tag color={TAG_COLORS[origin]}>{t(`origins.${origin}`)}</Tag>;
}
