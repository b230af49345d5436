import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '#application/identity/caller';
import type { IdentityServices } from '#application/identity/services';
import { createVerificationDesk } from '#application/proof/verification-desk';
import { ROLE_NAMES } from '#contract/identity';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { allow } from '#kernel/decision';
import { createAdjustmentYearStore } from '#storage/adjustment-year/adjustment-year-store';
import { createBudgetStore } from '#storage/budget/budget-store';
import { createReconciliationStore } from '#storage/reconciliation/reconciliation-store';
import { createRiskAssessmentStore } from '#storage/monitoring/risk-assessment-store';
import { createStatementStore } from '#storage/statement/statement-store';
import { createSupervisionStore } from '#storage/supervision/supervision-store';
import { createPayoutStore } from '#storage/payout/payout-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import {
  bodyOf,
  EAST,
  PERSON,
  readGuarded,
  WEST,
  type GuardedRoute,
  type Method,
} from '#tests/support/guarded-routes';
import { expectProblem, faults, httpAs, type HttpAnswer } from '#tests/support/http-answers';
import {
  addPerson,
  identityServices,
  makeAdministrators,
  PEOPLE_NOW,
  sessionOf,
} from '#tests/support/identity-people';
import { keptInMemory } from '#tests/support/kept-in-memory';
import { ledgerServices } from '#tests/support/ledger-services';
import { LOCAL_HOST, localServer } from '#tests/support/local-server';

/** Proofs are tested with the ledger; here it matters who may ask for one. */
const emptyDesk = createVerificationDesk(
  {
    verify: () =>
      Promise.resolve(allow({ checks: [], missingKeys: [], head: null, unsealed: 0n, withheld: 0n })),
  },
  keptInMemory(),
);

/** Who holds a role in the west and nothing in the east. */
function inWest(role: string): string {
  if (role === 'auditor') return 'westAuditor';
  return role === 'administrator' ? 'westAdmin' : `west_${role}`;
}

/** The address of a statement, or of one that could be drawn, with what it asks for. */
function statementIn(url: string): string {
  const asked = 'insuranceType=employee&period=2026-01';
  const cell = 'form=income_statement&line=income&column=period&part=total';
  const own = url.replace(':id', 'a-pool');
  if (url.endsWith('/drawing')) return `${own}?${asked}`;
  return url.endsWith('/cells') ? `${own}?${asked}&${cell}` : own;
}

