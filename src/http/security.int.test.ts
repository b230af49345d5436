import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeAccess, type RouteAccess } from '#http/access';
import type { HttpEvent } from '#http/log';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { expectProblem, faults } from '#tests/support/http-answers';
import { FROM_CONSOLE, LOCAL_HOST, localServer } from '#tests/support/local-server';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

interface TableRow {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly access: RouteAccess;
}

const consoleFolder = await makeTempFolder();
const events: HttpEvent[] = [];
const app = localServer({ consoleFolder, log: (event) => events.push(event) });
const table = await readRouteTable(app);
const writes = table.filter(({ method }) => method !== 'GET' && method !== 'HEAD');

afterAll(async () => {
  await app.close();
  await removeTempFolder(consoleFolder);
});

/** Every route that the server registers, so that a new one cannot be forgotten here. */
async function readRouteTable(server: HttpApp): Promise<readonly TableRow[]> {
  const routes: TableRow[] = [];
  server.addHook('onRoute', (route: RouteOptions) => {
    for (const method of [route.method].flat()) {
      const access = present(route.config?.access, `the access of ${route.url}`);
      routes.push({ method: method as TableRow['method'], url: route.url, access });
    }
  });
  await server.ready();
  return routes;
}

function addressOf(url: string): string {
  return url.replace(':id', 'some-id').replace('*', 'some-file.js');
}

