import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { placesQuery, type Place } from '#console/api/register-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { OfficeFrame } from '#console/rooms/office/office-frame.tsx';
import { PoolRow } from '#console/rooms/office/pool-row.tsx';
import { RegisterForm } from '#console/rooms/office/register-form.tsx';
import { RegisterImport } from '#console/rooms/office/register-import.tsx';
import { Section } from '#console/fund/section.tsx';
import { holds, useAccount } from '#console/session/session.ts';

type Opened = 'form' | 'import' | undefined;

/** The register of places, pools and adjustment funds; administrators add to it, and nothing of it is ever changed. */
export function RegisterPage(): ReactNode {
  const { t } = useTranslation();
  const mayAct = holds(useAccount(), ['administrator']);
  const places = useQuery(placesQuery);
  const pools = useQuery(poolsQuery);
  const [opened, setOpened] = useState<Opened>();
  const toggle = (which: 'form' | 'import') => (): void => setOpened(opened === which ? undefined : which);
  const actions = (
    <span className="row-actions">
      <Button
        icon={<ImportOutlined aria-hidden />}
        aria-expanded={opened === 'import'}
        onClick={toggle('import')}
      >
        {t('office.register.import')}
      </Button>
      <Button
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        aria-expanded={opened === 'form'}
        onClick={toggle('form')}
      >
        {t('office.register.add')}
      </Button>
    </span>
  );
  const heads = (names: readonly ('name' | 'place' | 'level' | 'kind' | 'fund' | 'since' | 'history')[]) =>
    names.map((name) => ({ label: t(`office.register.${name}`) }));
  const none = t(mayAct ? 'office.register.none' : 'office.register.noneForReader');
  return (
    <OfficeFrame part="register" actions={mayAct ? actions : null}>
      {opened === 'form' ? <RegisterForm onClose={() => setOpened(undefined)} /> : null}
      {opened === 'import' ? <RegisterImport onClose={() => setOpened(undefined)} /> : null}
      <Section title={t('office.register.places')}>
        <QueryView query={places}>
          {(all) => (
            <FundTable
              label={t('office.register.places')}
              columns={heads(['name', 'place', 'level', 'since'])}
              none={none}
              rows={all.map((place) => (
                <PlaceRow key={place.path} place={place} />
              ))}
            />
          )}
        </QueryView>
      </Section>
      <Section title={t('office.register.pools')} text={t('office.register.poolsText')}>
        <QueryView query={pools}>
          {(all) => (
            <FundTable
              label={t('office.register.pools')}
              columns={heads(['name', 'kind', 'place', 'fund', 'since', 'history'])}
              none={none}
              rows={all.map((pool) => (
                <PoolRow key={pool.id} pool={pool} />
              ))}
            />
          )}
        </QueryView>
      </Section>
    </OfficeFrame>
  );
}

/** A place stands below the one that it lies in, indented by its depth. */
function PlaceRow({ place: { path, name, level, since, until } }: { readonly place: Place }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const depth = path.split('/').length - 1;
  return (
    <tr className={until === null ? '' : 'row-over'}>
      <th scope="row" style={{ paddingInlineStart: `calc(var(--cell-inset, 0.75rem) + ${depth} * 1.25rem)` }}>
        {pick(name)}
      </th>
      <td>
        <code>{path}</code>
      </td>
      <td>{t(`office.levels.${level}`)}</td>
      <td className="figures">
        {since}
        {until === null ? null : ` – ${until}`}
      </td>
    </tr>
  );
}
