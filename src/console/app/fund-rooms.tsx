import {
  BankOutlined,
  AlertOutlined,
  BookOutlined,
  CalendarOutlined,
  FundOutlined,
  ProfileOutlined,
  ReconciliationOutlined,
  SafetyCertificateOutlined,
} from '@ant-design/icons';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FUND_READERS, STATEMENT_READERS } from '#console/fund/fund-roles.ts';
import { BUDGET_READERS } from '#console/rooms/budgets/budget-roles.ts';
import { SUPERVISION_READERS } from '#console/rooms/supervision/supervision-roles.ts';
import { YEAR_READERS } from '#console/rooms/years/year-roles.ts';
import { RECONCILIATION_READERS } from '#console/rooms/reconciliations/reconciler-roles.ts';
import { holds, useAccount } from '#console/session/session.ts';

const BOOKS = /^\/fund\/(books|journal|events|approvals|openings)(\/|$)/;

/** Books, payments, statements, years and budgets, for who may read them. */
export function FundRooms(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (!holds(account, FUND_READERS)) return null;
  return (
    <>
      <Link
        to="/fund/books"
        className="room room-first"
        {...(BOOKS.test(path) ? { 'aria-current': 'page' as const } : {})}
      >
        <BookOutlined aria-hidden />
        <span>{t('navigation.books')}</span>
      </Link>
      <Link to="/fund/payments" className="room">
        <BankOutlined aria-hidden />
        <span>{t('navigation.payments')}</span>
      </Link>
      {holds(account, STATEMENT_READERS) ? (
        <Link to="/fund/statements" className="room">
          <ProfileOutlined aria-hidden />
          <span>{t('navigation.statements')}</span>
        </Link>
      ) : null}
      {holds(account, STATEMENT_READERS) ? (
        <Link to="/fund/monitoring" className="room">
          <AlertOutlined aria-hidden />
          <span>{t('navigation.monitoring')}</span>
        </Link>
      ) : null}
      {holds(account, YEAR_READERS) ? (
        <Link to="/fund/years" className="room">
          <CalendarOutlined aria-hidden />
          <span>{t('navigation.years')}</span>
        </Link>
      ) : null}
      {holds(account, SUPERVISION_READERS) ? (
        <Link to="/fund/supervision" className="room">
          <SafetyCertificateOutlined aria-hidden />
          <span>{t('navigation.supervision')}</span>
        </Link>
      ) : null}
      {holds(account, BUDGET_READERS) ? (
        <Link to="/fund/budgets" className="room">
          <FundOutlined aria-hidden />
          <span>{t('navigation.budgets')}</span>
        </Link>
      ) : null}
      {holds(account, RECONCILIATION_READERS) ? (
        <Link to="/fund/reconciliations" className="room">
          <ReconciliationOutlined aria-hidden />
          <span>{t('navigation.reconciliations')}</span>
        </Link>
      ) : null}
    </>
  );
}
