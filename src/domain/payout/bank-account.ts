import { allow, refuse, type Decision } from '#kernel/decision';

/**
 * What a bank account is for. Receipts and payments run on two lines (SC-2.2-h, NAT-144.39): what comes in through
 * `income` or `treasury` goes to `special` alone, and `expenditure` is fed from there alone and pays. `payee` is the
 * account of somebody whom the pool pays.
 */
export type AccountRole = 'income' | 'treasury' | 'special' | 'expenditure' | 'payee';

/** The statutory account that a bank account of the fund is booked in (NAT-28.7, NAT-144.39-b). */
export const DEPOSIT_ACCOUNTS: Readonly<Record<Exclude<AccountRole, 'payee'>, string>> = {
  income: '1002',
  special: '1003',
  expenditure: '1004',
  treasury: '1005',
};

/** A bank account as it is proposed: of a pool's insurance type, or of a payee of the pool. */
export interface BankAccountDetails {
  readonly role: AccountRole;
  /** Null for a payee's, who is paid for either type. */
  readonly insuranceType: 'employee' | 'resident' | null;
  /** `kind:id` of the payee; null for the fund's own. */
  readonly counterparty: string | null;
  readonly holder: string;
  readonly bank: string;
  readonly number: string;
}

/** Eight to 32 digits; the Chinese standards for cards and settlement accounts stay within. */
const NUMBER = /^\d{8,32}$/;
const COUNTERPARTY = /^(institution|person|insurer|employer):.+$/;

/** Whether a proposed account says all that its role needs, and nothing that it does not have. */
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
