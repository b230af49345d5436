import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftForm } from '#console/api/budget-queries.ts';
import { zh } from '#console/i18n/zh.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { faulty, FieldFault } from '#console/rooms/budgets/field-fault.tsx';
import type { DraftState } from '#console/rooms/budgets/draft-state.ts';

interface DraftDriversProps {
  readonly form: DraftForm;
  readonly state: DraftState;
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (drivers: DraftState['drivers']) => void;
}

/** The drivers of the estimates, each with its unit, its value and where that comes from. */
export function DraftDrivers({ form, state, faults, onChange }: DraftDriversProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const unitName = (unit: string): string =>
    Object.hasOwn(zh.budgets.driverUnits, unit) ? t(`budgets.driverUnits.${unit as 'person'}`) : unit;
  return (
    <>
      <h3>{t('budgets.drivers')}</h3>
      <FundTable
        label={t('budgets.drivers')}
        columns={(['driver', 'value', 'source'] as const).map((column) => ({
          label: t(`budgets.${column}`),
        }))}
        none=""
        rows={form.drivers.map(({ id, label, unit }) => {
          const typed = state.drivers[id] ?? {};
          const fault = faults.get(`drivers/${id}`);
          const change = (changed: object): void =>
            onChange({ ...state.drivers, [id]: { ...typed, ...changed } });
          return (
            <tr key={id}>
              <th scope="row">
                {pick(label)} <span className="note">{unitName(unit)}</span>
              </th>
              <td>
                <Input
                  className="amount-input pay-amount"
                  name={`driver-${id}`}
                  aria-label={`${t('budgets.value')} ${pick(label)}`}
                  autoComplete="off"
                  maxLength={40}
                  value={typed.value ?? ''}
                  {...faulty(fault)}
                  onChange={(event) => change({ value: event.target.value })}
                />
                <FieldFault text={fault} />
              </td>
              <td>
                <Input
                  name={`driver-source-${id}`}
                  aria-label={`${t('budgets.source')} ${pick(label)}`}
                  placeholder={state.commonSource}
                  autoComplete="off"
                  maxLength={2000}
                  value={typed.source ?? ''}
                  onChange={(event) => change({ source: event.target.value })}
                />
              </td>
            </tr>
          );
        })}
      />
    </>
  );
}
