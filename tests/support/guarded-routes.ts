import type { RouteOptions } from 'fastify';
import { expect } from 'vitest';
import type { SignedInAccess } from '#http/access';
import type { HttpApp } from '#http/services';
import { band, drivers } from '#tests/support/fund-projection';
import { PASSWORD } from '#tests/support/identity-people';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';

export interface GuardedRoute {
  readonly method: Method;
  readonly url: string;
  readonly access: SignedInAccess;
}

/** Every route that asks for a session; a new one is walked without being named here, but for its body. */
export async function readGuarded(app: HttpApp): Promise<readonly GuardedRoute[]> {
  const routes: GuardedRoute[] = [];
  app.addHook('onRoute', (route: RouteOptions) => {
    const access = route.config?.access;
    if (typeof access !== 'object') return;
    for (const method of [route.method].flat())
      routes.push({ method: method as Method, url: route.url, access });
  });
  await app.ready();
  return routes;
}

export const EAST = 'yunhai/linjiang';
export const WEST = 'yunhai/xigang';
const NAME = { zh: '名', en: 'name' };
const EVENT = {
  key: 'k',
  template: 'treasury_swept',
  pool: 'p',
  insuranceType: 'resident',
  amounts: { pooled: '1.00' },
  effectiveOn: '2026-01-01',
} as const;
export const PERSON = { login: 'newcomer', name: '新', department: 'finance', place: EAST } as const;

