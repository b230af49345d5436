import { attestFigure } from '#application/adjustment-year/attest-figure';
import { decideYear } from '#application/adjustment-year/decide-year';
import { freezeYear } from '#application/adjustment-year/freeze-year';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { decideOnMatter, requestMatter } from '#application/adjustment-year/matters';
import { openYear } from '#application/adjustment-year/open-year';
import { proposeYear } from '#application/adjustment-year/propose-year';
import type { YearServices } from '#application/adjustment-year/services';
import { closeYear } from '#application/fund/close-year';
import type { IdentityServices } from '#application/identity/services';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { advancePack } from '#application/pack-life/advance-pack';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import type { PayoutServices } from '#application/payout/services';
import type { LedgerStore, Signature } from '#application/ports/ledger-store';
import type { PackSource } from '#application/ports/pack-source';
import type { AskedMatter } from '#domain/adjustment-year/matter';
import { planJournal } from '#domain/fund/journal';
import type { PostCommand } from '#domain/fund/ledger-command';
import type { Scope } from '#domain/identity/account';
import { sha256 } from '#files/sha256';
import { packFolder } from '#files/pack-folder';
import { assert, present } from '#kernel/assert';
import { refusalLine, type Decision } from '#kernel/decision';
import { fen, formatYuan, parseYuan, type Fen } from '#kernel/fen';
import { addMonths, type Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Pack } from '#rules/pack/pack';
import { createAdjustmentYearStore } from '#storage/adjustment-year/adjustment-year-store';
import type { Database } from '#storage/database/connect';
import { createIdentityStore } from '#storage/identity/identity-store';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { createPackLifeStore } from '#storage/pack-life-store';
import { createPayoutStore } from '#storage/payout/payout-store';
import { createPlaceStore } from '#storage/place/place-store';
import { addPerson, identityServices, makeAdministrators } from '#tests/support/identity-people';
import { inventedSource, replaceOnce, type FileOverrides } from '#tests/support/invented-pack';
import { FUND, POOLS, REGISTER } from '#tests/support/ledger-bench';
import { payWhole } from '#tests/support/pay-whole';

export const YEAR_NOW = '2026-02-10T02:00:00.000Z';
export const DOCUMENT = { document: 'YH-2026-7', documentHash: 'd'.repeat(64) } as const;
const TYPE = 'employee';

/** A pool's year in yuan. */
export interface PoolYear {
  readonly opening: string;
  readonly premium: string;
  readonly subsidy: string;
  readonly benefit: string;
  /** Settled and not paid within the year. */
  readonly owed?: string;
  /** Recovered from a hospital: benefits of the same year, and of an earlier one. */
  readonly recovered?: { readonly sameYear: string; readonly earlier: string };
}

export const POOL_YEARS: Readonly<Record<string, PoolYear>> = {
  east: { opening: '500.00', premium: '1000.00', subsidy: '300.00', benefit: '1200.00' },
  west: { opening: '4000.00', premium: '5000.00', subsidy: '0.00', benefit: '3000.00' },
  north: { opening: '1000.00', premium: '2000.00', subsidy: '0.00', benefit: '1500.00' },
};

/** The value of a decision that a test relies on; else all that is wrong. */
export function allowed<T>(decision: Decision<T>): T {
  assert(decision.allowed, decision.allowed ? '' : decision.refusals.map(refusalLine).join('\n'));
  return decision.value;
}

