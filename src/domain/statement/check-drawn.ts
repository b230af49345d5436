import { cellOf, type DrawnForm } from '#domain/statement/draw-form';
import { monthsOf, periodKind, type StatementPeriod } from '#domain/statement/spans';
import type { StatementSubject, Turnover } from '#domain/statement/turnover';
import type { Bilingual } from '#kernel/bilingual';
import { fen, type Fen } from '#kernel/fen';
import type { RawAccount } from '#rules/pack/raw-pack';

/** One check of a statement: how often it was made, and where it fails. */
export interface StatementCheck {
  /** Id of the form, or `books` for a check of the books behind all forms. */
  readonly form: string;
  readonly id: string;
  readonly name: Bilingual;
  readonly checked: number;
  readonly failures: readonly StatementFailure[];
}

export interface StatementFailure {
  /** Place of the failure: line, column and part; or the pools and accounts that do not agree. */
  readonly at: string;
  /** The place in words: names of lines, columns, pools and accounts. */
  readonly name: Bilingual;
  readonly line: string | null;
  readonly difference: Fen;
}

/** Checks one form in every cell: balance of both sides, and its equations. */
export function checkDrawnForm(drawn: DrawnForm): readonly StatementCheck[] {
  const { form } = drawn;
  const [left, right] = form.balances ?? [];
  const balance =
    left === undefined || right === undefined
      ? []
      : [{ id: 'balances', name: nameOfBalance(drawn, left, right), line: left, plus: [right], less: [] }];
  return [...balance, ...(form.equations ?? [])].map(({ id, name, line, plus, less = [] }) => {
    const failures: StatementFailure[] = [];
    const columns = drawn.columns.filter(({ isKept }) => isKept);
    for (const { span, name: column } of columns) {
      for (const { id: part, name: partName } of drawn.parts) {
        const at = (one: string): bigint => cellOf(drawn, { line: one, column: span, part }) ?? 0n;
        const sum =
          plus.reduce((total, one) => total + at(one), 0n) - less.reduce((total, one) => total + at(one), 0n);
        const difference = fen(at(line) - sum);
        if (difference === 0n) continue;
        const whole = joined([nameOfLine(drawn, line), column, partName]);
        failures.push({ at: `${line} ${span} ${part}`, name: whole, line, difference });
      }
    }
    return { form: form.id, id, name, checked: columns.length * drawn.parts.length, failures };
  });
}

function nameOfBalance(drawn: DrawnForm, left: string, right: string): Bilingual {
  const [one, other] = [nameOfLine(drawn, left), nameOfLine(drawn, right)];
  return { zh: `${one.zh} = ${other.zh}`, en: `${one.en} = ${other.en}` };
}

/** Checks the books for faults that no form shows by itself. */
export function checkBooks(
  subject: StatementSubject,
  period: StatementPeriod,
  accounts: ReadonlyMap<string, RawAccount>,
  rows: readonly Turnover[],
): readonly StatementCheck[] {
  const { to } = monthsOf(period);
  const own = rows.filter(({ month }) => month <= to);
  return [
    knownAccounts(accounts, own),
    ...(periodKind(period) === 'year' ? [yearClosed(subject, accounts, own)] : []),
    ...(subject.kind === 'group' ? [eliminations(subject, accounts, own)] : []),
  ];
}

/** Checks that every account is on a form; another one would be left out of all of them. */
function knownAccounts(accounts: ReadonlyMap<string, RawAccount>, rows: readonly Turnover[]): StatementCheck {
  const codes = [...new Set(rows.map(({ account }) => account))];
  const unknown = codes.filter((code) => !accounts.has(code));
  return {
    form: 'books',
    id: 'accounts_known',
    name: { zh: '账上科目均在科目表中', en: 'every account posted to is in the chart' },
    checked: codes.length,
    failures: unknown.map((code) => {
      const net = rows
        .filter(({ account }) => account === code)
        .reduce((sum, { debit, credit }) => sum + debit - credit, 0n);
      const name = { zh: `科目 ${code}`, en: `account ${code}` };
      return { at: code, name, line: null, difference: fen(net) };
    }),
  };
}

