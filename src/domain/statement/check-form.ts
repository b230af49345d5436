import { leavesOf } from '#domain/statement/cell-terms';
import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';
import type { RawAccount } from '#rules/pack/raw-pack';
import type {
  RawStatementForm,
  RawStatementLine,
  RawStatementPart,
  SubjectKind,
} from '#rules/pack/raw-statement';

type Accounts = ReadonlyMap<string, RawAccount>;

/** Kinds of counterparty that a journal template may name. */
const PARTY_KINDS = ['person', 'employer', 'institution', 'government', 'insurer', 'pool'] as const;

/** The places where entries of a kind of books can stand: each belongs to exactly one part of a form. */
const PLACES_OF = {
  pool: [
    ['pooled', 'current'],
    ['pooled', 'pre_pooling'],
    ['account', 'current'],
    ['unsplit', 'current'],
  ],
  fund: [
    ['pooled', 'adjustment'],
    ['pooled', 'risk_reserve'],
  ],
} as const;

/** Lists the faults of a form, each with its place. */
export function checkForm(form: RawStatementForm, accounts: Accounts, at: string): readonly Refusal[] {
  const shape = form.lines.flatMap((line, index) => lineFaults(form, line, index, accounts, at));
  // What follows walks from line to line, which needs them to be sound.
  if (shape.length > 0) return shape;
  return [
    ...coverageFaults(form, accounts, at),
    ...balanceFaults(form, accounts, at),
    ...(form.equations ?? []).flatMap(({ id, line, plus, less = [] }) =>
      [line, ...plus, ...less]
        .filter((name) => !form.lines.some((one) => one.id === name))
        .map((name) => unknownLine(`${at} ${id}`, name)),
    ),
    ...form.of.flatMap((kind) => partFaults(form, kind, at)),
  ];
}

function lineFaults(
  form: RawStatementForm,
  line: RawStatementLine,
  index: number,
  accounts: Accounts,
  at: string,
): readonly Refusal[] {
  const place = `${at} ${line.id}`;
  const above = form.lines.slice(0, index).map(({ id }) => id);
  const faults: Refusal[] = [];
  if (above.includes(line.id)) {
    faults.push(fault('duplicate_id', place, { zh: '行编号重复', en: 'the id of the line is given twice' }));
  }
  if (
    (line.accounts === undefined) !== (line.side === undefined) ||
    (line.accounts === undefined) === (line.sum === undefined)
  ) {
    const what = {
      zh: '一行或由科目（并注明方向）或由其他行相加',
      en: 'a line is of accounts with a side, or a sum of lines',
    };
    faults.push(fault('line_unclear', place, what));
  }
  // Sums reach upward only, so that no line can be part of itself.
  const named = [
    ...(line.sum ?? []),
    ...(line.less ?? []),
    ...(line.within === undefined ? [] : [line.within]),
  ];
  faults.push(...named.filter((id) => !above.includes(id)).map((id) => unknownLine(place, id)));
  for (const code of line.accounts ?? []) {
    const account = accounts.get(code);
    if (account?.book === form.book) continue;
    const what = { zh: `本账没有科目 ${code}`, en: `there is no account ${code} in this book` };
    faults.push(fault('unknown_account', place, what));
  }
  const strangers = (line.parties ?? []).filter((kind) => !PARTY_KINDS.some((known) => known === kind));
  return [
    ...faults,
    ...strangers.map((kind) =>
      fault('unknown_party', place, { zh: `没有对方类别 ${kind}`, en: `there is no kind of party ${kind}` }),
    ),
  ];
}

/** Keeps the lines of accounts that count: not those that repeat part of another line, or another period. */
function counting({ lines }: RawStatementForm): readonly RawStatementLine[] {
  return lines.filter(
    ({ accounts, within, at }) => accounts !== undefined && within === undefined && at === undefined,
  );
}

