import { remarkText } from '#application/adjustment-year/notice-remarks';
import { isOfFullPooling, type NoticeKind, type NoticeRow } from '#application/adjustment-year/notice-rows';
import { noticeWords, type NoticeWords } from '#application/adjustment-year/notice-words';
import type { YearRemark } from '#application/adjustment-year/year-remarks';
import type { NoticeReport } from '#application/adjustment-year/notice-report';
import type { YearProposal } from '#application/adjustment-year/snapshot';
import type { AdjustmentYear } from '#application/ports/adjustment-year-store';
import { chinaDateOf } from '#application/time/china-time';
import { SCHEME_WORDS } from '#application/rendering/words';
import type { YearStep } from '#domain/adjustment-year/year-step';
import { capitalAmount } from '#kernel/capital-amount';
import { fen, formatYuan, formatYuanGrouped, type Fen } from '#kernel/fen';
import { findClause, findInstrument, type Pack } from '#rules/pack/pack';

/** A bank account as printed on a notice; null where none was confirmed when the version was approved. */
export type NoticeAccount = Readonly<Record<'holder' | 'bank' | 'number', string>> | null;

/** The parts of a notice, all stored by the time of the approval. */
export interface NoticeParts {
  readonly year: Pick<AdjustmentYear, 'insuranceType' | 'year'>;
  readonly kind: NoticeKind;
  readonly approved: YearStep;
  readonly proposal: Pick<YearProposal, 'run' | 'resultHash' | 'lines'>;
  /** Ordinal number of the notice within the year. */
  readonly ordinal: number;
  /** The corrected version, with the number of its notice to the pool where there was one. */
  readonly corrected:
    | (NonNullable<YearProposal['previous']> & {
        readonly ordinal: number | null;
        /** Instant of its approval; ISO 8601 in UTC. */
        readonly approvedAt: string;
      })
    | null;
  /** Text on how the pool's levy was reckoned. */
  readonly reckoning: string | undefined;
  readonly rows: readonly NoticeRow[];
  /** What the version decides for the pool without money. */
  readonly remarks: readonly YearRemark[];
  /** Of a first version, what moved of its rows within the year ahead of it, in fen; zero for a later one. */
  readonly advanced: Fen;
  readonly pack: Pack;
  readonly poolName: string;
  /** Names of the places of the fund and of the pool. */
  readonly issuingPlace: string;
  readonly receivingPlace: string;
  /** Account of the receiving side. */
  readonly account: NoticeAccount;
  readonly signed: NoticeReport['record'];
}

/** Name of a place's bureau at every level. */
const BUREAU = '医疗保障局';
const SHORT_SCHEME: Readonly<Record<string, string>> = { employee: '职工', resident: '居民' };

