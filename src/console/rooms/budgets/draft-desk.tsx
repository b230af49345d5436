import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { draftFormQuery, type RoundView } from '#console/api/budget-queries.ts';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { DraftFormView } from '#console/rooms/budgets/draft-form.tsx';

const TYPES = ['employee', 'resident'] as const;
type InsuranceType = (typeof TYPES)[number];

interface DraftDeskProps {
  readonly view: RoundView;
  readonly onClose: () => void;
}

/** Chooses whose budget is drafted, and asks for what its estimates take. */
export function DraftDesk({ view: { round }, onClose }: DraftDeskProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const pools = (useQuery(poolsQuery).data ?? []).filter(
    ({ place }) => place === round.place || place.startsWith(`${round.place}/`),
  );
  const [pool, setPool] = useState<string | undefined>();
  const [insuranceType, setType] = useState<InsuranceType | undefined>('resident');
  return (
    <section className="card" aria-label={t('budgets.draftTitle')}>
      <h2>{t('budgets.draftTitle')}</h2>
      <p className="note">{t('budgets.draftText')}</p>
      <div className="fields" role="group" aria-label={t('budgets.draftFor')}>
        <ChoiceField
          label={t('budgets.pool')}
          value={pool}
          options={pools.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t('office.choose')}
          onChange={setPool}
        />
        <ChoiceField
          label={t('budgets.scheme')}
          value={insuranceType}
          options={TYPES.map((value) => ({ value, label: t(`schemes.${value}`) }))}
          onChange={setType}
        />
      </div>
      {pool === undefined || insuranceType === undefined ? null : (
        <Drafting
          key={`${pool} ${insuranceType}`}
          roundId={round.id}
          pool={pool}
          insuranceType={insuranceType}
          onClose={onClose}
        />
      )}
    </section>
  );
}

interface DraftingProps {
  readonly roundId: string;
  readonly pool: string;
  readonly insuranceType: InsuranceType;
  readonly onClose: () => void;
}

function Drafting({ roundId, pool, insuranceType, onClose }: DraftingProps): ReactNode {
  const query = useQuery(draftFormQuery(roundId, pool, insuranceType));
  return (
    <QueryView query={query}>
      {(form) => (
        <DraftFormView roundId={roundId} form={form} insuranceType={insuranceType} onClose={onClose} />
      )}
    </QueryView>
  );
}