/** A well-formed body for each write but those that name a user. */
const BODIES: Readonly<Record<string, object | undefined>> = {
  'DELETE /api/v1/session': undefined,
  'PUT /api/v1/session/password': { present: PASSWORD, password: 'Another-Hill-2027' },
  'POST /api/v1/users': PERSON,
  'POST /api/v1/statement-subjects/:id/statements': { insuranceType: 'employee', period: '2026-01' },
  'POST /api/v1/statements/:id/decisions': { decision: 'published' },
  'POST /api/v1/watched-funds/:id/risk-assessments': {
    insuranceType: 'employee',
    month: '2026-01',
    pack: 'anhui',
    measures: [],
  },
  'POST /api/v1/risk-assessments/:id/decisions': { decision: 'confirmed' },
  'POST /api/v1/users/:id/password-resets': undefined,
  'POST /api/v1/users/:id/end': { reason: 'r' },
  'POST /api/v1/grants/:id/decisions': { decision: 'confirmed' },
  'POST /api/v1/grants/:id/end': { reason: 'r' },
  'POST /api/v1/break-glass': { role: 'reader', place: EAST, hours: 1, reason: 'r' },
  'POST /api/v1/break-glass/:id/review': { finding: 'justified', note: 'n' },
  'POST /api/v1/users/:id/bindings': { subject: 's-1', reason: 'r' },
  'POST /api/v1/bindings/:id/decisions': { decision: 'confirmed' },
  'POST /api/v1/bindings/:id/end': { reason: 'r' },
  'POST /api/v1/budget-rounds': { place: EAST, year: 2026, pack: 'anhui' },
  'POST /api/v1/budget-rounds/:id/budgets': {
    pool: 'p',
    insuranceType: 'resident',
    opening: {},
    drivers: {},
    past: {},
    given: {},
  },
  'POST /api/v1/budget-rounds/:id/consolidations': { reason: '' },
  'POST /api/v1/budget-rounds/:id/adoptions': { decision: 'adopted', reason: '' },
  'POST /api/v1/budgets/:id/submissions': undefined,
  'POST /api/v1/budgets/:id/exceptions': { reason: 'r', document: 'd', documentHash: '0'.repeat(64) },
  'POST /api/v1/budgets/:id/reviews': { decision: 'accepted', reason: '' },
  'POST /api/v1/budgets/:id/reopenings': { reason: 'r' },
  'POST /api/v1/budgets/:id/amendments': { reason: 'r', changes: { '5401/pooled': '1.00' } },
  'POST /api/v1/budgets/:id/final-accounts': { reason: 'r', explanations: {} },
  'POST /api/v1/budgets/:id/evaluations': { reason: 'r', scores: [], use: 'u' },
  'POST /api/v1/budget-papers/:id/decisions': { decision: 'approved', reason: '' },
  'POST /api/v1/places': { path: EAST, name: NAME, since: '2026-01-01' },
  'POST /api/v1/pools': { id: 'p', kind: 'pool', name: NAME, place: EAST, since: '2026-01-01' },
  'POST /api/v1/pools/:pool/poolings': { place: EAST, since: '2026-01-01', basis: 'b' },
  'POST /api/v1/pools/:pool/memberships': { fund: 'f', since: '2026-01-01' },
  'POST /api/v1/register-imports': {
    fileName: 'f.csv',
    csv: `kind,place,id,name_zh,name_en,fund,since,until,basis\nplace,${EAST}/x,,新,New,,2026-01-01,,\n`,
  },
  'POST /api/v1/books': { pool: 'p', insuranceType: 'resident', firstMonth: '2026-01', pack: 'national' },
  'POST /api/v1/books/:pool/:type/months/:month/close': {},
  'POST /api/v1/books/:pool/:type/years/:year/close': { pack: 'national' },
  'POST /api/v1/events': { pack: 'national', events: [EVENT] },
  'POST /api/v1/events/:number/reversal': { key: 'k', effectiveOn: '2026-01-01', note: 'n' },
  'POST /api/v1/approvals': {
    pack: 'national',
    template: 'pre_pooling_used',
    pool: 'p',
    insuranceType: 'resident',
    amount: '1.00',
    cause: 'local_gap',
    reason: 'r',
  },
  'POST /api/v1/approvals/:number/decisions': { decision: 'approved' },
  'POST /api/v1/ledger/verifications': undefined,
  'POST /api/v1/opening-balances': {
    place: EAST,
    pack: 'national',
    effectiveOn: '2026-01-01',
    reason: 'r',
    fileName: 'f.csv',
    csv: 'c',
    rows: 1,
    totals: {},
  },
  'POST /api/v1/opening-balances/:number/decisions': { decision: 'approved' },
  'POST /api/v1/adjustment-years': {
    place: EAST,
    fund: 'f',
    insuranceType: 'resident',
    year: 2025,
    pack: 'p',
  },
  'POST /api/v1/adjustment-years/:id/gatherings': undefined,
  'POST /api/v1/adjustment-years/:id/fund-projections': {
    name: 'n',
    note: '',
    input: {
      years: 1,
      scheme: {
        bands: [band('all', { entering: '100%' })],
        drivers: drivers(),
        pools: [{ id: 'p', persons: { all: 1 } }],
      },
    },
  },
  'POST /api/v1/adjustment-years/:id/figures': {
    subject: 'p',
    field: 'insured',
    value: '1',
    document: 'd',
    documentHash: '0'.repeat(64),
  },
  'POST /api/v1/adjustment-years/:id/freezes': {},
  'POST /api/v1/adjustment-years/:id/proposals': {},
  'POST /api/v1/adjustment-years/:id/decisions': { decision: 'checked' },
  'POST /api/v1/adjustment-years/:id/payments': { key: 'k' },
  'POST /api/v1/adjustment-years/:id/corrections': { note: 'r' },
  'POST /api/v1/adjustment-years/:id/correction-drops': { note: 'r' },
  'POST /api/v1/adjustment-matters': {
    kind: 'emergency',
    place: EAST,
    pool: 'p',
    insuranceType: 'resident',
    year: 2025,
    pack: 'p',
    content: {},
    document: 'd',
    documentHash: '0'.repeat(64),
  },
  'POST /api/v1/adjustment-matters/:id/decisions': { decision: 'refused', note: 'r' },
  'POST /api/v1/pools/:id/bank-accounts': {
    role: 'special',
    insuranceType: 'resident',
    counterparty: null,
    holder: 'h',
    bank: 'b',
    number: '12345678',
  },
  'POST /api/v1/bank-accounts/:id/decisions': { decision: 'approved' },
  'POST /api/v1/sweeps': { month: '2026-03' },
  'POST /api/v1/pools/:id/payment-plans': {
    insuranceType: 'resident',
    month: '2026-03',
    expected: [],
    note: '',
  },
  'POST /api/v1/payment-plans/:id/decisions': { decision: 'approved' },
  'POST /api/v1/payment-plans/:id/funding': {},
  'POST /api/v1/payment-plans/:id/withdrawal': undefined,
  'POST /api/v1/pools/:id/payment-runs': {
    insuranceType: 'resident',
    purpose: 'benefit',
    category: 'inpatient',
    paysOn: '2026-03-10',
  },
  'POST /api/v1/payment-runs/:id/decisions': { decision: 'approved' },
  'POST /api/v1/payment-runs/:id/sending': undefined,
  'POST /api/v1/payment-runs/:id/withdrawal': { reason: 'r' },
  'POST /api/v1/payment-runs/:id/answers': {
    fileName: 'f',
    text: 'run,line,account,amount,outcome,reason,date,reference\na-run,1,12345678,1,paid,,2026-03-11,\n',
  },
  'POST /api/v1/pools/:id/interest-notices': {
    insuranceType: 'resident',
    role: 'special',
    fromDay: '2026-01-01',
    toDay: '2026-03-31',
    creditedOn: '2026-03-31',
    rate: '0.35%',
    daysOfYear: 360,
    reference: 'r',
    amount: '1.00',
  },
  'POST /api/v1/interest-notices/:id/decisions': { decision: 'approved' },
  'POST /api/v1/pools/:id/reconciliation-statements': {
    party: 'finance',
    insuranceType: 'resident',
    account: '1003',
    month: '2026-01',
    opening: '0.00',
    closing: '0.00',
    profile: 'plain',
    fileName: 'f',
    content: 'YQ==',
  },
  'POST /api/v1/reconciliations/:id/proposals': {
    side: 'ours',
    item: 'i',
    kind: 'timing',
    event: null,
    reason: 'r',
  },
  'POST /api/v1/reconciliation-proposals/:id/decisions': { decision: 'approved' },
  'POST /api/v1/reconciliations/:id/closings': undefined,
  'POST /api/v1/reconciliation-closings/:id/confirmations': { decision: 'approved' },
  'POST /api/v1/reconciliation-closings/:id/decisions': { decision: 'approved' },
  'POST /api/v1/supervision-cases': {
    place: EAST,
    pool: 'p',
    insuranceType: 'resident',
    year: 2025,
    pack: 'p',
    line: 'l',
    openedOn: '2026-01-01',
    departments: ['finance'],
    examinedKind: 'institution',
    examinedCode: 'H1',
    document: 'd',
    documentHash: '0'.repeat(64),
  },
  'POST /api/v1/supervision-cases/:number/findings': { what: 'w', clause: 'c', amount: '1.00' },
  'POST /api/v1/supervision-findings/:number/rectifications': {
    returns: [],
    loss: '1.00',
    document: 'd',
    documentHash: '0'.repeat(64),
  },
  'POST /api/v1/rectifications/:number/decisions': { decision: 'confirmed' },
  'POST /api/v1/supervision-cases/:number/closing': undefined,
  'POST /api/v1/packs/:id/versions': { hash: '0'.repeat(64), note: '' },
  'POST /api/v1/packs/:id/versions/:hash/steps': { step: 'check', note: '' },
};

/** A well-formed body for each write; a route that is missing here fails the walk. */
export function bodyOf({ method, url }: GuardedRoute, userId: string): object | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (url === '/api/v1/grants') return { userId, role: 'reader', place: EAST, reason: 'r' };
  expect(Object.keys(BODIES)).toContain(`${method} ${url}`);
  return BODIES[`${method} ${url}`];
}