describeOnPostgres('every route that asks for a session', (database) => {
  let app: HttpApp;
  let services: IdentityServices;
  let administrators: readonly [Caller, Caller];
  let routes: readonly GuardedRoute[] = [];
  const ids: Record<string, string> = {};
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    const connection = database().connect('application');
    services = identityServices(connection);
    app = localServer({
      ...services,
      budgetStore: createBudgetStore(connection),
      adjustmentYearStore: createAdjustmentYearStore(connection),
      payoutStore: createPayoutStore(connection),
      ...ledgerServices(connection),
      statementStore: createStatementStore(connection),
      supervisionStore: createSupervisionStore(connection),
      riskAssessmentStore: createRiskAssessmentStore(connection),
      reconciliationStore: createReconciliationStore(connection),
      verificationDesk: emptyDesk,
      bundleDesk: { make: () => Promise.resolve(allow({ bytes: Readable.from([]), size: 0, sha256: '' })) },
      now: () => PEOPLE_NOW,
    });
    routes = await readGuarded(app);
    administrators = await makeAdministrators(services);
    const people = [
      ['eastAdmin', 'data', EAST, 'administrator'],
      ['eastAuditor', 'audit', EAST, 'auditor'],
      ['eastReader', 'finance', EAST, 'reader'],
      ['westAdmin', 'data', WEST, 'administrator'],
      ['westAuditor', 'audit', WEST, 'auditor'],
      ['westNobody', 'finance', WEST, undefined],
    ] as const;
    const others = ROLE_NAMES.map((role) => [inWest(role), role] as const);
    const acting = others.filter(([key]) => !people.some(([known]) => known === key));
    const west = acting.map(([key, role]) => [key, 'health_insurance', WEST, role] as const);
    for (const [key, department, place, role] of [...people, ...west]) {
      const user = { login: key.toLowerCase(), name: key, department, place };
      ids[key] = await addPerson(services, administrators, user, role === undefined ? [] : [[role, place]]);
    }
    ids['ann'] = administrators[0].account.userId;
    ids['bob'] = administrators[1].account.userId;
    for (const [key, id] of Object.entries(ids)) tokens[key] = (await sessionOf(services, id)).token;
  });
  afterAll(() => app.close());

  const as = (who: string, method: Method, url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), method, url, body);

  /** The address with the id of a record in the east. */
  const recordIn = async (url: string): Promise<string> => {
    if (url === '/api/v1/supervision-summary') return `${url}?year=2025`;
    if (url === '/api/v1/unswept-accounts') return `${url}?month=2026-03`;
    if (url === '/api/v1/journal-templates') return `${url}?pack=national`;
    if (!url.includes(':')) return url;
    // Records of the ledger that are there, and are not shown: ledger.int.test.ts.
    if (/v1\/(pools\/:pool|books|events|approvals|opening-balances)/.test(url)) {
      return url
        .replace(':pool', 'p')
        .replace(':number', '1')
        .replace(':type', 'resident')
        .replace(':month', '2026-01')
        .replace(':year', '2026');
    }
    if (url.includes('/users/:id')) return url.replace(':id', present(ids['eastReader'], 'a user'));
    if (url.includes('/grants/:id')) return url.replace(':id', await grantInEast());
    if (url.includes('/bindings/:id')) return url.replace(':id', await bindingInEast());
    if (url.includes('/packs/:id')) {
      return url.replace(':id', encodeURIComponent(EAST)).replace(':hash', '0'.repeat(64));
    }
    // Records of budgets that are there, and are not shown: budget.int.test.ts.
    if (url.endsWith('/draft-form')) return `${url.replace(':id', 'a-round')}?pool=p&insuranceType=resident`;
    if (url.includes('/book-entries')) return `${url.replace(':id', 'a-budget')}?row=4001`;
    if (url.includes('/execution')) return `${url.replace(':id', 'a-budget')}?month=6`;
    if (url.includes('/budget')) return url.replace(':id', 'a-budget').replace(':number', '1');
    // Records of years that are there, and are not shown: adjustment-years.int.test.ts.
    if (url.includes('/adjustment-')) {
      return url.replace(':id', 'a-year').replace(':kind', 'levy').replace(':pool', 'east');
    }
    // Records of payments that are there, and are not shown: payments.int.test.ts.
    if (url.endsWith('/payables')) return `${url.replace(':id', 'a-pool')}?insuranceType=resident`;
    if (/\/(payment-runs|payment-plans|bank-accounts|interest-notices)/.test(url)) {
      return url.replace(':id', url.includes('/payment-runs') ? 'a-run' : 'a-record');
    }
    // Reconciliations that are there, and are not shown: reconciliation.int.test.ts.
    if (url.endsWith('/premium-comparison')) {
      return `${url.replace(':id', 'a-pool')}?insuranceType=resident&month=2026-01`;
    }
    if (url.includes('/reconciliation')) return url.replace(':id', 'a-record');
    // Cases that are there, and are not shown: supervision.int.test.ts.
    if (/v1\/(supervision|rectifications)/.test(url)) return url.replace(':number', '1');
    // Statements that are there, and are not shown: statements.int.test.ts.
    if (url.includes('/statement')) return statementIn(url);
    // Assessments that are there, and are not shown: monitoring.int.test.ts.
    if (url.includes('/risk-assessments/:id')) return url.replace(':id', 'a-record');
    if (url.includes('/watched-funds')) {
      return `${url.replace(':id', 'a-pool')}?insuranceType=employee&month=2026-01&pack=sichuan`;
    }
    if (url.includes('/break-glass/:id')) return url.replace(':id', await accessInEast());
    throw new Error(`no record is prepared for ${url}`);
  };
  const grantInEast = async (): Promise<string> => {
    const { scope } = administrators[0];
    const grants = await services.identityStore.within(scope, (office) => office.listGrants());
    return present(
      grants.find(({ place }) => place === EAST),
      'a grant',
    ).id;
  };
  const bindingInEast = async (): Promise<string> => {
    const { scope } = administrators[0];
    const wanted = { issuer: 'https://id.example', subject: 's', reason: 'r' };
    const userId = present(ids['eastReader'], 'a user');
    return services.identityStore.within(scope, (office) =>
      office.requestBinding({ ...wanted, userId }, scope.userId, PEOPLE_NOW),
    );
  };
  const accessInEast = async (): Promise<string> => {
    const userId = present(ids['eastReader'], 'a user');
    const taken = { userId, role: 'reader', place: EAST, department: 'finance', reason: 'r' } as const;
    const until = '2026-03-01T01:00:00.000Z';
    return services.identityStore.within({ userId, parts: [] }, (office) =>
      office.takeBreakGlass({ ...taken, startedAt: PEOPLE_NOW, until }),
    );
  };

  describe('each of them', () => {
    test('is found by the walk', () => {
      expect(routes.length).toBeGreaterThan(15);
    });

    test('refuses who has no session, or one that is not known', async () => {
      for (const route of routes) {
        const url = await recordIn(route.url);
        for (const token of [undefined, 'made-up']) {
          const answer = await httpAs(app, token, route.method, url, bodyOf(route, 'u'));
          expect([route.method, route.url, answer.statusCode]).toEqual([route.method, route.url, 401]);
          if (route.method !== 'HEAD') expectProblem(answer, 401, [['not_signed_in', 'Cookie']]);
        }
      }
    });

    test('refuses who holds none of its roles', async () => {
      for (const route of routes.filter(({ access }) => access.roles !== 'anyone signed in')) {
        const who = route.access.roles.includes('reader') ? 'westNobody' : 'eastReader';
        const answer = await as(who, route.method, await recordIn(route.url), bodyOf(route, 'u'));
        expect([route.url, answer.statusCode]).toEqual([route.url, 403]);
        if (route.method !== 'HEAD') expect(faults(answer)[0]?.[0]).toBe('role_missing');
      }
    });

    test('refuses, or shows nothing of, a place that its roles are not held at', async () => {
      const guarded = routes.filter(({ access }) => access.roles !== 'anyone signed in');
      for (const route of guarded.filter(({ method }) => method !== 'HEAD')) {
        for (const role of route.access.roles) {
          const userId = present(ids['eastReader'], 'a user');
          const answer = await as(
            inWest(role),
            route.method,
            await recordIn(route.url),
            bodyOf(route, userId),
          );
          const told = [route.method, route.url, answer.statusCode];
          if (route.access.place.includes('.')) expectProblem(answer, 403, [['outside_your_places', EAST]]);
          else if (route.url.includes(':') || answer.statusCode === 404)
            expect([...told, answer.body]).toEqual([route.method, route.url, 404, answer.body]);
          else expect([...told, answer.body.includes(EAST)]).toEqual([route.method, route.url, 200, false]);
        }
      }
    });

    test('refuses a write by a page of another site, whatever session the browser holds', async () => {
      for (const route of routes.filter(({ method }) => method !== 'GET' && method !== 'HEAD')) {
        const headers = {
          host: LOCAL_HOST,
          origin: 'https://evil.example',
          'content-type': 'application/json',
        };
        const cookie = `__Host-tongchou-session=${present(tokens['ann'], 'a token')}`;
        const url = await recordIn(route.url);
        const answer = await app.inject({
          method: route.method,
          url,
          headers: { ...headers, cookie },
          payload: '{}',
        });
        expectProblem(answer, 403, [['foreign_origin', 'Origin']]);
      }
    });

    test('refuses who has not replaced the initial password, but for doing so and for leaving', async () => {
      const added = await as('ann', 'POST', '/api/v1/users', { ...PERSON, login: 'fresh' });
      const { id } = added.json<{ id: string }>();
      for (const route of routes.filter(({ method }) => method !== 'HEAD')) {
        if (route.access.withInitialPassword === true) continue;
        const { token } = await sessionOf(services, id);
        const answer = await httpAs(app, token, route.method, await recordIn(route.url), bodyOf(route, id));
        expectProblem(answer, 403, [['password_change_needed', '']]);
      }
    });
  });
});
