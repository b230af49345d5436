import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#console/i18n/language.ts';
import {
  aheadOf,
  draftOf,
  GROWING,
  type AheadDraft,
  type TypedGrowth,
} from '#console/rooms/scenario/projection/ahead-draft.ts';
import { GrowthField } from '#console/rooms/scenario/projection/growth-field.tsx';
import { floorFault, growthFault } from '#console/rooms/scenario/projection/growth-text.ts';
import type { Bilingual } from '#kernel/bilingual';
import type { ProjectionRequestBody } from '#contract/projections';

export interface NamedPool {
  readonly id: string;
  readonly name: Bilingual;
}

interface ProjectionFormProps {
  readonly ahead: ProjectionRequestBody | undefined;
  readonly pools: readonly NamedPool[];
  readonly onAsk: (ahead: ProjectionRequestBody | undefined) => void;
}

/** Years, growth of all pools and of single ones, and the floor; nothing is reckoned before all growth is given. */
export function ProjectionForm({ ahead, pools, onAsk }: ProjectionFormProps): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<AheadDraft>(() => draftOf(ahead));
  const next = aheadOf(draft);
  return (
    <section aria-labelledby="projection-form-title" className="scenario-card screen-only">
      <div className="section-title">
        <h2 id="projection-form-title">{t('projection.title')}</h2>
        <p className="note">{t('projection.hint')}</p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (next !== undefined) onAsk(next);
        }}
      >
        <CommonFields draft={draft} onChange={setDraft} />
        <PoolFields draft={draft} pools={pools} onChange={setDraft} />
        <p className="note">
          <b>{t('projection.assumed')}</b> {t('projection.rules')}
        </p>
        <div className="projection-actions">
          <Button type="primary" htmlType="submit" disabled={next === undefined}>
            {t('projection.run')}
          </Button>
          <Button disabled={ahead === undefined} onClick={() => onAsk(undefined)}>
            {t('projection.clear')}
          </Button>
        </div>
      </form>
    </section>
  );
}

interface FieldsProps {
  readonly draft: AheadDraft;
  readonly onChange: (draft: AheadDraft) => void;
}

function CommonFields({ draft, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="projection-fields">
      <div className="scenario-field">
        <label htmlFor="projection-years">{t('projection.years')}</label>
        <Select
          id="projection-years"
          className="projection-years"
          value={draft.years}
          options={SPANS}
          onChange={(years) => onChange({ ...draft, years })}
        />
      </div>
      {GROWING.map((name) => (
        <GrowthField
          key={name}
          name={`growth-${name}`}
          label={`${t('projection.growth')} · ${t(`projection.${name}`)}`}
          typed={draft.growth[name] ?? ''}
          suffix="%"
          fault={growthFault(draft.growth[name] ?? '')}
          onType={(text) => onChange({ ...draft, growth: { ...draft.growth, [name]: text } })}
        />
      ))}
      <GrowthField
        name="floor-months"
        label={t('projection.floor')}
        typed={draft.floor}
        suffix={t('scenario.months')}
        placeholder={t('projection.floorHint')}
        fault={floorFault(draft.floor)}
        onType={(floor) => onChange({ ...draft, floor })}
      />
    </div>
  );
}

const SPANS = Array.from({ length: 10 }, (_, index) => ({ value: index + 1, label: String(index + 1) }));

function PoolFields({ draft, pools, onChange }: FieldsProps & Pick<ProjectionFormProps, 'pools'>): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const type = (pool: string, own: TypedGrowth): void => {
    onChange({ ...draft, pools: { ...draft.pools, [pool]: { ...draft.pools[pool], ...own } } });
  };
  return (
    <details className="projection-pools">
      <summary>{t('projection.perPool')}</summary>
      <p className="note">{t('projection.perPoolHint')}</p>
      <table className="own-growth">
        <thead>
          <tr>
            <th scope="col">{t('table.pool')}</th>
            {GROWING.map((name) => (
              <th key={name} scope="col">
                {t(`projection.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pools.map(({ id, name: poolName }) => (
            <tr key={id}>
              <th scope="row">{pick(poolName)}</th>
              {GROWING.map((name) => {
                const typed = draft.pools[id]?.[name] ?? '';
                const isWrong = growthFault(typed) !== undefined;
                return (
                  <td key={name}>
                    <Input
                      name={`growth-${name}-${id}`}
                      aria-label={t('projection.own', {
                        pool: pick(poolName),
                        name: t(`projection.${name}`),
                      })}
                      aria-invalid={isWrong}
                      {...(isWrong ? { status: 'error' as const } : {})}
                      inputMode="decimal"
                      autoComplete="off"
                      value={typed}
                      suffix="%"
                      placeholder={draft.growth[name] ?? ''}
                      onChange={(event) => type(id, { [name]: event.target.value.trim() })}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