function coverageFaults(form: RawStatementForm, accounts: Accounts, at: string): readonly Refusal[] {
  const wanted = [...accounts.values()].filter(
    (one) => one.book === form.book && form.covers.includes(one.class),
  );
  const lines = counting(form);
  return wanted.flatMap(({ code }) => {
    const counts = PARTY_KINDS.map(
      (kind) =>
        lines.filter(
          (line) => line.accounts?.includes(code) === true && (line.parties?.includes(kind) ?? true),
        ).length,
    );
    const isWhole = lines
      .filter((line) => line.accounts?.includes(code) === true)
      .every(({ categories, sources }) => categories === undefined && sources === undefined);
    if (counts.every((count) => count === 1) && isWhole) return [];
    const what = {
      zh: `科目 ${code} 须恰好列入一行`,
      en: `the account ${code} does not stand in exactly one line`,
    };
    return [{ ...fault('account_not_once', at, what), clause: 'NAT-28.10' }];
  });
}

/**
 * Checks that two lines are equal whatever is posted: their difference must be debit less credit of every account of
 * the book, each once, and a posted event has as much debit as credit.
 */
function balanceFaults(form: RawStatementForm, accounts: Accounts, at: string): readonly Refusal[] {
  const [left, right] = form.balances ?? [];
  if (left === undefined || right === undefined) return [];
  const unknown = [left, right].filter((id) => !form.lines.some((line) => line.id === id));
  if (unknown.length > 0) return unknown.map((id) => unknownLine(at, id));
  const weights = new Map<string, number>();
  for (const [id, times] of [
    [left, 1],
    [right, -1],
  ] as const) {
    for (const { sign, line } of leavesOf(form, id)) {
      const weight = sign * times * (line.side === 'debit' ? 1 : -1);
      for (const code of line.accounts ?? []) {
        for (const kind of line.parties ?? PARTY_KINDS) {
          const key = `${code} ${kind}`;
          weights.set(key, (weights.get(key) ?? 0) + weight);
        }
      }
    }
  }
  const own = [...accounts.values()].filter(({ book }) => book === form.book);
  const wrong = own.filter(({ code }) => PARTY_KINDS.some((kind) => weights.get(`${code} ${kind}`) !== 1));
  return wrong.map(({ code }) => ({
    ...fault('does_not_balance', at, {
      zh: `因科目 ${code}，${left} 与 ${right} 不能保证相等`,
      en: `because of the account ${code}, ${left} and ${right} need not be equal`,
    }),
    clause: 'NAT-28.2',
  }));
}

/** Checks that every entry of the books belongs to exactly one part, and that there is a part. */
function partFaults(form: RawStatementForm, kind: SubjectKind, at: string): readonly Refusal[] {
  return (['employee', 'resident'] as const).flatMap((type) => {
    const parts = form.parts.filter(
      ({ of, types, role }) =>
        of === kind && role === undefined && (types === undefined || types.includes(type)),
    );
    const members = kind === 'group' ? (['pool', 'fund'] as const) : [kind];
    return members.flatMap((member) =>
      PLACES_OF[member]
        .filter(([fund]) => type === 'employee' || fund === 'pooled')
        .filter(
          ([fund, source]) => parts.filter((part) => holds(part, kind, member, fund, source)).length !== 1,
        )
        .map(([fund, source]) =>
          fault('part_not_once', `${at} ${kind} ${type}`, {
            zh: `${fund} ${source} 须恰好列入一栏`,
            en: `${fund} ${source} does not stand in exactly one part`,
          }),
        ),
    );
  });
}

function holds(
  part: RawStatementPart,
  kind: SubjectKind,
  member: string,
  fund: string,
  source: string,
): boolean {
  return (
    (kind !== 'group' || part.members === undefined || part.members === member) &&
    (part.funds?.includes(fund) ?? true) &&
    (part.sources?.includes(source) ?? true)
  );
}

function unknownLine(at: string, id: string): Refusal {
  return fault('unknown_line', `${at} ${id}`, { zh: `上面没有行 ${id}`, en: `there is no line ${id} above` });
}

function fault(code: string, at: string, what: Bilingual): Refusal {
  return { code, at, what, next: { zh: '请改正该报表格式', en: 'correct the form' } };
}
