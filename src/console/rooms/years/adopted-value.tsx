import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { packFamilyQuery } from '#console/api/queries.ts';
import type { Matter } from '#console/api/year-queries.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { useLanguage } from '#console/i18n/language.ts';

/** What an adoption would make binding: the value by its name, and the figure, be it the pack's own or another. */
export function AdoptedValue({ matter }: { readonly matter: Matter }): ReactNode {
  const { pick } = useLanguage();
  const labelOf = useCodeLabel();
  const { value: name, figure } = matter.content;
  const family = useQuery({ ...packFamilyQuery(matter.packId), enabled: name !== undefined }).data ?? [];
  const value = family.flatMap(({ values }) => values).find((one) => one.name === name);
  if (value === undefined) return name;
  const version = value.versions.findLast(({ from }) => from <= `${matter.year}-12-31`);
  const own = (version?.figures ?? []).map(({ cell, text }) =>
    [
      cell
        .split('/')
        .filter((member) => member !== '')
        .map((member) => labelOf('cells', member))
        .join(' · '),
      labelOf('choices', text),
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
  return (
    <>
      {pick(value.label)} = {figure === undefined ? own.join('；') : labelOf('choices', figure)}
    </>
  );
}