describe('the routes', () => {
  it('are these, with these callers', () => {
    expect(
      table.map(({ method, url, access }) => `${method} ${url}: ${describeAccess(access)}`).toSorted(),
    ).toEqual([
      'DELETE /api/v1/session: anyone signed in; own places, even with the initial password',
      'GET /*: anyone on this machine',
      'GET /api/v1/access-log: auditor; own places',
      'GET /api/v1/adjustment-inbox: fund_maker or fund_checker; own places',
      'GET /api/v1/adjustment-matters: fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/adjustment-shares: fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/adjustment-years/:id/notices/:kind/:pool: fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/adjustment-years/:id/responsibility-accounts: fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/adjustment-years/:id/simulation: fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/adjustment-years/:id: fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/adjustment-years: fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/approvals: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/balances: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/bank-accounts/:id: fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/bank-accounts: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/bindings: administrator or auditor; own places',
      'GET /api/v1/books: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/break-glass: auditor; own places',
      'GET /api/v1/budget-inbox: budget_checker; own places',
      'GET /api/v1/budget-rounds/:id/draft-form: budget_maker; own places',
      'GET /api/v1/budget-rounds/:id: budget_maker or budget_checker or fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/budget-rounds: budget_maker or budget_checker or fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/budgets/:id/execution: budget_maker or budget_checker or fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/budgets/:id/explanation: budget_maker or budget_checker or fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/budgets/:id: budget_maker or budget_checker or fund_maker or fund_checker or auditor; own places',
      'GET /api/v1/diff: anyone on this machine',
      'GET /api/v1/events/:number: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/events: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/fund-projections/:id/explanation: anyone on this machine',
      'GET /api/v1/fund-projections/:id: anyone on this machine',
      'GET /api/v1/fund-projections: anyone on this machine',
      'GET /api/v1/grants: administrator or auditor; own places',
      'GET /api/v1/interest-notices: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/journal-templates: anyone on this machine',
      'GET /api/v1/ledger/seal: auditor or fund_maker or fund_checker; own places',
      'GET /api/v1/ledger/verifications: auditor or fund_maker or fund_checker; own places',
      'GET /api/v1/obligations: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/openapi.json: anyone on this machine',
      'GET /api/v1/opening-balances: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/packs/:id/formulas: anyone on this machine',
      'GET /api/v1/packs/:id/versions: anyone on this machine',
      'GET /api/v1/packs/:id: anyone on this machine',
      'GET /api/v1/packs: anyone on this machine',
      'GET /api/v1/payment-plans: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/payment-runs/:id/bank-file.csv: fund_maker or fund_checker; own places',
      'GET /api/v1/payment-runs/:id: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/payment-runs: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/people: anyone signed in; own places',
      'GET /api/v1/places: administrator or auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/pools/:id/payables: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/pools/:id/premium-comparison: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/pools/:pool/history: administrator or auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/pools: administrator or auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/reconciliations-waiting: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/reconciliations/:id/export.pdf: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/reconciliations/:id/export.xlsx: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/reconciliations/:id/matches: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/reconciliations/:id: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/reconciliations: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/roles: anyone on this machine',
      'GET /api/v1/runs/:id/explanation: anyone on this machine',
      'GET /api/v1/runs/:id/export.pdf: anyone on this machine',
      'GET /api/v1/runs/:id/export.xlsx: anyone on this machine',
      'GET /api/v1/runs/:id/replaceable-values: anyone on this machine',
      'GET /api/v1/runs/:id/scenarios/explanation: anyone on this machine',
      'GET /api/v1/runs/:id: anyone on this machine',
      'GET /api/v1/runs: anyone on this machine',
      'GET /api/v1/scenarios/:id: anyone on this machine',
      'GET /api/v1/scenarios: anyone on this machine',
      'GET /api/v1/session: anyone signed in; own places, even with the initial password',
      'GET /api/v1/sign-in: anyone on this machine',
      'GET /api/v1/statement-subjects/:id/cells: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'GET /api/v1/statement-subjects/:id/drawing: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'GET /api/v1/statements/:id/export.pdf: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'GET /api/v1/statements/:id/export.xlsx: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'GET /api/v1/statements/:id/redraw: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'GET /api/v1/statements/:id: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'GET /api/v1/statements: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'GET /api/v1/unswept-accounts: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'GET /api/v1/users: administrator or auditor; own places',
      'GET /api/v1/versions: anyone on this machine',
      'GET /assets/*: anyone on this machine',
      'GET /health: anyone on this machine',
      'HEAD /*: anyone on this machine',
      'HEAD /api/v1/access-log: auditor; own places',
      'HEAD /api/v1/adjustment-inbox: fund_maker or fund_checker; own places',
      'HEAD /api/v1/adjustment-matters: fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/adjustment-shares: fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/adjustment-years/:id/notices/:kind/:pool: fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/adjustment-years/:id/responsibility-accounts: fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/adjustment-years/:id/simulation: fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/adjustment-years/:id: fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/adjustment-years: fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/approvals: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/balances: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/bank-accounts/:id: fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/bank-accounts: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/bindings: administrator or auditor; own places',
      'HEAD /api/v1/books: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/break-glass: auditor; own places',
      'HEAD /api/v1/budget-inbox: budget_checker; own places',
      'HEAD /api/v1/budget-rounds/:id/draft-form: budget_maker; own places',
      'HEAD /api/v1/budget-rounds/:id: budget_maker or budget_checker or fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/budget-rounds: budget_maker or budget_checker or fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/budgets/:id/execution: budget_maker or budget_checker or fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/budgets/:id/explanation: budget_maker or budget_checker or fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/budgets/:id: budget_maker or budget_checker or fund_maker or fund_checker or auditor; own places',
      'HEAD /api/v1/diff: anyone on this machine',
      'HEAD /api/v1/events/:number: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/events: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/fund-projections/:id/explanation: anyone on this machine',
      'HEAD /api/v1/fund-projections/:id: anyone on this machine',
      'HEAD /api/v1/fund-projections: anyone on this machine',
      'HEAD /api/v1/grants: administrator or auditor; own places',
      'HEAD /api/v1/interest-notices: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/journal-templates: anyone on this machine',
      'HEAD /api/v1/ledger/seal: auditor or fund_maker or fund_checker; own places',
      'HEAD /api/v1/ledger/verifications: auditor or fund_maker or fund_checker; own places',
      'HEAD /api/v1/obligations: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/openapi.json: anyone on this machine',
      'HEAD /api/v1/opening-balances: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/packs/:id/formulas: anyone on this machine',
      'HEAD /api/v1/packs/:id/versions: anyone on this machine',
      'HEAD /api/v1/packs/:id: anyone on this machine',
      'HEAD /api/v1/packs: anyone on this machine',
      'HEAD /api/v1/payment-plans: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/payment-runs/:id/bank-file.csv: fund_maker or fund_checker; own places',
      'HEAD /api/v1/payment-runs/:id: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/payment-runs: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/people: anyone signed in; own places',
      'HEAD /api/v1/places: administrator or auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/pools/:id/payables: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/pools/:id/premium-comparison: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/pools/:pool/history: administrator or auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/pools: administrator or auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/reconciliations-waiting: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/reconciliations/:id/export.pdf: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/reconciliations/:id/export.xlsx: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/reconciliations/:id/matches: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/reconciliations/:id: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/reconciliations: auditor or reader or fund_maker or fund_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/roles: anyone on this machine',
      'HEAD /api/v1/runs/:id/explanation: anyone on this machine',
      'HEAD /api/v1/runs/:id/export.pdf: anyone on this machine',
      'HEAD /api/v1/runs/:id/export.xlsx: anyone on this machine',
      'HEAD /api/v1/runs/:id/replaceable-values: anyone on this machine',
      'HEAD /api/v1/runs/:id/scenarios/explanation: anyone on this machine',
      'HEAD /api/v1/runs/:id: anyone on this machine',
      'HEAD /api/v1/runs: anyone on this machine',
      'HEAD /api/v1/scenarios/:id: anyone on this machine',
      'HEAD /api/v1/scenarios: anyone on this machine',
      'HEAD /api/v1/session: anyone signed in; own places, even with the initial password',
      'HEAD /api/v1/sign-in: anyone on this machine',
      'HEAD /api/v1/statement-subjects/:id/cells: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'HEAD /api/v1/statement-subjects/:id/drawing: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'HEAD /api/v1/statements/:id/export.pdf: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'HEAD /api/v1/statements/:id/export.xlsx: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'HEAD /api/v1/statements/:id/redraw: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'HEAD /api/v1/statements/:id: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'HEAD /api/v1/statements: fund_maker or fund_checker or budget_maker or budget_checker or auditor or reader; own places',
      'HEAD /api/v1/unswept-accounts: auditor or reader or fund_maker or fund_checker or budget_maker or budget_checker or reconciliation_maker or reconciliation_checker; own places',
      'HEAD /api/v1/users: administrator or auditor; own places',
      'HEAD /api/v1/versions: anyone on this machine',
      'HEAD /assets/*: anyone on this machine',
      'HEAD /health: anyone on this machine',
      'POST /api/v1/adjustment-matters/:id/decisions: fund_checker; own places',
      'POST /api/v1/adjustment-matters: fund_maker; place in body.place',
      'POST /api/v1/adjustment-years/:id/corrections: fund_maker; own places',
      'POST /api/v1/adjustment-years/:id/decisions: fund_checker; own places',
      'POST /api/v1/adjustment-years/:id/figures: fund_maker; own places',
      'POST /api/v1/adjustment-years/:id/freezes: fund_maker; own places',
      'POST /api/v1/adjustment-years/:id/gatherings: fund_maker; own places',
      'POST /api/v1/adjustment-years/:id/payments: fund_maker; own places',
      'POST /api/v1/adjustment-years/:id/proposals: fund_maker; own places',
      'POST /api/v1/adjustment-years: fund_maker; place in body.place',
      'POST /api/v1/adjustments: local console',
      'POST /api/v1/approvals/:number/decisions: fund_checker; own places',
      'POST /api/v1/approvals: fund_maker; own places',
      'POST /api/v1/bank-accounts/:id/decisions: fund_checker; own places',
      'POST /api/v1/bindings/:id/decisions: administrator; own places',
      'POST /api/v1/bindings/:id/end: administrator; own places',
      'POST /api/v1/books/:pool/:type/months/:month/close: fund_checker; own places',
      'POST /api/v1/books/:pool/:type/years/:year/close: fund_maker; own places',
      'POST /api/v1/books: fund_maker; own places',
      'POST /api/v1/break-glass/:id/review: auditor; own places',
      'POST /api/v1/break-glass: anyone signed in; own places',
      'POST /api/v1/budget-papers/:id/decisions: budget_checker; own places',
      'POST /api/v1/budget-rounds/:id/adoptions: budget_checker; own places',
      'POST /api/v1/budget-rounds/:id/budgets: budget_maker; own places',
      'POST /api/v1/budget-rounds/:id/consolidations: budget_maker; own places',
      'POST /api/v1/budget-rounds: budget_maker; place in body.place',
      'POST /api/v1/budgets/:id/amendments: budget_maker; own places',
      'POST /api/v1/budgets/:id/evaluations: budget_maker; own places',
      'POST /api/v1/budgets/:id/exceptions: budget_maker; own places',
      'POST /api/v1/budgets/:id/final-accounts: budget_maker; own places',
      'POST /api/v1/budgets/:id/reopenings: budget_checker; own places',
      'POST /api/v1/budgets/:id/reviews: budget_checker; own places',
      'POST /api/v1/budgets/:id/submissions: budget_maker; own places',
      'POST /api/v1/events/:number/reversal: fund_maker; own places',
      'POST /api/v1/events: fund_maker; own places',
      'POST /api/v1/first-administrator: local console',
      'POST /api/v1/fund-projections/:id/replays: local console',
      'POST /api/v1/fund-projections: local console',
      'POST /api/v1/grants/:id/decisions: administrator; own places',
      'POST /api/v1/grants/:id/end: administrator; own places',
      'POST /api/v1/grants: administrator; place in body.place',
      'POST /api/v1/interest-notices/:id/decisions: fund_checker; own places',
      'POST /api/v1/ledger/verifications: auditor or fund_checker; own places',
      'POST /api/v1/opening-balances/:number/decisions: fund_checker; own places',
      'POST /api/v1/opening-balances: fund_maker; place in body.place',
      'POST /api/v1/packs/:id/versions/:hash/steps: policy_maker or policy_checker; place in params.id',
      'POST /api/v1/packs/:id/versions: policy_maker; place in params.id',
      'POST /api/v1/payment-plans/:id/decisions: fund_checker; own places',
      'POST /api/v1/payment-plans/:id/funding: fund_maker or fund_checker; own places',
      'POST /api/v1/payment-runs/:id/answers: fund_maker; own places',
      'POST /api/v1/payment-runs/:id/decisions: fund_checker; own places',
      'POST /api/v1/payment-runs/:id/sending: fund_maker or fund_checker; own places',
      'POST /api/v1/payment-runs/:id/withdrawal: fund_maker or fund_checker; own places',
      'POST /api/v1/places: administrator; place in body.path',
      'POST /api/v1/pools/:id/bank-accounts: fund_maker; own places',
      'POST /api/v1/pools/:id/interest-notices: fund_maker; own places',
      'POST /api/v1/pools/:id/payment-plans: fund_maker; own places',
      'POST /api/v1/pools/:id/payment-runs: fund_maker; own places',
      'POST /api/v1/pools/:id/reconciliation-statements: reconciliation_maker; own places',
      'POST /api/v1/pools/:pool/memberships: administrator; own places',
      'POST /api/v1/pools/:pool/poolings: administrator; own places',
      'POST /api/v1/pools: administrator; place in body.place',
      'POST /api/v1/provider/session: local console',
      'POST /api/v1/provider/sign-ins: local console',
      'POST /api/v1/reconciliation-closings/:id/decisions: reconciliation_checker; own places',
      'POST /api/v1/reconciliation-proposals/:id/decisions: reconciliation_checker; own places',
      'POST /api/v1/reconciliations/:id/closings: reconciliation_maker; own places',
      'POST /api/v1/reconciliations/:id/proposals: reconciliation_maker; own places',
      'POST /api/v1/register-imports: administrator; own places',
      'POST /api/v1/runs/:id/projections: local console',
      'POST /api/v1/runs/:id/replays: local console',
      'POST /api/v1/runs/:id/scenarios: local console',
      'POST /api/v1/scenarios/:id/replays: local console',
      'POST /api/v1/scenarios: local console',
      'POST /api/v1/session: local console',
      'POST /api/v1/statement-subjects/:id/statements: fund_maker; own places',
      'POST /api/v1/statements/:id/decisions: fund_checker; own places',
      'POST /api/v1/sweeps: fund_maker; own places',
      'POST /api/v1/users/:id/bindings: administrator; own places',
      'POST /api/v1/users/:id/end: administrator; own places',
      'POST /api/v1/users/:id/password-resets: administrator; own places',
      'POST /api/v1/users: administrator; place in body.place',
      'PUT /api/v1/session/password: anyone signed in; own places, even with the initial password',
    ]);
  });

  it.each(table)('$method $url refuses a foreign Host before anything else', async ({ method, url }) => {
    const response = await app.inject({
      method,
      url: addressOf(url),
      headers: { host: 'evil.example:4100' },
    });
    expect(response.statusCode).toBe(403);
    if (method !== 'HEAD') expectProblem(response, 403, [['foreign_host', 'Host']]);
  });

  it.each(writes)('$method $url refuses a page of another site', async ({ method, url }) => {
    const headers = { host: LOCAL_HOST, origin: 'https://evil.example', 'content-type': 'application/json' };
    const response = await app.inject({ method, url: addressOf(url), headers, payload: '{}' });
    expectProblem(response, 403);
    expect(faults(response)[0]?.[0]).toBe('foreign_origin');
  });

  it.each(writes)('$method $url refuses content that a form could send', async ({ method, url }) => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const headers = { ...FROM_CONSOLE, 'content-type': type };
      const response = await app.inject({ method, url: addressOf(url), headers, payload: '{}' });
      expectProblem(response, 403);
      expect(faults(response)[0]?.[0]).toBe('not_json');
    }
  });

  it.each(writes)('$method $url lets the console and local programs through', async ({ method, url }) => {
    for (const origin of [FROM_CONSOLE, { host: LOCAL_HOST }]) {
      const headers = { ...origin, 'content-type': 'application/json' };
      const response = await app.inject({ method, url: addressOf(url), headers, payload: '{}' });
      expect(response.statusCode).not.toBe(403);
    }
  });
});