/** Lays out a notice as an official paper: issuer, number, addressee, basis by article, amounts, account, signature. */
export function layOutNotice(parts: NoticeParts): NoticeReport {
  const { year, kind, approved, proposal, ordinal, rows, pack, issuingPlace, receivingPlace } = parts;
  const words = noticeWords(isOfFullPooling(proposal));
  // The year in brackets is that of the issue; the fund year is part of the series, so that numbers stay unique.
  const numberOf = (one: number, at: string): string =>
    `${issuingPlace}${words.series}（${year.year} 年度${scheme}）〔${chinaDateOf(at).slice(0, 4)}〕${one} 号`;
  const { run, resultHash } = proposal;
  const what = words[kind];
  const title = `${year.year} 年度${SCHEME_WORDS[year.insuranceType] ?? year.insuranceType}${words.money}${what}通知`;
  const scheme = SHORT_SCHEME[year.insuranceType] ?? year.insuranceType;
  const isCorrection = parts.corrected !== null;
  const payee = payeeOf(kind, rows, parts.advanced);
  const clauses = [...rows, ...parts.remarks];
  const issuedOn = chinaDateOf(approved.at);
  return {
    title,
    fileName: `${title.replaceAll(' ', '')}-${parts.poolName}-${approved.version}`,
    number: numberOf(ordinal, approved.at),
    runId: run,
    resultHash,
    recordedAt: approved.at,
    dataNote: `第 ${approved.version} 版，批准于 ${issuedOn}`,
    issuer: `${issuingPlace}${BUREAU}`,
    issuedOn: chineseDay(issuedOn),
    addressee: `${receivingPlace}${BUREAU}`,
    opening: `根据${basisOf(clauses, pack)}，核定${parts.poolName} ${year.year} 年度应${what}金额如下${isCorrection ? '，并列明与前一版的差额' : ''}。`,
    amounts: amountTable(rows, pack, what, isCorrection),
    reckoning: parts.reckoning === undefined ? [] : [[`${words.levy}计算`, parts.reckoning]],
    total: totalPairs(rows, isCorrection, parts.advanced),
    payment: payee === undefined ? [] : paymentPairs(payee, parts.account, words),
    clauses: clauseTable(clauses, pack),
    closing: [
      ...(rows.length === 0 ? [] : [closingOf(kind, openOf(parts), words)]),
      ...parts.remarks.map(remarkText),
    ].join(''),
    record: [
      ...correctedPairs(parts.corrected, numberOf),
      ['批准意见', approved.note === '' ? '—' : approved.note],
      ...parts.signed,
      ['计算记录', `${run}，结果哈希 ${resultHash}`],
    ],
  };
}

/**
 * Names the side whose special account receives the money: a levy goes up, an allocation down, a repayment the other
 * way.
 */
export function payeeOf(
  kind: NoticeKind,
  rows: readonly NoticeRow[],
  advanced: Fen,
): 'fund' | 'pool' | undefined {
  const difference = differenceOf(rows, advanced);
  if (difference === 0n) return undefined;
  return (kind === 'levy') === difference > 0n ? 'fund' : 'pool';
}

/** Writes what is corrected: the version, its run by id and hash, and its notice. */
function correctedPairs(
  corrected: NoticeParts['corrected'],
  numberOf: (ordinal: number, at: string) => string,
): NoticeReport['record'] {
  if (corrected === null) return [];
  const { version, run, resultHash, ordinal, approvedAt } = corrected;
  const notice =
    ordinal === null ? '该版对本统筹区无此项通知' : `该版通知文号 ${numberOf(ordinal, approvedAt)}`;
  return [['更正前版', `第 ${version} 版，${notice}，计算记录 ${run}，结果哈希 ${resultHash}`]];
}

/**
 * Reckons what is still to be moved by a notice, in fen: of a later version what it adds to the one before, of a first
 * one what was not moved within the year; negative where it takes back.
 */
function differenceOf(rows: readonly NoticeRow[], advanced: Fen): Fen {
  return fen(rows.reduce((sum, row) => sum + row.amount - row.before, 0n - advanced));
}

/** Reckons the difference that the closing sentence asks for; undefined where the whole amount is asked for. */
function openOf({ corrected, rows, advanced }: NoticeParts): Fen | undefined {
  return corrected === null && advanced === 0n ? undefined : differenceOf(rows, advanced);
}

/** Writes what is to be done: with the whole amount at first, later with the difference only, in either direction. */
function closingOf(kind: NoticeKind, difference: Fen | undefined, words: NoticeWords): string {
  const isLevy = kind === 'levy';
  if (difference === undefined) {
    return isLevy
      ? '请按上列金额足额上缴上述财政专户，上缴时注明本通知文号。'
      : '请按上列金额收取，列入统筹基金，专款专用。';
  }
  if (difference === 0n) return '核定金额与前一版或年度内已收付的金额相同，不另收付。';
  const isMore = difference > 0n;
  if (isLevy) {
    return isMore
      ? '请按差额补缴上述财政专户，上缴时注明本通知文号。'
      : `多${words.levy}的差额由${words.account}退回上述账户，请收取后列入统筹基金。`;
  }
  return isMore
    ? `差额另行${words.allocation}，请收取后列入统筹基金，专款专用。`
    : `请将多${words.allocation}的差额退回上述财政专户，退回时注明本通知文号。`;
}

