import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { AccountOffice, BankAccount } from '#application/ports/payout-store';
import { present } from '#kernel/assert';
import type { Tables } from '#storage/database/tables';

/** Bank accounts of the fund and of payees. */
export function createAccountOffice(within: Kysely<Tables>): AccountOffice {
  return {
    listBankAccounts: () => selectAccounts(within, sql`true`),
    async countWithheldAccounts() {
      const { rows } = await sql<{
        count: number;
      }>`SELECT withheld_bank_accounts()::integer AS count`.execute(within);
      return present(rows[0], 'a count').count;
    },
    findBankAccount: async (id) => (await selectAccounts(within, sql`id = ${id}`))[0],

    async addBankAccount(details, { pool, place, by, now }) {
      const { role, number, insuranceType, counterparty, holder, bank } = details;
      if (await hasOtherRole(within, details)) return undefined;
      const row = await within
        .insertInto('bankAccount')
        .values({
          role,
          number,
          insuranceType,
          counterparty,
          holder,
          bank,
          pool,
          place,
          proposedBy: by,
          proposedAt: now,
        })
        .returning('id')
        .executeTakeFirst();
      return present(row, 'the account as it was just proposed').id;
    },

    async decideBankAccount({ id, proposedBy, number, role }, decision, decidedBy, decidedAt) {
      if (decision === 'approved') {
        await sql`INSERT INTO bank_account_number (number, role) VALUES (${number}, ${role})
          ON CONFLICT DO NOTHING`.execute(within);
        // The decision's foreign key on number and role would fail as a fault: asked before, it is a refusal.
        if (await hasOtherRole(within, { number, role })) return 'number_of_other_role';
      }
      const row = await within
        .insertInto('bankAccountDecision')
        .values({ account: id, proposer: proposedBy, number, role, decision, decidedBy, decidedAt })
        .onConflict((conflict) => conflict.column('account').doNothing())
        .returning('account')
        .executeTakeFirst();
      return row === undefined ? 'decided_meanwhile' : 'recorded';
    },

    async listPayees(pool) {
      const accounts = await selectAccounts(within, sql`pool = ${pool} AND role = 'payee' AND is_last`);
      return new Map(accounts.map((account) => [present(account.counterparty, 'a payee'), account]));
    },
  };
}

async function hasOtherRole(
  within: Kysely<Tables>,
  { number, role }: Pick<BankAccount, 'number' | 'role'>,
): Promise<boolean> {
  const { rows } = await sql<{ isOther: boolean }>`
    SELECT number_has_other_role(${number}, ${role}) AS is_other`.execute(within);
  return present(rows[0], 'an answer').isOther;
}

/**
 * Each account with its decision; of those of one role (or payee) the one that was confirmed last holds, until the bank
 * sends a payment back from it. An older one does not come into use again by that.
 */
async function selectAccounts(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
): Promise<readonly BankAccount[]> {
  const { rows } = await sql<BankAccount>`
    SELECT id, place, pool, insurance_type, role, counterparty, holder, bank, number, proposed_by, proposed_at,
      decision, decided_by, decided_at, is_last AND sent_back_for IS NULL AS holds, sent_back_for
    FROM (
      SELECT a.*, d.decision, d.decided_by, d.decided_at, coalesce(d.decision = 'approved' AND row_number() OVER (
          PARTITION BY a.pool, a.role, a.insurance_type, a.counterparty, d.decision ORDER BY d.ordinal DESC) = 1, false) AS is_last,
        b.reason AS sent_back_for
      FROM bank_account AS a LEFT JOIN bank_account_decision AS d ON d.account = a.id
      LEFT JOIN (SELECT DISTINCT ON (l.payee) l.payee, s.reason
        FROM bank_answer_line AS s JOIN payment_run_line AS l ON l.run = s.run AND l.line = s.line
        WHERE s.outcome = 'rejected' ORDER BY l.payee, s.said_on DESC) AS b ON b.payee = a.id
    ) AS account
    WHERE ${condition} ORDER BY ordinal DESC`.execute(within);
  return rows;
}
