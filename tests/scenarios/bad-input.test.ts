import { describe, expect, it } from 'vitest';
import {
  adjustText as adjust,
  expectRefusal,
  pool,
  runAdjustLine as run,
  type Json,
} from '#tests/support/adjust-command';
import { city, inventedRequest } from '#tests/support/invented-request';

/** Three cities of an invented province, which Jiangxi's rule reckons too. */
const good = (): Json => JSON.parse(JSON.stringify(inventedRequest())) as Json;
const fund = (request: Json): Json => request['fund'] as Json;
const recoveries = (...rows: readonly (readonly [string, string, string])[]): object[] =>
  rows.map(([placeOfCare, placeOfInsurance, amount]) => ({ placeOfCare, placeOfInsurance, amount }));

type Case = readonly [title: string, change: (request: Json) => unknown, ...problems: readonly string[]];

const FIGURES: readonly Case[] = [
  ['a third decimal', (it) => (pool(it)['collections'] = '1.005'), 'too_many_decimals pools[1].collections:'],
  ['a number for text', (it) => (pool(it)['collections'] = 1.5), 'wrong_type pools[1].collections:'],
  ['an exponent', (it) => (pool(it)['revenue'] = '1e3'), 'exponent pools[1].revenue:'],
  ['thousands marks', (it) => (pool(it)['revenue'] = '1,000.00'), 'thousands_mark pools[1].revenue:'],
  ['an empty amount', (it) => (pool(it)['revenue'] = ''), 'bad_amount pools[1].revenue:'],
  ['an amount in words', (it) => (pool(it)['revenue'] = 'ten'), 'bad_amount pools[1].revenue:'],
  [
    'an amount that is too long',
    (it) => (pool(it)['revenue'] = '1234567890123456'),
    'amount_too_long pools[1].revenue:',
  ],
  [
    'negative collections',
    (it) => (pool(it)['collections'] = '-1.00'),
    'negative_amount pools[1].collections:',
  ],
  [
    'a negative expenditure',
    (it) => (pool(it)['expenditure'] = '-1.00'),
    'negative_amount pools[1].expenditure:',
  ],
  [
    'a negative application',
    (it) => (pool(it)['emergency'] = '-1.00'),
    'negative_amount pools[1].emergency:',
  ],
  ['a negative fund', (it) => (fund(it)['openingBalance'] = '-1.00'), 'negative_amount fund.openingBalance:'],
  [
    'a negative recovery',
    (it) => (it['recoveries'] = recoveries(['east', 'west', '-1.00'])),
    'negative_amount recoveries[0].amount:',
  ],
  ['a rate above 100%', (it) => (it['values'] = { levy_rate: '101%' }), 'bad_rate values.levy_rate:'],
  [
    'a rate without percent sign',
    (it) => (it['values'] = { levy_rate: '0.1' }),
    'bad_rate values.levy_rate:',
  ],
  [
    'negative months',
    (it) => (it['values'] = { target_months: '-9' }),
    'negative_amount values.target_months:',
  ],
];

const SHAPES: readonly Case[] = [
  ['an unknown field', (it) => (it['colour'] = 'red'), 'unknown_field colour:'],
  ['an unknown field of the fund', (it) => (fund(it)['debt'] = '0.00'), 'unknown_field fund.debt:'],
  ['an unknown field of a pool', (it) => (pool(it)['debt'] = '0.00'), 'unknown_field pools[1].debt:'],
  ['an unknown value', (it) => (it['values'] = { luck: '1%' }), 'unknown_field values.luck:'],
  ['another insurance type', (it) => (it['scheme'] = 'maternity'), 'bad_value scheme:'],
  ['a year as text', (it) => (it['year'] = '2024'), 'wrong_type year:'],
  ['no year', (it) => delete it['year'], 'missing_field year:'],
  ['no insurance type', (it) => delete it['scheme'], 'missing_field scheme:'],
  ['no fund', (it) => delete it['fund'], 'missing_field fund:'],
  ['no interest', (it) => delete fund(it)['interest'], 'missing_field fund.interest:'],
  ['no pools', (it) => delete it['pools'], 'missing_field pools:'],
  ['an empty list of pools', (it) => (it['pools'] = []), 'bad_value pools:'],
  ['a pool without id', (it) => delete pool(it)['id'], 'missing_field pools[1].id:'],
  [
    'a condition left out',
    (it) =>
      (pool(it)['conditions'] = {
        levyPaid: true,
        breachesCorrected: true,
        budgetMet: true,
        enrolmentMet: true,
      }),
    'missing_field pools[1].conditions.subsidyPaid:',
  ],
  [
    'several problems at once',
    (it) => {
      delete it['year'];
      pool(it)['revenue'] = 1;
      pool(it, 2)['x'] = 1;
    },
    'missing_field year:',
    'wrong_type pools[1].revenue:',
    'unknown_field pools[2].x:',
  ],
];