/** Checks that at the end of a year income, expenditure and premiums not yet split are zero (NAT-28.2, NAT-28.8). */
function yearClosed(
  subject: StatementSubject,
  accounts: ReadonlyMap<string, RawAccount>,
  rows: readonly Turnover[],
): StatementCheck {
  const open = rows.filter(({ account }) =>
    ['income', 'expense'].includes(accounts.get(account)?.class ?? ''),
  );
  const held = new Map<string, { readonly name: Bilingual; readonly net: bigint }>();
  for (const { pool, account, fund, source, debit, credit } of open) {
    const key = `${pool} ${account} ${fund} ${source}`;
    const name = joined([nameOfMember(subject, pool), nameOfAccount(accounts, account), nameOfFund(fund)]);
    held.set(key, { name, net: (held.get(key)?.net ?? 0n) + debit - credit });
  }
  return {
    form: 'books',
    id: 'year_closed',
    name: { zh: '收支科目年末已结转', en: 'income and expenditure are closed at year end' },
    checked: held.size,
    failures: [...held].flatMap(([at, { name, net }]) =>
      net === 0n ? [] : [{ at, name, line: null, difference: fen(net) }],
    ),
  };
}

/** Accounts in which two sides book the same obligation: both must be equal (NAT-28.5). */
const MIRRORED = [
  { one: '4401', other: '5302' },
  { one: '4402', other: '5301' },
  { one: 'receivable', other: 'payable' },
] as const;

/**
 * Checks that eliminated amounts between every two members come to zero, naming members that do not agree (NAT-28.5).
 */
function eliminations(
  subject: StatementSubject,
  chart: ReadonlyMap<string, RawAccount>,
  rows: readonly Turnover[],
): StatementCheck {
  const { members } = subject;
  const booked = new Map<string, bigint>();
  for (const { pool, party, account, debit, credit, isClosing } of rows) {
    if (party === null || isClosing || !party.startsWith('pool:')) continue;
    const key = `${pool} ${party.slice('pool:'.length)} ${account}`;
    booked.set(key, (booked.get(key) ?? 0n) + debit - credit);
  }
  const pairs = members.flatMap(({ id: one }) =>
    members.filter(({ id }) => id !== one).map(({ id: other }) => [one, other] as const),
  );
  const failures = pairs.flatMap(([one, other]) =>
    MIRRORED.flatMap((accounts) => {
      const left = booked.get(`${one} ${other} ${accounts.one}`) ?? 0n;
      const right = booked.get(`${other} ${one} ${accounts.other}`) ?? 0n;
      const at = `${one} ${accounts.one} / ${other} ${accounts.other}`;
      if (left + right === 0n) return [];
      const name = joined([
        nameOfMember(subject, one),
        nameOfAccount(chart, accounts.one),
        nameOfMember(subject, other),
        nameOfAccount(chart, accounts.other),
      ]);
      return [{ at, name, line: null, difference: fen(-left - right) }];
    }),
  );
  return {
    form: 'books',
    id: 'eliminated_to_nil',
    name: { zh: '上下级往来全部抵销', en: 'what members owe and pay each other is eliminated' },
    checked: pairs.length * MIRRORED.length,
    failures,
  };
}

const FUNDS: Readonly<Record<string, Bilingual>> = {
  pooled: { zh: '统筹基金', en: 'pooled fund' },
  account: { zh: '个人账户', en: 'personal accounts' },
  unsplit: { zh: '待分摊', en: 'not yet split' },
};

function nameOfFund(fund: string): Bilingual {
  return FUNDS[fund] ?? { zh: fund, en: fund };
}

function nameOfLine({ form }: DrawnForm, id: string): Bilingual {
  return form.lines.find((line) => line.id === id)?.name ?? { zh: id, en: id };
}

function nameOfMember({ members }: StatementSubject, id: string): Bilingual {
  return members.find((member) => member.id === id)?.name ?? { zh: id, en: id };
}

/** Names an account by code and name, such as 4001 社会保险费收入; obligations have no code that people know. */
function nameOfAccount(accounts: ReadonlyMap<string, RawAccount>, code: string): Bilingual {
  const account = accounts.get(code);
  if (account === undefined) return { zh: code, en: code };
  const { zh, en } = account.name;
  return account.book === 'cash' ? { zh: `${code} ${zh}`, en: `${code} ${en}` } : account.name;
}

function joined(names: readonly Bilingual[]): Bilingual {
  return { zh: names.map(({ zh }) => zh).join(' · '), en: names.map(({ en }) => en).join(' · ') };
}
