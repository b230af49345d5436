import { BANK_VOUCHERS } from '#storage/migrations/0029-bank-vouchers';
import { PAYMENT_PARTS } from '#storage/migrations/0029-payment-parts';
import type { Migration } from '#storage/migrations/migration';

/** Movements of money as the bank tells them: with the number of their voucher, in parts, and with a reason. */
export const migration0029: Migration = {
  number: 29,
  name: 'bank movements',
  sql: BANK_VOUCHERS + PAYMENT_PARTS,
};
