import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { UnitSwitch } from '#console/amounts/unit-switch.tsx';
import { packsQuery, runQuery } from '#console/api/queries.ts';
import { RunChoice } from '#console/app/run-choice.tsx';
import { AccountMenu } from '#console/session/account-menu.tsx';
import { LANGUAGES, useLanguage } from '#console/i18n/language.ts';

/** Names of the languages in themselves: who cannot read the page must still find the switch. */
const LANGUAGE_NAMES = { zh: '中文', en: 'English' } as const;

export function TopBar(): ReactNode {
  const { t } = useTranslation();
  return (
    <header className="top-bar">
      <Link to="/" className="wordmark" aria-label={`${t('product')} — ${t('productLine')}`}>
        <img src="/mark.svg" alt="" width={24} height={24} />
        <span className="wordmark-name" lang="zh-CN">
          统筹
        </span>
        <span className="wordmark-line">{t('productLine')}</span>
      </Link>
      <Where />
      <div className="switches">
        <UnitSwitch />
        <LanguageSwitch />
      </div>
      <AccountMenu />
    </header>
  );
}

/** Place and year of what is on screen. */
function Where(): ReactNode {
  const { pick } = useLanguage();
  const { runId, packId } = useParams({ strict: false });
  const run = useQuery({ ...runQuery(runId ?? ''), enabled: runId !== undefined });
  const packs = useQuery({ ...packsQuery, enabled: packId !== undefined });
  const pack = packs.data?.packs.find((candidate) => candidate.id === packId);
  if (runId !== undefined && run.data !== undefined) return <RunChoice view={run.data} />;
  return <p className="where">{pack === undefined ? null : <strong>{pick(pack.name)}</strong>}</p>;
}

function LanguageSwitch(): ReactNode {
  const { t, i18n } = useTranslation();
  const { language } = useLanguage();
  return (
    <Segmented
      aria-label={t('language.choose')}
      name="language"
      size="small"
      value={language}
      options={LANGUAGES.map((value) => ({
        value,
        label: <span lang={value === 'zh' ? 'zh-CN' : 'en'}>{LANGUAGE_NAMES[value]}</span>,
      }))}
      onChange={(next) => void i18n.changeLanguage(next)}
    />
  );
}
