import { describe, expect, it } from 'vitest';
import { readCsvRows } from '#files/csv-rows';
import { sha256 } from '#files/sha256';
import { checkBankAccount, maskNumber } from '#domain/payout/bank-account';
import { BANK_FILE_COLUMNS, bankFileText } from '#domain/payout/bank-file';
import { expectRefused } from '#tests/support/refused-codes';

const head = { run: 'r1', payer: '6222000000000001', paysOn: '2026-03-31' };
const line = {
  line: 1,
  counterparty: 'institution:H1',
  holder: '云海第一医院',
  bank: '云海银行',
  number: '6222000000000002',
};

describe('a bank file', () => {
  it('tells each payment, and below them how many they are, their sum and the hash of all above', () => {
    const lines = [
      { ...line, pooled: 123_450n, account: 50n },
      { ...line, line: 2, holder: '=1+1, "x"', pooled: 1n, account: 0n },
    ];
    const text = bankFileText(head, lines, sha256);
    const [above, hash] = text.split('# sha256=');
    expect(above).toContain('# payer=6222000000000001 pays_on=2026-03-31 lines=2 total=1235.01\n');
    expect(hash).toBe(`${sha256(above ?? '')}\n`);
    const columns = BANK_FILE_COLUMNS.map((name) => ({ name, content: { kind: 'text' } as const }));
    const read = readCsvRows({ file: 'f', text }, columns);
    expect(read).toMatchObject({
      value: [
        {
          cells: {
            run: 'r1',
            line: '1',
            account: line.number,
            amount: '1235.00',
            reference: 'institution:H1',
          },
        },
        { cells: { payee: `'=1+1, "x"`, amount: '0.01' } },
      ],
    });
  });
});

describe('a bank account', () => {
  const account = {
    role: 'special',
    insuranceType: 'resident',
    counterparty: null,
    holder: '专户',
    bank: '云海银行',
    number: '12345678',
  } as const;

  it('SC-2.2-h: of the fund names its insurance type and no payee, that of a payee the reverse', () => {
    expect(checkBankAccount(account).allowed).toBe(true);
    expectRefused(checkBankAccount({ ...account, insuranceType: null }), ['account_type_wrong']);
    expectRefused(checkBankAccount({ ...account, counterparty: 'person:P1' }), ['payee_wrong']);
    expectRefused(checkBankAccount({ ...account, role: 'payee' }), ['account_type_wrong']);
    const payee = { ...account, role: 'payee', insuranceType: null, counterparty: 'person:P1' } as const;
    expect(checkBankAccount(payee).allowed).toBe(true);
    expectRefused(checkBankAccount({ ...payee, counterparty: 'P1' }), ['payee_wrong']);
    expectRefused(checkBankAccount({ ...account, number: '12-34' }), ['account_number_wrong']);
    expectRefused(checkBankAccount({ ...account, holder: ' ' }), ['account_incomplete']);
  });

  it('is shown by its last four digits', () => {
    expect(maskNumber('6222000000001234')).toBe('****1234');
  });
});
