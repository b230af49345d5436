import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';
import type { RawAccount, RawMove, RawTemplate } from '#rules/pack/raw-pack';

type Accounts = ReadonlyMap<string, RawAccount>;

/** Accounts that the special account may pay: none of them carries a line of the budget or a running cost. */
const SPECIAL_ACCOUNT_PAYS = ['1004', '1201', '2101', '3001', '4601', '4602', '5301', '5302'];
const EXPENDITURE_ACCOUNT_PAYS = ['1003', '1101', '2001', '5001', '5101', '5201', '5401'];
const RESTRICTED: readonly (string | undefined)[] = ['pre_pooling', 'risk_reserve'];
const OF_THE_FUND: readonly (string | undefined)[] = ['adjustment', 'risk_reserve'];

interface MoveRule {
  readonly code: string;
  readonly clause: string;
  readonly isBroken: (move: RawMove) => boolean;
  readonly what: Bilingual;
}

/** Rules that every move keeps; constraints of `journal_move` hold the same rules in the database. */
const MOVE_RULES: readonly MoveRule[] = [
  {
    code: 'levy_not_to_special_account',
    clause: 'NAT-28.3',
    isBroken: ({ debit, credit }) =>
      (credit === '4402' && debit !== '1003') || (debit === '4402' && credit !== '3001'),
    what: {
      zh: '上解收入只能进财政专户',
      en: 'a levy is credited to something else than the special account',
    },
  },
  {
    code: 'special_account_misused',
    clause: 'NAT-144.39-b',
    isBroken: ({ debit, credit }) => credit === '1003' && !SPECIAL_ACCOUNT_PAYS.includes(debit),
    what: {
      zh: '财政专户的钱不得用于此处（不得平衡预算或列支经费）',
      en: 'money of the special account goes where it may not: not to a budget and not to running costs',
    },
  },
  {
    code: 'expenditure_account_misused',
    clause: 'NAT-144.39-b',
    isBroken: ({ debit, credit }) =>
      (credit === '1004' && !EXPENDITURE_ACCOUNT_PAYS.includes(debit)) ||
      (debit === '1004' && !['1003', '2001', '3001'].includes(credit)),
    what: {
      zh: '支出户只收专户拨款，只付基金支出',
      en: 'the expenditure account takes or pays what it may not',
    },
  },
  {
    code: 'sweep_goes_elsewhere',
    clause: 'NAT-28.7',
    isBroken: ({ debit, credit }) => ['1002', '1005'].includes(credit) && debit !== '1003',
    what: {
      zh: '收入户和国库只能划入财政专户',
      en: 'income account or treasury pay elsewhere than the special account',
    },
  },
  {
    code: 'subsidy_not_pooled',
    clause: 'NAT-28.6',
    isBroken: ({ debit, credit, fund }) => [debit, credit].includes('4101') && fund !== undefined,
    what: { zh: '财政补贴只归统筹基金', en: 'a fiscal subsidy does not go to the pooled fund' },
  },
  {
    code: 'transfer_not_personal',
    clause: 'NAT-28.6',
    isBroken: ({ debit, credit, fund }) =>
      [debit, credit].some((code) => ['4301', '5201'].includes(code)) && fund !== 'account',
    what: { zh: '转移收支只发生在个人账户', en: 'a transfer in or out is not of personal accounts' },
  },
];

/** Lists the faults of a template, each with its place. Balance needs no check: a move has two sides of one amount. */
export function checkTemplate(template: RawTemplate, accounts: Accounts, at: string): readonly Refusal[] {
  return [
    ...template.moves.flatMap((move, index) =>
      moveFaults(move, accounts, `${at} ${template.id} moves.${index}`),
    ),
    ...templateFaults(template, accounts, `${at} ${template.id}`),
  ];
}

