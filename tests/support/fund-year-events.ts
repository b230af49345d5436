import type { InsuranceType } from '#kernel/insurance-type';
import {
  MONTHLY_BENEFITS,
  partsOf,
  seeded,
  type PoolYear,
  type Seeded,
  type YearEvent,
} from '#tests/support/fund-year-figures';

const CATEGORIES = [
  'inpatient',
  'outpatient_serious',
  'outpatient',
  'maternity_medical',
  'maternity_allowance',
  'pharmacy',
  'other',
] as const;

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

type Rest = Partial<Omit<YearEvent, 'template' | 'month' | 'pool'>>;

/** A year in the making: its events, and the pooled fund's sums beside them. */
interface Making {
  readonly pool: string;
  readonly index: number;
  readonly type: InsuranceType;
  readonly random: Seeded;
  /** Premiums of a year, in fen. */
  readonly size: bigint;
  /** Percent of income that is spent. */
  readonly spent: bigint;
  readonly events: YearEvent[];
  readonly sums: Record<'collections' | 'revenue' | 'expenditure', bigint>;
  readonly emit: (template: string, month: number, amounts: YearEvent['amounts'], rest?: Rest) => void;
}

/**
 * A pool's year, made up from a seed: premiums by tax and by the agency, subsidies, interest, benefits with payments that
 * come back, advances, recoveries, refunds, transfers, and a posting in error. Every fourth pool spends more than it takes in.
 */
export function poolYear(
  seed: string,
  pool: string,
  index: number,
  type: InsuranceType,
  marksLegacy: boolean,
): PoolYear {
  const making = beginYear(seed, pool, index, type);
  const { random, size, events, sums } = making;
  // Who spends more than comes in began with enough: a special account pays only what it holds (NAT-144.36).
  const [least, most] =
    index % 4 === 0 ? ([90n, 110n] as const) : ([35n, index % 3 === 0 ? 45n : 70n] as const);
  const opening = (size * random.between(least, most)) / 100n;
  const legacy = marksLegacy ? opening / 4n : 0n;
  if (legacy > 0n) making.emit('pre_pooling_marked', 1, { pooled: legacy });
  for (const month of MONTHS) {
    takePremiums(making, month);
    if (month % 3 === 0) takeSubsidyAndInterest(making, month);
    payBenefits(making, month);
    happen(making, month);
  }
  if (type === 'employee') shareUnsplit(making);
  const account = type === 'employee' ? opening / 3n : 0n;
  return { pool, opening: { pooled: opening, account }, events, figures: { opening, legacy, ...sums } };
}

function beginYear(seed: string, pool: string, index: number, type: InsuranceType): Making {
  const random = seeded(`${seed} ${pool} ${type}`);
  const events: YearEvent[] = [];
  return {
    pool,
    index,
    type,
    random,
    size: random.between(4_000_000_00n, 40_000_000_00n),
    spent: index % 4 === 0 ? random.between(107n, 118n) : random.between(70n, 96n),
    events,
    sums: { collections: 0n, revenue: 0n, expenditure: 0n },
    emit: (template, month, amounts, rest = {}) => {
      events.push({ template, month, pool, amounts, ...rest });
    },
  };
}

/** What employees' premiums give to personal accounts, and what is not yet split; residents have the pooled fund only. */
function premiumParts({ type }: Making, pooled: bigint): Readonly<Record<string, bigint>> {
  return type === 'employee' ? { pooled, account: (pooled * 3n) / 10n, unsplit: pooled / 25n } : { pooled };
}

function takePremiums(making: Making, month: number): void {
  const { type, index, random, size, sums, emit } = making;
  const pooled = (size * random.between(95n, 105n)) / 1200n;
  const amounts = premiumParts(making, pooled);
  const party = { counterparty: `${type === 'employee' ? 'employer' : 'person'}:P${index}` };
  // July's assessment is not all paid by the end of the year.
  const late = month === 7 ? { ...amounts, pooled: pooled + 777_77n } : amounts;
  emit('premium_assessed', month, late, party);
  const byAgency = month === 7;
  emit(byAgency ? 'premium_to_income_account' : 'premium_to_treasury', month, amounts, party);
  emit(byAgency ? 'income_account_swept' : 'treasury_swept', month, amounts);
  sums.collections += pooled;
  sums.revenue += pooled;
}

function takeSubsidyAndInterest(making: Making, month: number): void {
  const { pool, type, random, size, sums, emit } = making;
  const subsidy = { pooled: type === 'resident' ? size / 5n : size / 200n };
  const party = { counterparty: `government:${pool}` };
  emit('subsidy_due', month, subsidy, party);
  emit('subsidy_received', month, subsidy, party);
  const pooled = random.between(1_000_01n, 40_000_99n);
  emit('interest_credited', month, type === 'employee' ? { pooled, account: pooled / 3n } : { pooled });
  sums.revenue += subsidy.pooled + pooled;
}