describe('every answer', () => {
  const addresses = ['/health', '/api/v1/nothing', '/api/v1/packs/nothing', '/api/v1/runs'];

  it.each(addresses)('to %s carries the security headers and a request id', async (url) => {
    const { headers } = await app.inject({ url, headers: { host: LOCAL_HOST } });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers['x-content-type-options']).toBe('nosniff');
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]),
    );
  });

  it('to an address that cannot be read is a problem', async () => {
    const response = await app.inject({ url: '/%E0%A4%A', headers: { host: LOCAL_HOST } });
    expectProblem(response, 400);
    expect(faults(response)[0]?.[0]).toBe('bad_request');
  });

  it('that refuses carries them too', async () => {
    const { headers } = await app.inject({ url: '/health', headers: { host: 'evil.example' } });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});

describe('a defect', () => {
  const request = { url: '/api/v1/runs?name=secret', headers: { host: LOCAL_HOST } };

  beforeAll(() => {
    events.length = 0;
  });

  it('is answered as a problem that tells nothing of the inside', async () => {
    const response = await app.inject(request);
    expectProblem(response, 500);
    expect(faults(response)[0]?.[0]).toBe('internal_error');
    expect(response.body).not.toMatch(/no store|node_modules|\.ts/);
    expect(response.json<{ refusals: { at: string }[] }>().refusals[0]?.at).toBe(
      response.headers['x-request-id'],
    );
  });

  it('is logged by kind and place, without message, address or query', () => {
    expect(events.map(({ kind, route }) => `${kind} ${route}`)).toEqual([
      'defect /api/v1/runs',
      'answer /api/v1/runs',
    ]);
    expect(events[0]).toMatchObject({ error: 'Error', stack: expect.any(Array) as unknown });
    expect(JSON.stringify(events)).not.toMatch(/secret|no store/);
  });
});