function moveFaults(move: RawMove, accounts: Accounts, at: string): readonly Refusal[] {
  const unknown = [move.debit, move.credit].filter((code) => !accounts.has(code));
  if (unknown.length > 0) {
    const codes = unknown.join(', ');
    return [fault('unknown_account', at, { zh: `没有科目 ${codes}`, en: `there is no account ${codes}` })];
  }
  const broken = MOVE_RULES.filter((rule) => rule.isBroken(move)).map(({ code, clause, what }) => ({
    ...fault(code, at, what),
    clause,
  }));
  if (accounts.get(move.debit)?.book === accounts.get(move.credit)?.book && move.debit !== move.credit) {
    return broken;
  }
  const what = { zh: '一笔须在同一本账的两个科目之间', en: 'a move is not between two accounts of one book' };
  return [...broken, fault('books_mixed', at, what)];
}

function templateFaults(template: RawTemplate, accounts: Accounts, at: string): readonly Refusal[] {
  const { moves, kind, approval, causes = [], parties = [], returns = [] } = template;
  const isDeposit = (code: string): boolean => accounts.get(code)?.class === 'deposit';
  const releases = moves.some(({ credit, source }) => isDeposit(credit) && RESTRICTED.includes(source));
  const isBetween = moves.some(({ pool }) => pool === 'other');
  const faults: Refusal[] = [];
  if ((releases || returns.length > 0 || kind === 'opening') && approval === undefined) {
    const what = {
      zh: '动用受限资金、退回以前年度金额或期初建账须经审批',
      en: 'restricted money, what returns amounts of a year or an opening without approval',
    };
    faults.push(fault('approval_not_required', at, what));
  }
  if ((approval === undefined) !== (causes.length === 0)) {
    faults.push(
      fault('causes_wrong', at, { zh: '审批须列明事由', en: 'an approval names its causes, and only it' }),
    );
  }
  if (isBetween !== (parties.length === 1 && parties[0] === 'pool')) {
    const what = {
      zh: '两区之间的分录，对方只能是 pool',
      en: 'between two pools the party is pool, and only there',
    };
    faults.push(fault('parties_wrong', at, what));
  }
  if (
    moves.some(({ debit, credit }) => accounts.get(debit)?.book === 'obligation' && credit !== '') &&
    parties.length === 0
  ) {
    faults.push(
      fault('party_missing', at, { zh: '往来须有对方', en: 'an obligation without a counterparty' }),
    );
  }
  for (const role of [undefined, 'other'] as const) {
    const sources = new Set(
      moves.filter(({ pool }) => pool === role).map(({ source }) => OF_THE_FUND.includes(source)),
    );
    if (sources.size < 2) continue;
    faults.push(
      fault('sources_mixed', at, { zh: '调剂金须单独建账', en: 'an adjustment fund in the books of a pool' }),
    );
  }
  return [...faults, ...(kind === 'opening' ? [] : conservationFaults(moves, isDeposit, at))];
}

/**
 * Finds moves that make or lose money within the books: what a deposit gives up for the balance comes to a deposit
 * again.
 */
function conservationFaults(
  moves: readonly RawMove[],
  isDeposit: (code: string) => boolean,
  at: string,
): readonly Refusal[] {
  const groups = new Map<string, RawMove[]>();
  for (const move of moves.filter(({ debit }) => /^\d{4}$/.test(debit))) {
    const group = `${move.pool ?? 'own'} ${move.amount}`;
    groups.set(group, [...(groups.get(group) ?? []), move]);
  }
  return [...groups].flatMap(([group, own]) => {
    const isInternal = own.some(
      ({ debit, credit }) => [debit, credit].includes('3001') || ['4601', '4602'].includes(debit),
    );
    const net = own.reduce(
      (sum, { debit, credit }) => sum + Number(isDeposit(debit)) - Number(isDeposit(credit)),
      0,
    );
    if (!isInternal || net === 0) return [];
    const what = {
      zh: `${group}：内部调整不得增减存款`,
      en: `${group}: money is made or lost within the books`,
    };
    return [fault('money_not_conserved', at, what)];
  });
}

function fault(code: string, at: string, what: Bilingual): Refusal {
  return {
    code,
    at,
    what,
    next: { zh: '请改正该模板', en: 'correct the template' },
  };
}