export function codesOf(decision: Decision<unknown>): readonly string[] {
  return decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`.trim());
}

export interface YearBench {
  readonly services: YearServices &
    Pick<IdentityServices, 'identityStore'> &
    Pick<PayoutServices, 'payoutStore'>;
  readonly pack: Pack;
  /** A maker, who proposes and pays, who checks, who approves, and one of a city only. */
  readonly maker: Scope;
  readonly checker: Scope;
  readonly approver: Scope;
  readonly payer: Scope;
  readonly ofEast: Scope;
  /** Of the fund's place, without a role in its business. */
  readonly reader: Scope;
  /** Opens the fund's year and attests what the ledger does not hold; as the maker. */
  openAndAttest(): Promise<string>;
  attest(id: string, subject: string, field: string, value: string): Promise<Decision<null>>;
  /** Asked for by the maker and granted by the checker. */
  grant(
    matter: Pick<AskedMatter, 'kind' | 'pool' | 'content'>,
    granted?: string,
    now?: string,
  ): Promise<string>;
}

/** Yunhai with the national journal, its packs in the order of a source. */
function yearSource(overrides: FileOverrides = {}): PackSource {
  const invented = inventedSource({
    'instrument.yaml': replaceOnce('extends: [union]', 'extends: [union, national]'),
    ...overrides,
  });
  const real = packFolder(new URL('../../packs', import.meta.url).pathname);
  return {
    listIds: async () => [...(await invented.listIds()), 'national'],
    findFiles: (id) => (id === 'national' ? real.findFiles(id) : invented.findFiles(id)),
  };
}

/** A place with people, a pack in force, books of 2025 that are closed, and nothing of the adjustment yet. */
export async function makeYearBench(
  database: Database,
  overrides: FileOverrides = {},
  years: Readonly<Record<string, PoolYear>> = POOL_YEARS,
  standing: 'in force' | 'draft' = 'in force',
  withinYear: (bench: YearBench) => Promise<void> = () => Promise.resolve(),
): Promise<YearBench> {
  const source = yearSource(overrides);
  const services: YearBench['services'] = {
    identityStore: createIdentityStore(database),
    adjustmentYearStore: createAdjustmentYearStore(database),
    placeStore: createPlaceStore(database),
    payoutStore: createPayoutStore(database),
    packLifeStore: createPackLifeStore(database),
    budgetExecution: { findBudgetMet: () => Promise.resolve(undefined) },
    source,
    hash: sha256,
  };
  const { maker, checker, approver, payer, ofEast, reader } = await addPeople(database);
  await services.placeStore.record(MACHINE_SCOPE, REGISTER, null, YEAR_NOW);
  const pack =
    standing === 'in force'
      ? await putInForce(services)
      : allowed(await loadPackWithParents(services, 'yunhai'));
  const keeper = bookKeeper(database, pack, maker, checker);
  await keepBooks(keeper, pack, years);
  const bench: YearBench = {
    services,
    pack,
    maker,
    checker,
    approver,
    payer,
    ofEast,
    reader,
    async openAndAttest() {
      const wanted = { place: FUND, fund: FUND, insuranceType: TYPE, year: 2025, packId: 'yunhai' } as const;
      const { id } = allowed(await openYear(services, maker, wanted, YEAR_NOW));
      for (const pool of POOLS) {
        allowed(await bench.attest(id, pool, 'treasuryCover', '0.00'));
        for (const field of ['breachesCorrected', 'budgetMet', 'enrolmentMet', 'subsidyPaid'])
          allowed(await bench.attest(id, pool, field, 'true'));
      }
      return id;
    },
    attest: (id, subject, field, value) =>
      attestFigure(services, maker, id, { subject, field, value, ...DOCUMENT, note: '' }, YEAR_NOW),
    async grant(matter, granted, now = YEAR_NOW) {
      const place = matter.pool === FUND ? FUND : `${FUND}/${matter.pool}`;
      const whole = {
        ...matter,
        place,
        insuranceType: TYPE,
        year: 2025,
        packId: 'yunhai',
        corrects: null,
        ...DOCUMENT,
        note: matter.kind === 'handover' ? 'as audited' : '',
      } as const;
      const { id } = allowed(await requestMatter(services, maker, whole, now));
      const decision = { decision: 'granted', note: 'as applied for', granted } as const;
      allowed(await decideOnMatter(services, checker, id, decision, now));
      return id;
    },
  };
  await withinYear(bench);
  await closeBooks(keeper, pack);
  return bench;
}

/** A maker, one who checks and one who approves, one who proposes and pays, and one of a city only. */
async function addPeople(
  database: Database,
): Promise<Pick<YearBench, 'maker' | 'checker' | 'approver' | 'payer' | 'ofEast' | 'reader'>> {
  const identity = identityServices(database);
  const administrators = await makeAdministrators(identity);
  const person = async (
    login: string,
    role: 'fund_maker' | 'fund_checker' | 'reader',
    place: string,
  ): Promise<Scope> => {
    const user = { login, name: login, department: 'health_insurance', place } as const;
    const userId = await addPerson(identity, administrators, user, [[role, place]]);
    return { userId, parts: [{ place, department: 'health_insurance' }] };
  };
  return {
    maker: await person('maker', 'fund_maker', FUND),
    checker: await person('checker', 'fund_checker', FUND),
    approver: await person('approver', 'fund_checker', FUND),
    payer: await person('payer', 'fund_maker', FUND),
    ofEast: await person('easterner', 'fund_maker', `${FUND}/east`),
    reader: await person('reader', 'reader', FUND),
  };
}

/** Puts the present content of the pack in force from the day of the year's settlement. */
async function putInForce(services: YearServices, from = '2026-01-01', at = '2025-12-20'): Promise<Pack> {
  const pack = allowed(await loadPackWithParents(services, 'yunhai'));
  const head = (by: string, hour: number): Parameters<typeof advancePack>[3] => ({
    by,
    userId: null,
    note: 'test',
    now: `${at}T0${hour}:00:00.000Z`,
  });
  const { packLifeStore } = services;
  allowed(await advancePack(packLifeStore, pack, { kind: 'submit' }, head('Ann', 1)));
  const casesHash = pack.hash;
  const check = { kind: 'check', failedCases: [], casesHash } as const;
  allowed(await advancePack(packLifeStore, pack, check, head('Ben', 2)));
  allowed(await advancePack(packLifeStore, pack, { kind: 'approve' }, head('Cleo', 3)));
  allowed(
    await advancePack(
      packLifeStore,
      pack,
      { kind: 'put_in_force', from: from as PlainDate, casesHash },
      head('Cleo', 4),
    ),
  );
  return pack;
}

function yuan(text: string): Fen {
  const amount = parseYuan(text);
  assert(typeof amount === 'bigint', `${text} is an amount`);
  return amount;
}

/** Posts as the maker; what needs approval is approved by the checker. */
interface BookKeeper {
  readonly ledger: LedgerStore;
  readonly by: Signature;
  readonly post: (template: string, rest: Partial<PostCommand>) => Promise<void>;
  readonly approved: (template: string, pool: string, amount: Fen) => Promise<bigint>;
}

function bookKeeper(database: Database, pack: Pack, maker: Scope, checker: Scope): BookKeeper {
  const ledger = createLedgerStore(database).within(maker);
  const now = '2026-01-05T02:00:00.000Z';
  const by = { by: maker.userId, now };
  let last = 0;
  return {
    ledger,
    by,
    post: async (template, rest) => {
      last += 1;
      const head = { key: `bench ${last}`, packHash: pack.hash, template, insuranceType: TYPE } as const;
      const body = {
        pool: '',
        amounts: {},
        effectiveOn: '2025-06-15' as PlainDate,
        now,
        actor: maker.userId,
      };
      const [outcome] = await ledger.post([{ ...head, ...body, ...rest }]);
      assert(outcome?.refusal === null, `${template} is posted: ${outcome?.refusal}`);
    },
    approved: async (template, pool, amount) => {
      const of = { template, pool, insuranceType: TYPE, amount } as const;
      const number = await ledger.requestApproval({ ...of, cause: 'opening', reason: 'test' }, by);
      const second = { by: checker.userId, now };
      await createLedgerStore(database).within(checker).decideApproval(number, 'approved', second);
      return number;
    },
  };
}

const FIRST_DAY = '2025-01-01' as PlainDate;

/** The cash of 2025 in the books of three pools and the fund, closed month by month. */
async function keepBooks(
  keeper: BookKeeper,
  pack: Pack,
  years: Readonly<Record<string, PoolYear>>,
): Promise<void> {
  const { ledger, by, post, approved } = keeper;
  await ledger.registerJournal({ hash: pack.hash, packId: 'yunhai', text: pack.artefact });
  for (const pool of [...POOLS, FUND]) {
    const kind = pool === FUND ? 'fund' : 'pool';
    await ledger.openBooks({ pool, insuranceType: TYPE, kind, firstMonth: '2025-01' as Month }, by);
  }
  for (const pool of POOLS) await keepPool(keeper, pool, present(years[pool], 'the figures of the pool'));
  const approval = await approved('opening_balance_of_adjustment_fund', FUND, yuan('200.00'));
  const amounts = { fund: yuan('200.00') };
  const opening = { pool: FUND, amounts, effectiveOn: FIRST_DAY, approval };
  await post('opening_balance_of_adjustment_fund', opening);
  await post('adjustment_fund_interest', { pool: FUND, amounts: { fund: yuan('5.00') } });
}

async function closeBooks({ ledger, by }: BookKeeper, pack: Pack): Promise<void> {
  const journal = allowed(planJournal(pack));
  for (const pool of [...POOLS, FUND]) {
    const books = { pool, insuranceType: TYPE } as const;
    const kind = pool === FUND ? 'fund' : 'pool';
    allowed(await closeYear(ledger, journal, { ...books, kind, year: 2025 }, by));
    for (let month = '2025-01' as Month; month <= '2025-12'; month = addMonths(month, 1))
      assert((await ledger.closeMonth(books, month, by)) === undefined, 'the month is closed');
  }
}

async function keepPool({ post, approved }: BookKeeper, pool: string, own: PoolYear): Promise<void> {
  const none = fen(0n);
  const opening = yuan(own.opening);
  const parts = { special_account: none, expenditure_pooled: none, expenditure_account: none };
  const approval = await approved('opening_balance', pool, opening);
  const amounts = { ...parts, special_pooled: opening };
  await post('opening_balance', { pool, amounts, effectiveOn: FIRST_DAY, approval });
  const premium = { pooled: yuan(own.premium), account: none, unsplit: none };
  await post('premium_assessed', { pool, counterparty: 'employer:E1', amounts: premium });
  await post('premium_to_treasury', { pool, counterparty: 'employer:E1', amounts: premium });
  await post('treasury_swept', { pool, amounts: premium });
  if (own.subsidy !== '0.00') {
    const subsidy = { pool, counterparty: 'government:G1', amounts: { pooled: yuan(own.subsidy) } };
    await post('subsidy_due', subsidy);
    await post('subsidy_received', subsidy);
  }
  const benefit = { pool, amounts: { pooled: yuan(own.benefit), account: none } };
  const inpatient = { ...benefit, counterparty: 'institution:H1', category: 'inpatient' };
  await post('benefit_settled', inpatient);
  await post('expenditure_account_funded', benefit);
  await post('benefit_paid', inpatient);
  if (own.recovered !== undefined) {
    const back = (text: string): Partial<PostCommand> => ({
      pool,
      counterparty: 'institution:H1',
      amounts: { pooled: yuan(text), account: none },
    });
    await post('recovery_of_same_year', { ...back(own.recovered.sameYear), category: 'inpatient' });
    await post('recovery_of_earlier_year', back(own.recovered.earlier));
  }
  if (own.owed !== undefined) {
    const owed = { pooled: yuan(own.owed), account: none };
    await post('benefit_settled', { ...inpatient, amounts: owed });
  }
}

/** What the adjustment fund holds in cash by its books, in yuan. */
export async function fundBalance({ services, maker }: YearBench): Promise<string> {
  const { turnovers } = await services.adjustmentYearStore.within(maker, (office) =>
    office.readLedger([], { pool: FUND, insuranceType: TYPE, year: 2025 }),
  );
  const held = turnovers.filter(({ account }) => account === '1003');
  return formatYuan(fen(held.reduce((sum, { debit, credit }) => sum + debit - credit, 0n)));
}

/** Takes a year whose figures are attested to its last payment, each step by who may do it. */
export async function settle(bench: YearBench, id: string, key: string): Promise<void> {
  await approve(bench, id);
  assert(await payWhole(bench.services, bench.payer, id, key, YEAR_NOW), 'all is paid');
}

/** Takes a year whose figures are attested to its approval, each step by who may do it. */
export async function approve(
  { services, maker, checker, approver, payer }: YearBench,
  id: string,
): Promise<void> {
  allowed(await gatherFigures(services, maker, id, YEAR_NOW));
  allowed(await freezeYear(services, maker, id, '', YEAR_NOW));
  allowed(await proposeYear(services, payer, id, '', YEAR_NOW));
  allowed(await decideYear(services, checker, id, { decision: 'checked', note: '' }, YEAR_NOW));
  allowed(await decideYear(services, approver, id, { decision: 'approved', note: '' }, YEAR_NOW));
}

/** Net of an account in the books of a pool or the fund, debit less credit, in yuan. */
export async function netOf(
  { services, maker }: YearBench,
  pool: string,
  account: string,
  source?: string,
): Promise<string> {
  const balances = await services.adjustmentYearStore.within(maker, (office) =>
    office.ledger.listBalances({ pool, insuranceType: TYPE }),
  );
  const own = balances.filter((one) => one.account === account && one.source === (source ?? one.source));
  return formatYuan(fen(own.reduce((sum, { debit, credit }) => sum + debit - credit, 0n)));
}
