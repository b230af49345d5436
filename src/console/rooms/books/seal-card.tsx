import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  sealQuery,
  useVerifyLedger,
  type LedgerSeal,
  type Verification,
} from '#console/api/ledger-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { PastVerifications } from '#console/rooms/books/past-verifications.tsx';
import { VerificationChecks } from '#console/rooms/books/verification-checks.tsx';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** How far the ledger is sealed, what its last verification found, and a button for another one. */
export function SealCard(): ReactNode {
  const query = useQuery(sealQuery);
  return <QueryView query={query}>{(seal) => <Seal seal={seal} />}</QueryView>;
}

function Seal({ seal }: { readonly seal: LedgerSeal }): ReactNode {
  const { t } = useTranslation();
  const mayVerify = holds(useAccount(), ['auditor', 'fund_checker']);
  const verify = useVerifyLedger();
  const [isShown, setShown] = useState(false);
  const [isPastShown, setPastShown] = useState(false);
  const { head, last, unsealed, isRunning } = seal;
  const tone = last === null ? '' : last.isSound ? 'seal-sound' : 'seal-broken';
  return (
    <>
      <section className={`seal ${tone}`} aria-label={t('books.seal.title')}>
        <dl>
          <Fact label={t('books.seal.head')}>
            {head === null ? (
              t('books.seal.noHead')
            ) : (
              <>
                {t('books.seal.block', { number: head.number })}{' '}
                <code title={head.mac}>{head.mac.slice(0, 12)}</code>
              </>
            )}
          </Fact>
          {head === null ? null : (
            <Fact label={t('books.seal.sealedAt')}>
              <RecordedAt instant={head.sealedAt} />
            </Fact>
          )}
          <Fact label={t('books.seal.unsealed')}>{t('books.seal.events', { events: unsealed })}</Fact>
          <Fact label={t('books.seal.last')}>
            {last === null ? t('books.seal.never') : <LastVerification last={last} />}
          </Fact>
        </dl>
        <span className="row-actions screen-only">
          {last === null ? null : (
            <ToggleButton
              label={t(isShown ? 'books.seal.hide' : 'books.seal.show')}
              isOpen={isShown}
              onToggle={setShown}
            />
          )}
          <ToggleButton
            label={t(isPastShown ? 'books.seal.hideHistory' : 'books.seal.showHistory')}
            isOpen={isPastShown}
            onToggle={setPastShown}
          />
          {mayVerify ? (
            <Button
              type="primary"
              icon={<SafetyCertificateOutlined aria-hidden />}
              loading={verify.isPending}
              disabled={isRunning}
              onClick={() => verify.mutate(undefined, { onSuccess: () => setShown(true) })}
            >
              {t('books.seal.verify')}
            </Button>
          ) : null}
        </span>
      </section>
      <AuditBundle holding={seal.bundle} />
      <div aria-live="polite">
        {verify.isError ? <ProblemPanel error={verify.error} /> : null}
        {isShown && last !== null ? <VerificationChecks verification={last} /> : null}
        {isPastShown ? <PastVerifications /> : null}
      </div>
    </>
  );
}

/** All that proves the books of the own places elsewhere, as a file; who may not have it is told who may. */
function AuditBundle({ holding }: { readonly holding: LedgerSeal['bundle'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <p className="note screen-only">
      {holding === 'none' ? null : (
        <Button
          size="small"
          icon={<DownloadOutlined aria-hidden />}
          href="/api/v1/ledger/audit-bundle.zip"
          download
        >
          {t('books.seal.bundle')}
        </Button>
      )}{' '}
      {t(`books.seal.bundleText.${holding}`)}
    </p>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LastVerification({ last }: { readonly last: Verification }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Mark tone={last.isSound ? 'good' : 'warn'}>
        {t(last.isSound ? 'books.seal.sound' : 'books.seal.broken')}
      </Mark>{' '}
      <RecordedAt instant={last.at} /> <Person id={last.by} />
    </>
  );
}
