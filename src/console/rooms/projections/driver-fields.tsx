import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeId } from '#console/api/fund-projection-queries.ts';
import {
  DRIVERS,
  hasFault,
  type DriverDraft,
  type DriverId,
  type ProjectionDraft,
} from '#console/rooms/projections/projection-draft.ts';
import { growthFault } from '#console/rooms/scenario/projection/growth-text.ts';

interface DriverFieldsProps {
  readonly scheme: SchemeId;
  readonly draft: ProjectionDraft;
  readonly onChange: (next: Partial<ProjectionDraft>) => void;
}

const RATES = ['rate', 'low', 'high'] as const;

/** The drivers of one insurance type: the central rate, how far it may go, and where that comes from. */
export function DriverFields({ scheme, draft, onChange }: DriverFieldsProps): ReactNode {
  const { t } = useTranslation();
  const drivers = draft.schemes[scheme];
  if (drivers === undefined) return null;
  const change = (id: DriverId, next: Partial<DriverDraft>): void => {
    const changed = { ...drivers, [id]: { ...drivers[id], ...next } };
    onChange({ schemes: { ...draft.schemes, [scheme]: changed } });
  };
  const isFaulty = DRIVERS.some((id) => hasFault(drivers[id]));
  return (
    <fieldset className="drivers">
      <legend>
        {t('fundProjections.drivers.title')} · {t(`schemes.${scheme}`)}
      </legend>
      <p className="note">{t('fundProjections.drivers.hint')}</p>
      <div className="table-scroll">
        <table className="driver-table">
          <thead>
            <tr>
              <th scope="col">{t('fundProjections.drivers.driver')}</th>
              {RATES.map((field) => (
                <th key={field} scope="col">
                  {t(`fundProjections.drivers.${field}`)}
                </th>
              ))}
              <th scope="col">{t('fundProjections.scenario.rate')}</th>
              <th scope="col">{t('fundProjections.drivers.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {DRIVERS.map((id) => (
              <DriverRow
                key={id}
                scheme={scheme}
                id={id}
                driver={drivers[id]}
                onChange={(next) => change(id, next)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {isFaulty ? <p className="field-fault">{t('fundProjections.drivers.fault')}</p> : null}
    </fieldset>
  );
}

interface DriverRowProps {
  readonly scheme: SchemeId;
  readonly id: DriverId;
  readonly driver: DriverDraft;
  readonly onChange: (next: Partial<DriverDraft>) => void;
}

function DriverRow({ scheme, id, driver, onChange }: DriverRowProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = (field: string): string =>
    t('fundProjections.drivers.of', {
      scheme: t(`schemes.${scheme}`),
      driver: t(`fundProjections.drivers.${id}`),
      field,
    });
  const rateCell = (field: 'rate' | 'low' | 'high' | 'scenario', label: string): ReactNode => {
    const isWrong = growthFault(driver[field]) !== undefined;
    return (
      <td key={field}>
        <Input
          name={`${scheme}-${id}-${field}`}
          aria-label={nameOf(label)}
          aria-invalid={isWrong}
          {...(isWrong ? { status: 'error' as const } : {})}
          inputMode="decimal"
          autoComplete="off"
          suffix="%"
          value={driver[field]}
          onChange={(event) => onChange({ [field]: event.target.value.trim() })}
        />
      </td>
    );
  };
  return (
    <tr>
      <th scope="row">
        {t(`fundProjections.drivers.${id}`)}
        {driver.outcomes === undefined || driver.low !== '' ? null : (
          <div className="note">
            {t('fundProjections.drivers.discrete', { outcomes: driver.outcomes.outcomes.length })}
          </div>
        )}
      </th>
      {RATES.map((field) => rateCell(field, t(`fundProjections.drivers.${field}`)))}
      {rateCell('scenario', t('fundProjections.scenario.rate'))}
      <td>
        <Input
          className="driver-basis"
          name={`${scheme}-${id}-basis`}
          aria-label={nameOf(t('fundProjections.drivers.basis'))}
          autoComplete="off"
          maxLength={2000}
          value={driver.basis}
          onChange={(event) => onChange({ basis: event.target.value })}
        />
      </td>
    </tr>
  );
}
