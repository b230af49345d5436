import { sql } from 'kysely';
import type {
  PaymentDecisionRow,
  PaymentEndRow,
  PaymentLineRow,
  PaymentPostingRow,
  PaymentRunRow,
} from '#application/ports/ledger-rows';
import type { ColumnTable } from '#storage/ledger/verify/column-batches';

export const PAYMENT_RUN_COLUMNS: ColumnTable<PaymentRunRow> = {
  table: 'payment_run',
  order: 't.id',
  after: ({ id }) => sql`id > ${id}::text`,
  columns: {
    id: 'id',
    pool: 'pool',
    insuranceType: 'insurance_type',
    purpose: 'purpose',
    total: 'total::text',
    proposedBy: 'proposed_by',
  },
};

export const PAYMENT_LINE_COLUMNS: ColumnTable<PaymentLineRow> = {
  table: 'payment_run_line',
  order: 't.run, t.line',
  after: ({ run, line }) => sql`(run, line) > (${run}::text, ${line}::integer)`,
  columns: {
    run: 'run',
    line: 'line',
    counterparty: 'counterparty',
    pooled: 'pooled::text',
    account: 'account::text',
  },
};

export const PAYMENT_POSTING_COLUMNS: ColumnTable<PaymentPostingRow> = {
  table: 'payment_posting',
  order: 't.run, t.line, t.step',
  after: ({ run, line, step }) => sql`(run, line, step) > (${run}::text, ${line}::integer, ${step}::text)`,
  columns: { run: 'run', line: 'line', step: 'step', event: 'event::text' },
};

export const PAYMENT_DECISION_COLUMNS: ColumnTable<PaymentDecisionRow> = {
  table: 'payment_run_decision',
  order: 't.run',
  after: ({ run }) => sql`run > ${run}::text`,
  columns: { run: 'run', decision: 'decision', decidedBy: 'decided_by' },
};

export const PAYMENT_END_COLUMNS: ColumnTable<PaymentEndRow> = {
  table: 'payment_run_end',
  order: 't.run',
  after: ({ run }) => sql`run > ${run}::text`,
  columns: { run: 'run', outcome: 'outcome' },
};