const RULES: readonly Case[] = [
  ['R-7: a year before the rule', (it) => (it['year'] = 2023), 'not_in_force year [JX-2.1]:'],
  ['a number that is no year', (it) => (it['year'] = 24), 'bad_year year:'],
  ['a pool given twice', (it) => (it['pools'] as Json[]).push(pool(it)), 'duplicate_pool pools[3].id:'],
  [
    'an unknown place of care',
    (it) => (it['recoveries'] = recoveries(['south', 'east', '1.00'])),
    'unknown_pool recoveries[0].placeOfCare:',
  ],
  [
    'an unknown place of insurance',
    (it) => (it['recoveries'] = recoveries(['east', 'west', '1.00'], ['east', 'south', '1.00'])),
    'unknown_pool recoveries[1].placeOfInsurance:',
  ],
  [
    'two unknown places',
    (it) => (it['recoveries'] = recoveries(['x', 'y', '1.00'])),
    'unknown_pool recoveries[0].placeOfCare:',
    'unknown_pool recoveries[0].placeOfInsurance:',
  ],
  [
    'JX-R4: cover without a deficit',
    (it) => (pool(it)['treasuryCover'] = '0.01'),
    'cover_above_deficit pools[1].treasuryCover [JX-2.5]:',
  ],
  [
    'JX-R4: cover above the deficit',
    (it) => Object.assign(pool(it), { openingBalance: '-300.00', treasuryCover: '500.01' }),
    'cover_above_deficit pools[1].treasuryCover [JX-2.5]:',
  ],
  ...(
    [
      'collections',
      'revenue',
      'expenditure',
      'openingBalance',
      'treasuryCover',
      'emergency',
      'emergencyCause',
      'conditions',
    ] as const
  ).map((field): Case => [
    `a pool without ${field}`,
    (it) => (pool(it)[field] = undefined),
    `missing_field pools[1].${field}:`,
  ]),
];

const TEXTS: readonly (readonly [title: string, text: string, problem: string])[] = [
  ['an empty file', '', 'empty_file input.json:'],
  ['a file of blanks', ' \n', 'empty_file input.json:'],
  ['malformed JSON', '{"year": 2024,}', 'malformed_json input.json:'],
  ['JSON cut short', JSON.stringify(good()).slice(0, -5), 'malformed_json input.json:'],
  ['a member given twice', '{\n"year": 2024,\n"year": 2025\n}', 'duplicate_field input.json:3:'],
  ['a list in place of the whole', '[]', 'wrong_type:'],
  ['nesting without end', '['.repeat(5000) + ']'.repeat(5000), 'malformed_json input.json:'],
];

describe('bad input is refused with one line for each problem and nothing on standard output', () => {
  it.each(
    [...FIGURES, ...SHAPES, ...RULES].map(([title, change, ...problems]) => ({ title, change, problems })),
  )('$title', async ({ change, problems }) => {
    const request = good();
    change(request);
    expectRefusal(await adjust(JSON.stringify(request)), problems);
  });

  it.each(TEXTS)('%s', async (_, text, problem) => {
    expectRefusal(await adjust(text), [problem]);
  });

  it('a file that is not there', async () => {
    expectRefusal(await run(['adjust', '--pack', 'jiangxi', '--input', 'nowhere.json']), [
      'file_not_found nowhere.json:',
    ]);
  });

  it.each(['nowhere', '../packs/jiangxi', '.', '', 'constructor'])(
    'a pack that there is not: "%s"',
    async (id) => {
      const heard = await run(['adjust', '--pack', id, '--input', 'input.json'], { 'input.json': '{}' });
      expectRefusal(heard, [id === '' ? 'unknown_pack:' : `unknown_pack ${id}:`]);
    },
  );

  it('a pack without adjustment rules', async () => {
    const heard = await run(['adjust', '--pack', 'national', '--input', 'input.json'], {
      'input.json': JSON.stringify(good()),
    });
    expectRefusal(heard, ['no_adjustment packs/national:']);
  });

  it('JX-R6, JX-R7: a production run takes no assumed figure', async () => {
    const heard = await run(['adjust', '--pack', 'jiangxi', '--input', 'i', '--production'], {
      i: JSON.stringify(good()),
    });
    expectRefusal(heard, [
      'assumption_in_production shortage_rule [JX-2.3.1]:',
      'assumption_in_production incentive_key [JX-2.3.3-b]:',
    ]);
  });
});

describe('wrong usage', () => {
  it.each([
    ['no pack', ['adjust', '--input', 'input.json']],
    ['no input', ['adjust', '--pack', 'jiangxi']],
    ['an option without its value', ['adjust', '--pack']],
    ['an unknown option', ['adjust', '--pack', 'jiangxi', '--input', 'input.json', '--force']],
    ['an argument too many', ['adjust', '--pack', 'jiangxi', '--input', 'input.json', 'more']],
    ['an unknown command', ['adjoust']],
    ['no command', []],
  ])('%s ends with status 2', async (_, args) => {
    const heard = await run(args, { 'input.json': JSON.stringify(good()) });
    expect(heard.status).toBe(2);
    expect(heard.out).toBe('');
    expect(heard.err).not.toBe('');
  });
});

describe('good input', () => {
  it.each<[string, (request: Json) => unknown]>([
    ['as it is', () => undefined],
    ['with a negative opening balance', (it) => (pool(it)['openingBalance'] = '-0.01')],
    ['without recoveries', (it) => delete it['recoveries']],
    [
      'with fields that only other places need',
      (it) => Object.assign(pool(it), { priorLevy: '1.00', insured: 5, gapCause: 'policy' }),
    ],
    ['with amounts in short form', (it) => (pool(it)['revenue'] = '2400')],
    ['with a pool of its own', (it) => (it['pools'] as unknown[]).push(city('south'))],
  ])('%s ends with status 0, JSON on standard output and nothing on standard error', async (_, change) => {
    const request = good();
    change(request);
    const heard = await adjust(JSON.stringify(request));
    expect(heard.err).toBe('');
    expect(heard.status).toBe(0);
    expect(JSON.parse(heard.out)).toMatchObject({ pack: 'jiangxi', year: 2024, status: 'in_force' });
  });

  it('is the same to the byte when it is asked again', async () => {
    const text = JSON.stringify(good());
    expect((await adjust(text)).out).toBe((await adjust(text)).out);
  });
});
