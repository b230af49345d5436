import { allow, refuse, type Decision } from '#kernel/decision';
import type { InsuranceType } from '#kernel/insurance-type';

/**
 * The role of a bank account. Receipts and payments use separate lines (SC-2.2-h, NAT-144.39): `income` and `treasury`
 * pass money to `special` only; `expenditure` is fed from `special` only, and pays. A `payee` account belongs to a
 * party that the pool pays.
 */
export type AccountRole = 'income' | 'treasury' | 'special' | 'expenditure' | 'payee';

/** The statutory account in which each bank account of the fund is booked (NAT-28.7, NAT-144.39-b). */
export const DEPOSIT_ACCOUNTS: Readonly<Record<Exclude<AccountRole, 'payee'>, string>> = {
  income: '1002',
  special: '1003',
  expenditure: '1004',
  treasury: '1005',
};

/** A proposed bank account: of a pool and insurance type, or of a payee of the pool. */
export interface BankAccountDetails {
  readonly role: AccountRole;
  /** Null for a payee, which is paid for both types. */
  readonly insuranceType: InsuranceType | null;
  /** `kind:id` of the payee; null for an account of the fund. */
  readonly counterparty: string | null;
  readonly holder: string;
  readonly bank: string;
  readonly number: string;
}

/** Eight to 32 digits; the Chinese standards for cards and settlement accounts stay within. */
const NUMBER = /^\d{8,32}$/;
const COUNTERPARTY = /^(institution|person|insurer|employer):.+$/;

/** Checks that a proposed account gives the members its role needs and no others. */
export function checkBankAccount(details: BankAccountDetails): Decision<BankAccountDetails> {
  const { role, insuranceType, counterparty, number, holder, bank } = details;
  const isPayee = role === 'payee';
  if (isPayee ? insuranceType !== null : insuranceType === null) {
    return refuse(
      fault(
        'account_type_wrong',
        'insuranceType',
        '基金账户须写明险种，收款账户不写',
        'an account of the fund names its insurance type, that of a payee names none',
      ),
    );
  }
  if (isPayee ? counterparty === null || !COUNTERPARTY.test(counterparty) : counterparty !== null) {
    return refuse(
      fault(
        'payee_wrong',
        'counterparty',
        '收款账户须写明“种类:编号”，基金账户不写',
        'the account of a payee names it as kind:id, that of the fund names none',
      ),
    );
  }
  if (!NUMBER.test(number)) {
    return refuse(
      fault('account_number_wrong', 'number', '账号须为 8 至 32 位数字', 'a number has 8 to 32 digits'),
    );
  }
  if (holder.trim() === '' || bank.trim() === '') {
    return refuse(
      fault('account_incomplete', 'holder', '户名或开户行为空', 'the holder or the bank is empty'),
    );
  }
  return allow(details);
}

/** The last four digits, for listings: `****1234`. */
export function maskNumber(number: string): string {
  return `****${number.slice(-4)}`;
}

function fault(code: string, at: string, zh: string, en: string) {
  return {
    code,
    at,
    what: { zh, en },
    next: { zh: '请改正后重新提交', en: 'correct it and propose it again' },
  };
}