function totalPairs(rows: readonly NoticeRow[], isCorrection: boolean, advanced: Fen): NoticeReport['total'] {
  const total = fen(rows.reduce((sum, row) => sum + row.amount, 0n));
  const difference = differenceOf(rows, advanced);
  return [
    ['合计（小写）', `${formatYuanGrouped(total)} 元`],
    ['合计（大写）', capitalAmount(total)],
    ...(advanced === 0n ? [] : ([['年度内已收付', `${formatYuanGrouped(advanced)} 元`]] as const)),
    ...(isCorrection || advanced !== 0n
      ? ([
          ['本次应补（退）（小写）', `${formatYuanGrouped(difference)} 元`],
          ['本次应补（退）（大写）', capitalAmount(difference)],
        ] as const)
      : []),
  ];
}

/** Writes the account to pay into; no due day, because no pack states one for a levy. */
function paymentPairs(
  payee: 'fund' | 'pool',
  account: NoticeAccount,
  words: NoticeWords,
): NoticeReport['payment'] {
  const told =
    account === null
      ? '批准时未登记，由印发单位另行告知'
      : `${account.holder}，${account.bank}，${account.number}`;
  return [[payee === 'fund' ? `收款账户（${words.account}）` : '收款账户（统筹区财政专户）', told]];
}

function amountTable(
  rows: readonly NoticeRow[],
  pack: Pack,
  what: string,
  isCorrection: boolean,
): NoticeReport['amounts'] {
  return {
    title: `应${what}金额（元）`,
    columns: [
      { header: '项目', content: 'text' },
      ...(isCorrection ? ([{ header: '前版核定', content: 'amount' }] as const) : []),
      { header: isCorrection ? '本版核定' : '金额', content: 'amount' },
      ...(isCorrection ? ([{ header: '差额', content: 'amount' }] as const) : []),
      { header: '依据', content: 'prose' },
    ],
    rows: rows.map(({ label, before, amount, clauses }) => [
      label,
      ...(isCorrection ? [formatYuan(before)] : []),
      formatYuan(amount),
      ...(isCorrection ? [formatYuan(fen(amount - before))] : []),
      clauses.map((id) => articleOf(pack, id)).join('；'),
    ]),
  };
}

/** What follows from clauses: a row or a remark. */
type Cited = Pick<NoticeRow, 'clauses'>;

function clauseTable(rows: readonly Cited[], pack: Pack): NoticeReport['clauses'] {
  const ids = [...new Set(rows.flatMap(({ clauses }) => clauses))];
  return {
    title: '依据的条款',
    columns: [
      { header: '条款', content: 'prose' },
      { header: '内容（转述）', content: 'prose' },
    ],
    rows: ids.map((id) => [articleOf(pack, id), findClause(pack, id)?.paraphrase.zh ?? '']),
  };
}

/** Writes the documents behind the amounts: 《title》（number）. */
function basisOf(rows: readonly Cited[], pack: Pack): string {
  const ids = rows.flatMap(({ clauses }) => clauses).map((id) => findClause(pack, id)?.instrument);
  const named = [...new Set(ids)].flatMap((id) => {
    const instrument = id === undefined ? undefined : findInstrument(pack, id);
    if (instrument === undefined) return [];
    return [`《${instrument.title.zh}》${instrument.number === undefined ? '' : `（${instrument.number}）`}`];
  });
  return named.join('、');
}

/** Cites a clause as an official paper does: document number (or title) and article. */
function articleOf(pack: Pack, id: string): string {
  const clause = findClause(pack, id);
  if (clause === undefined) return id;
  const instrument = findInstrument(pack, clause.instrument);
  return `${instrument?.number ?? instrument?.title.zh ?? ''} ${clause.article.zh}`.trim();
}

/** Writes 2026-02-10 as 2026年2月10日. */
function chineseDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
