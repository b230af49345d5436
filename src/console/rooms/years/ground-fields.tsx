import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { packsQuery } from '#console/api/queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import type { PackListBody } from '#contract/packs';

const TYPES = ['employee', 'resident'] as const;

/** Which year of which insurance type is meant, and by whose policy. */
export interface Ground {
  readonly insuranceType: (typeof TYPES)[number];
  readonly year: number;
  readonly pack: string;
}

interface GroundState {
  /** Undefined while something is missing. */
  readonly ground: Ground | undefined;
  readonly fields: ReactNode;
}

/**
 * Asks for a year, an insurance type and a policy. A year is that of the document of its place or of one above: only packs
 * of these are offered, and `own` unless another is chosen.
 */
export function useGround(
  name: string,
  usualYear: string,
  places: readonly string[],
  own?: string,
): GroundState {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const all = useQuery(packsQuery).data?.packs ?? [];
  const [insuranceType, setType] = useState<Ground['insuranceType'] | undefined>('employee');
  const [year, setYear] = useState(usualYear);
  const [chosen, setPack] = useState<string | undefined>();
  const packs = all.filter((pack) => isOf(pack, places));
  const pack = packs.find(({ id }) => id === (chosen ?? own)) ?? (own === undefined ? packs[0] : undefined);
  const isWhole = insuranceType !== undefined && pack !== undefined && /^\d{4}$/.test(year);
  return {
    ground: isWhole ? { insuranceType, year: Number(year), pack: pack.id } : undefined,
    fields: (
      <>
        <ChoiceField
          label={t('years.scheme')}
          value={insuranceType}
          options={TYPES.map((value) => ({ value, label: t(`schemes.${value}`) }))}
          onChange={setType}
        />
        <TextField
          label={t('years.year')}
          name={name}
          value={year}
          maxLength={4}
          hint={t('years.yearHint')}
          onChange={setYear}
        />
        <ChoiceField
          label={t('years.pack')}
          value={pack?.id}
          options={packs.map(({ id, name: called }) => ({ value: id, label: pick(called) }))}
          placeholder={t('office.choose')}
          onChange={setPack}
        />
      </>
    ),
  };
}

function isOf({ places: own }: PackListBody['packs'][number], places: readonly string[]): boolean {
  return places.some((place) => own.some((one) => place === one || place.startsWith(`${one}/`)));
}
