import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#console/i18n/language.ts';
import {
  BAND_SHARES,
  bandFaults,
  NEW_BAND,
  personsOfPool,
  type BandDraft,
  type BaseDraft,
} from '#console/rooms/projections/base-draft.ts';

interface BandFieldsProps {
  readonly base: BaseDraft;
  readonly onChange: (bands: readonly BandDraft[]) => void;
}

/** Age bands that the base does not know, one row each with its basis, and the persons of every pool. */
export function BandFields({ base, onChange }: BandFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { bands } = base;
  const change = (at: number, next: Partial<BandDraft>): void =>
    onChange(bands.map((band, index) => (index === at ? { ...band, ...next } : band)));
  return (
    <fieldset className="drivers">
      <legend>{t('fundProjections.bands.title')}</legend>
      <p className="note">{t('fundProjections.bands.hint')}</p>
      <div className="table-scroll">
        <table className="driver-table">
          <thead>
            <tr>
              {(['band', 'years', 'costWeight', ...BAND_SHARES, 'basis'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`fundProjections.bands.${column}`)}
                </th>
              ))}
              <th scope="col" aria-label={t('fundProjections.bands.remove')} />
            </tr>
          </thead>
          <tbody>
            {bands.map((band, index) => (
              <BandRow
                key={index}
                number={index + 1}
                band={band}
                faults={bandFaults(band, index === bands.length - 1)}
                onChange={(next) => change(index, next)}
                onRemove={() => onChange(bands.filter((_, at) => at !== index))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Button size="small" onClick={() => onChange([...bands, NEW_BAND])}>
        {t('fundProjections.bands.add')}
      </Button>
      {bands.length === 0 ? null : <PersonFields base={base} onChange={change} />}
    </fieldset>
  );
}

interface BandRowProps {
  readonly number: number;
  readonly band: BandDraft;
  readonly faults: readonly (keyof BandDraft)[];
  readonly onChange: (next: Partial<BandDraft>) => void;
  readonly onRemove: () => void;
}

function BandRow({ number, band, faults, onChange, onRemove }: BandRowProps): ReactNode {
  const { t } = useTranslation();
  const cell = (
    field: Exclude<keyof BandDraft, 'persons'>,
    column: 'band' | 'years' | 'costWeight' | 'basis' | (typeof BAND_SHARES)[number],
  ): ReactNode => {
    const isShare = (BAND_SHARES as readonly string[]).includes(field);
    const isWrong = faults.includes(field) && band[field] !== '';
    return (
      <td key={field}>
        <Input
          name={`band-${number}-${field}`}
          aria-label={t('fundProjections.bands.of', { number, field: t(`fundProjections.bands.${column}`) })}
          aria-invalid={isWrong}
          {...(isWrong ? { status: 'error' as const } : {})}
          className={field === 'basis' ? 'driver-basis' : ''}
          autoComplete="off"
          maxLength={field === 'basis' ? 2000 : 64}
          {...(isShare ? { suffix: '%' } : {})}
          value={band[field]}
          onChange={({ target }) =>
            onChange({ [field]: field === 'basis' ? target.value : target.value.trim() })
          }
        />
      </td>
    );
  };
  return (
    <tr>
      {cell('id', 'band')}
      {cell('years', 'years')}
      {cell('costWeight', 'costWeight')}
      {BAND_SHARES.map((share) => cell(share, share))}
      {cell('basis', 'basis')}
      <td>
        <Button size="small" onClick={onRemove} aria-label={t('fundProjections.bands.removeOf', { number })}>
          {t('fundProjections.bands.remove')}
        </Button>
      </td>
    </tr>
  );
}

interface PersonFieldsProps {
  readonly base: BaseDraft;
  readonly onChange: (band: number, next: Partial<BandDraft>) => void;
}

/** Persons of each pool by band; they make up its insured where the base tells them. */
function PersonFields({ base, onChange }: PersonFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <div className="table-scroll">
      <table className="driver-table">
        <thead>
          <tr>
            <th scope="col">{t('fundProjections.page.pool')}</th>
            {base.bands.map((band, index) => (
              <th key={index} scope="col">
                {t('fundProjections.bands.personsOf', { band: band.id })}
              </th>
            ))}
            <th scope="col">{t('fundProjections.form.persons')}</th>
          </tr>
        </thead>
        <tbody>
          {base.pools.map(({ id, name, insured }) => (
            <tr key={id}>
              <th scope="row">{pick(name)}</th>
              {base.bands.map((band, index) => (
                <td key={index}>
                  <Input
                    name={`persons-${id}-${index + 1}`}
                    aria-label={t('fundProjections.bands.personsIn', {
                      pool: pick(name),
                      number: index + 1,
                    })}
                    inputMode="numeric"
                    autoComplete="off"
                    value={band.persons[id] ?? ''}
                    onChange={({ target }) =>
                      onChange(index, { persons: { ...band.persons, [id]: target.value.trim() } })
                    }
                  />
                </td>
              ))}
              <td>
                <Total total={personsOfPool(base, id)} insured={insured} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Total({
  total,
  insured,
}: {
  readonly total: number | undefined;
  readonly insured: number | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const shown = total?.toLocaleString('en') ?? '—';
  if (insured === undefined) return shown;
  const isOther = total !== undefined && total !== insured;
  return (
    <span className={isOther ? 'field-fault' : ''}>
      {t('fundProjections.bands.total', { total: shown, insured: insured.toLocaleString('en') })}
    </span>
  );
}