/** A month's benefits: settled, the expenditure account fed, and paid; one payment in some months comes back. */
function payBenefits(making: Making, month: number): void {
  const { type, random, size, spent, sums, emit } = making;
  const income = (size * (type === 'resident' ? 181n : 107n)) / 100n;
  const total = (income * spent) / 1200n;
  const ofAccounts = type === 'employee' ? size / 60n : 0n;
  emit('expenditure_account_funded', month, accounts(making, total, ofAccounts));
  const parts = partsOf(random, total, MONTHLY_BENEFITS);
  for (const [number, pooled] of parts.entries()) {
    const party = { counterparty: `institution:H${random.between(1n, 5n)}` };
    const amounts = accounts(making, pooled, number === 0 ? ofAccounts : 0n);
    const category = random.oneOf(CATEGORIES);
    emit('benefit_settled', month, amounts, { ...party, category });
    emit('benefit_paid', month, amounts, { ...party, category });
    if (number === 1 && month % 4 === 1) {
      emit('payment_rejected', month, accounts(making, pooled, 0n), party);
      emit('payment_repeated', month, accounts(making, pooled, 0n), party);
    }
  }
  sums.expenditure += total;
}

function accounts({ type }: Making, pooled: bigint, account: bigint): Readonly<Record<string, bigint>> {
  return type === 'employee' ? { pooled, account } : { pooled };
}

/** What happens once in a year, by its month. */
function happen(making: Making, month: number): void {
  const { type } = making;
  const own = [...HAPPENINGS, ...(type === 'employee' ? OF_EMPLOYEES : OF_RESIDENTS)];
  for (const [when, work] of own) {
    if (when === month) work(making, month, making.random.between(2_000_01n, 90_000_99n));
  }
}

type Happening = readonly [month: number, work: (making: Making, month: number, amount: bigint) => void];

const HOSPITAL = { counterparty: 'institution:H1' };
const INPATIENT = { ...HOSPITAL, category: 'inpatient' };

const HAPPENINGS: readonly Happening[] = [
  [
    2,
    (making, month, amount) => {
      making.emit('expenditure_account_funded', month, { pooled: amount });
      making.emit('institution_prepaid', month, { pooled: amount }, HOSPITAL);
      const used = (amount * 4n) / 5n;
      making.emit('benefit_settled', 6, { pooled: used }, INPATIENT);
      making.emit('prepayment_set_off', 6, { pooled: used }, INPATIENT);
      making.emit('prepayment_returned', 11, { pooled: amount - used }, HOSPITAL);
      making.sums.expenditure += used;
    },
  ],
  [
    3,
    (making, month, amount) => {
      making.emit('recovery_due', month, { pooled: amount }, HOSPITAL);
      making.emit('recovery_of_same_year', month, { pooled: amount }, INPATIENT);
      making.sums.expenditure -= amount;
    },
  ],
  [
    5,
    (making, month, amount) => {
      making.emit('recovery_due', month, { pooled: amount }, HOSPITAL);
      making.emit('recovery_of_earlier_year', month, { pooled: amount }, HOSPITAL);
      making.sums.revenue += amount;
    },
  ],
  [
    7,
    (making, month, amount) => {
      making.emit('other_income_received', month, { pooled: amount + 11n }, { isMistake: true });
      making.emit('other_income_received', month, { pooled: amount });
      making.sums.revenue += amount;
    },
  ],
  [
    8,
    (making, month, amount) => {
      const party = { counterparty: `person:R${making.index}` };
      making.emit('expenditure_account_funded', month, { pooled: amount });
      making.emit('refund_due', month, { pooled: amount }, party);
      making.emit('refund_paid', month, { pooled: amount }, party);
      making.sums.expenditure += amount;
    },
  ],
];

const OF_EMPLOYEES: readonly Happening[] = [
  [
    4,
    ({ emit }, month, amount) => {
      emit('transfer_in_due', month, { account: amount }, { counterparty: 'person:T1' });
      emit('transfer_in_received', month, { account: amount }, { counterparty: 'person:T1' });
    },
  ],
  [
    9,
    ({ emit }, month, amount) => {
      emit('expenditure_account_funded', month, { account: amount });
      emit('transfer_out_due', month, { account: amount }, { counterparty: 'person:T2' });
      emit('transfer_out_paid', month, { account: amount }, { counterparty: 'person:T2' });
    },
  ],
];

const OF_RESIDENTS: readonly Happening[] = [
  [
    10,
    (making, month, amount) => {
      const party = { counterparty: 'insurer:I1' };
      making.emit('expenditure_account_funded', month, { pooled: amount });
      making.emit('large_expense_premium_due', month, { pooled: amount }, party);
      making.emit('large_expense_premium_paid', month, { pooled: amount }, party);
      making.sums.expenditure += amount;
    },
  ],
];

/** At the year's end what was not yet split is shared to the fen (NAT-28.8). */
function shareUnsplit({ events, random, sums, emit }: Making): void {
  const interest = random.between(500_01n, 9_000_99n);
  emit('unsplit_interest_credited', 12, { unsplit: interest });
  const premiums = events
    .filter(({ template }) => template.startsWith('premium_to_'))
    .reduce((sum, { amounts }) => sum + (amounts['unsplit'] ?? 0n), 0n);
  const share = (total: bigint): { readonly pooled: bigint; readonly account: bigint } => {
    const pooled = (total * 7n) / 10n;
    return { pooled, account: total - pooled };
  };
  emit('unsplit_premium_shared', 12, share(premiums));
  emit('unsplit_interest_shared', 12, share(interest));
  sums.collections += share(premiums).pooled;
  sums.revenue += share(premiums).pooled + share(interest).pooled;
}
