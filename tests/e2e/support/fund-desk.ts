import { makePeople, signedIn, type E2ePerson } from '#tests/e2e/support/people';

/** The invented place of tests of the fund's rooms, below the first administrators' province. */
const PROVINCE = 'yunhai';
const CITY = 'yunhai/linjiang';

const PEOPLE: readonly E2ePerson[] = [
  {
    login: 'lu.mei',
    name: '陆梅',
    place: CITY,
    department: 'health_insurance',
    grants: [['fund_maker', CITY]],
  },
  {
    login: 'chen.an',
    name: '陈安',
    place: CITY,
    department: 'health_insurance',
    grants: [['fund_checker', CITY]],
  },
];

export const MAKER = 'lu.mei';
export const CHECKER = 'chen.an';

type Call = (method: string, path: string, body?: object) => Promise<unknown>;

/** What the rooms of the fund are tried on: a registered pool with books, and two people who work with it. */
export interface FundDesk {
  readonly maker: Call;
  readonly checker: Call;
  /** Posts an event for residents of the pool; amounts that are left out are nil. */
  post(
    template: string,
    day: string,
    amounts: Readonly<Record<string, string>>,
    rest?: object,
  ): Promise<void>;
  /** Takes in what the pool's accounts held before; amounts in yuan. */
  bring(held: { readonly special: string; readonly expenditure: string }): Promise<void>;
}

const NAME = { zh: '临江市', en: 'Linjiang' };

/** Makes people, a place, its pool and books for residents from January 2026, all by the API. */
export async function makeFundDesk(address: string, output: string): Promise<FundDesk> {
  await makePeople(address, output, PROVINCE, PEOPLE);
  const [admin, maker, checker] = [
    await signedIn(address, 'first.admin'),
    await signedIn(address, MAKER),
    await signedIn(address, CHECKER),
  ];
  const since = '2020-01-01';
  await admin.call('POST', '/api/v1/places', {
    path: PROVINCE,
    name: { zh: '云海省', en: 'Yunhai' },
    since,
  });
  await admin.call('POST', '/api/v1/places', { path: CITY, name: NAME, since });
  await admin.call('POST', '/api/v1/pools', { id: 'linjiang', kind: 'pool', name: NAME, place: CITY, since });
  const books = { pool: 'linjiang', insuranceType: 'resident', firstMonth: '2026-01', pack: 'national' };
  await maker.call('POST', '/api/v1/books', books);
  let key = 0;
  return {
    maker: maker.call,
    checker: checker.call,
    post: async (template, effectiveOn, amounts, rest = {}) => {
      key += 1;
      const event = { key: `e2e:${key}`, template, pool: 'linjiang', insuranceType: 'resident' };
      const events = [{ ...event, effectiveOn, amounts, ...rest }];
      const { outcomes } = (await maker.call('POST', '/api/v1/events', { pack: 'national', events })) as {
        readonly outcomes: readonly { readonly refusal: unknown }[];
      };
      const refusal = outcomes[0]?.refusal;
      if (refusal !== null) throw new Error(`${template}: ${JSON.stringify(refusal)}`);
    },
    bring: async ({ special, expenditure }) => {
      const total = (Number(special) + Number(expenditure)).toFixed(2);
      const { id } = (await maker.call('POST', '/api/v1/opening-balances', {
        place: CITY,
        pack: 'national',
        effectiveOn: '2025-12-31',
        reason: '旧系统迁移',
        fileName: 'old.csv',
        csv: [
          'template,pool,insurance_type,counterparty,item,amount',
          `opening_balance,linjiang,resident,,special_pooled,${special}`,
          `opening_balance,linjiang,resident,,expenditure_pooled,${expenditure}`,
        ].join('\n'),
        rows: 2,
        totals: { opening_balance: total },
      })) as { readonly id: string };
      await checker.call('POST', `/api/v1/opening-balances/${id}/decisions`, { decision: 'approved' });
    },
  };
}
