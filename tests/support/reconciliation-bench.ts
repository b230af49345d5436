import type { IdentityServices } from '#application/identity/services';
import type { RoleId, Scope } from '#application/identity/caller';
import { importStatement, type GivenStatement } from '#application/reconciliation/import-statement';
import { confirmClosing, decideClosing, proposeClosing } from '#application/reconciliation/close-month';
import { openReconciliation } from '#application/reconciliation/open-reconciliation';
import type { ReconciliationServices } from '#application/reconciliation/services';
import {
  decideProposal,
  proposeForDifference,
  type WantedProposal,
} from '#application/reconciliation/work-differences';
import type { PartyId } from '#domain/reconciliation/party';
import { scopeOf } from '#domain/identity/account';
import { readStatementFile } from '#files/statement-file';
import { sha256 } from '#files/sha256';
import { assert } from '#kernel/assert';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import type { Database } from '#storage/database/connect';
import { createPlaceStore } from '#storage/place/place-store';
import { createReconciliationStore } from '#storage/reconciliation/reconciliation-store';
import { addPerson, identityServices, makeAdministrators, sessionOf } from '#tests/support/identity-people';
import { FUND, makeLedgerBench, NOW, type LedgerBench } from '#tests/support/ledger-bench';
import { valueIn } from '#tests/support/payout-bench';

/** Who reconciles in the invented province: two of health insurance, and one each of finance, tax and another city. */
const PEOPLE = {
  maker: ['health_insurance', FUND],
  checker: ['health_insurance', FUND],
  ofFinance: ['finance', FUND],
  ofTax: ['tax', FUND],
  ofWest: ['health_insurance', `${FUND}/west`],
} as const;

export type Reconciler = keyof typeof PEOPLE;

/** Who confirms for a party; nobody for a bank. */
const CONFIRMERS: Partial<Record<PartyId, Reconciler>> = {
  finance: 'ofFinance',
  treasury: 'ofFinance',
  tax: 'ofTax',
};

const RECONCILER_ROLES: readonly RoleId[] = ['reconciliation_maker', 'reconciliation_checker'];

export interface ReconciliationBench {
  readonly ledger: LedgerBench;
  readonly identity: IdentityServices;
  readonly services: ReconciliationServices;
  readonly as: Readonly<Record<Reconciler, Scope>>;
  /** Who gives out accounts in the whole province. */
  readonly administrator: Scope;
  post(...args: Parameters<LedgerBench['command']>): Promise<bigint>;
  /** A statement of the special account of `east`, residents, unless told otherwise; rows as `date,amount,reference`. */
  given(month: string, rows: readonly string[], rest?: Partial<GivenStatement>): GivenStatement;
  import(given: GivenStatement, who?: Reconciler): Promise<string>;
  /** One proposes and another agrees. */
  agree(
    statement: string,
    wanted: Partial<WantedProposal> & Pick<WantedProposal, 'item' | 'side'>,
  ): Promise<string>;
  /** One proposes to close, the other party confirms where it can, and another closes. */
  close(statement: string): Promise<string>;
}

export async function makeReconciliationBench(database: Database): Promise<ReconciliationBench> {
  const ledger = await makeLedgerBench(database);
  const identity = identityServices(database);
  const administrators = await makeAdministrators(identity);
  const scopes = new Map<string, Scope>();
  for (const [login, [department, place]] of Object.entries(PEOPLE)) {
    const user = { login: login.toLowerCase(), name: login, department, place };
    const grants = RECONCILER_ROLES.map((role) => [role, place] as const);
    const id = await addPerson(identity, administrators, user, grants);
    scopes.set(login, scopeOf((await sessionOf(identity, id)).account, RECONCILER_ROLES));
  }
  const as = Object.fromEntries(scopes) as Readonly<Record<Reconciler, Scope>>;
  const services: ReconciliationServices = {
    reconciliationStore: createReconciliationStore(database),
    placeStore: createPlaceStore(database),
    readStatementFile,
    hash: sha256,
  };
  return {
    ledger,
    identity,
    services,
    as,
    administrator: administrators[0].scope,
    post: async (...args) => {
      const [outcome] = await ledger.store.post([ledger.command(...args)]);
      assert(outcome?.refusal === null, `posted, not ${outcome?.refusal ?? 'nothing'}`);
      return outcome.number;
    },
    given: (month, rows, rest = {}) => ({
      pool: 'east',
      insuranceType: 'resident',
      party: 'finance',
      account: '1003',
      month: month as Month,
      opening: fen(0n),
      closing: fen(0n),
      profile: { columns: { date: 'd', amount: 'a', reference: 'r' }, ...PLAIN },
      file: { name: 's.csv', bytes: new TextEncoder().encode(['d,a,r', ...rows].join('\n')) },
      ...rest,
    }),
    import: async (given, who = 'maker') => valueIn(await importStatement(services, as[who], given, NOW)).id,
    agree: async (statement, wanted) => {
      const whole = { kind: 'timing', event: null, posting: null, reason: '月末在途', ...wanted } as const;
      const { id } = valueIn(await proposeForDifference(services, as.maker, statement, whole, NOW));
      valueIn(await decideProposal(services, as.checker, { id, decision: 'approved' }, NOW));
      return id;
    },
    close: async (statement) => {
      const { id } = valueIn(await proposeClosing(services, as.maker, statement, NOW));
      const { party } = valueIn(await openReconciliation(services, as.checker, statement)).statement;
      const confirmer = CONFIRMERS[party];
      if (confirmer !== undefined)
        valueIn(await confirmClosing(services, as[confirmer], { id, decision: 'approved' }, NOW));
      valueIn(await decideClosing(services, as.checker, { id, decision: 'approved' }, NOW));
      return id;
    },
  };
}

const PLAIN = { receiptWords: [], paymentWords: [], thousands: false, totalWords: [] };
