import { expect, it } from 'vitest';
import { layOutNotice, type NoticeParts } from '#application/adjustment-year/notice-layout';
import { noticeOrdinal, noticeRows } from '#application/adjustment-year/notice-rows';
import type { YearRemark } from '#application/adjustment-year/year-remarks';
import { noticePdf } from '#files/pdf/notice-pdf';
import { fen, ZERO_FEN } from '#kernel/fen';
import { inventedPack } from '#tests/support/invented-pack';
import { readPdf } from '#tests/support/pdf-text';

const PACK = inventedPack();
const CLAUSES = PACK.raw.clauses.slice(0, 2).map(({ id }) => id);
const line = (id: string, amount: string) => ({ id, amount, clauses: CLAUSES });
const FIRST = {
  lines: [line('levy/west', '300.00'), line('levy/east', '50.00'), line('recovery/west', '10.00')],
};
const SECOND = { lines: [line('levy/west', '250.00'), line('allocation/normal/east', '60.00')] };

const approvedAs = (version: number, note: string): NoticeParts['approved'] => ({
  sequence: 9,
  kind: 'approved',
  version,
  of: 8,
  by: 'u',
  at: '2026-02-10T02:00:00.000Z',
  note,
  content: '',
  contentHash: '',
  makers: null,
  requestKey: null,
});
const partsOf = (version: number, account: NoticeParts['account']): NoticeParts => ({
  year: { insuranceType: 'employee', year: 2025 },
  kind: 'levy',
  approved: approvedAs(version, ''),
  proposal: { run: 'r'.repeat(20), resultHash: 'h'.repeat(64), lines: FIRST.lines },
  ordinal: 2,
  corrected:
    version === 1
      ? null
      : {
          version: 1,
          run: 'q'.repeat(20),
          resultHash: 'g'.repeat(64),
          ordinal: 1,
          approvedAt: '2026-01-20T02:00:00.000Z',
        },
  reckoning: version === 1 ? '本年征缴收入 3,000.00 元 × 10% = 300.00 元' : undefined,
  rows: noticeRows('levy', 'west', version === 1 ? FIRST : SECOND, version === 1 ? undefined : FIRST),
  remarks: [],
  advanced: ZERO_FEN,
  pack: PACK,
  poolName: '西市职工医保统筹区',
  issuingPlace: '云海省',
  receivingPlace: '西市',
  account,
  signed: [['批准', '郑浩（医保）']],
});
const ACCOUNT = { holder: '云海省医保调剂金财政专户', bank: '云海银行', number: '6222000000000009' };

it('NAT-28.3: a notice of remittance names issuer, addressee, number, documents and articles, and the whole account', async () => {
  const notice = layOutNotice({ ...partsOf(1, ACCOUNT), approved: approvedAs(1, 'YHS-7') });
  expect(notice).toMatchObject({
    issuer: '云海省医疗保障局',
    addressee: '西市医疗保障局',
    number: '云海省医保调剂（2025 年度职工）〔2026〕2 号',
    issuedOn: '2026年2月10日',
  });
  const clause = PACK.raw.clauses[0];
  const file = await noticePdf(notice);
  const text = readPdf(file).pages.join('\n');
  for (const part of [
    '叁佰壹拾元整',
    '本年征缴收入 3,000.00 元 × 10% = 300.00 元',
    clause?.article.zh ?? '?',
    ACCOUNT.number,
    '（印章）',
  ])
    expect(text).toContain(part);
  // No pack gives a day by which it is due.
  expect(text).not.toContain('缴款期限');
  for (const raw of [...CLAUSES, 'levy']) expect(text).not.toContain(raw);
  expect(await noticePdf(notice)).toEqual(file);
});

it('a notice of a later version tells the difference and what it corrects; an account that nobody had confirmed is not made up', () => {
  const notice = layOutNotice(partsOf(2, null));
  expect(notice.total).toContainEqual(['本次应补（退）（小写）', '-60.00 元']);
  expect(notice.record[0]).toEqual([
    '更正前版',
    `第 1 版，该版通知文号 云海省医保调剂（2025 年度职工）〔2026〕1 号，计算记录 ${'q'.repeat(20)}，结果哈希 ${'g'.repeat(64)}`,
  ]);
  expect(layOutNotice(partsOf(1, null)).payment.at(-1)?.[1]).toBe('批准时未登记，由印发单位另行告知');
});

it('what a later version takes back is not asked for again: each way of a difference says who pays whom, into which account', () => {
  const asks = (kind: NoticeParts['kind'], before: string, amount: string): NoticeParts => {
    const id = kind === 'levy' ? 'levy/west' : 'allocation/normal/west';
    const [first, second] = [before, amount].map((text) => ({ lines: [line(id, text)] }));
    const rows = noticeRows(kind, 'west', second ?? FIRST, first);
    return { ...partsOf(2, ACCOUNT), kind, rows };
  };
  const of = (...asked: Parameters<typeof asks>): readonly [string, string | undefined] => {
    const { closing, payment } = layOutNotice(asks(...asked));
    return [closing.slice(0, 8), payment[0]?.[0].slice(5, 8)];
  };
  expect(of('levy', '300.00', '350.00')).toEqual(['请按差额补缴上述', '调剂金']);
  expect(of('levy', '300.00', '250.00')).toEqual(['多上解的差额由调', '统筹区']);
  expect(of('allocation', '60.00', '70.00')).toEqual(['差额另行下拨，请', '统筹区']);
  expect(of('allocation', '60.00', '50.00')).toEqual(['请将多下拨的差额', '调剂金']);
  expect(of('allocation', '60.00', '60.00')).toEqual(['核定金额与前一版', undefined]);
});

it('JH-4.7-a: under full pooling a notice speaks of revenue and spending, and asks only for what did not move within the year', () => {
  const pooled = { lines: [line('levy/west', '300.00'), line('allocation/full_pooling/west', '200.00')] };
  const of = (kind: NoticeParts['kind'], advanced: bigint): ReturnType<typeof layOutNotice> =>
    layOutNotice({
      ...partsOf(1, ACCOUNT),
      kind,
      proposal: { ...partsOf(1, ACCOUNT).proposal, ...pooled },
      rows: noticeRows(kind, 'west', pooled, undefined),
      advanced: fen(advanced),
    });
  const levy = of('levy', 25_000n);
  expect([levy.title, levy.number, levy.payment[0]?.[0], levy.amounts.rows[0]?.[0]]).toEqual([
    '2025 年度职工医保基金上划通知',
    '云海省医保统收统支（2025 年度职工）〔2026〕2 号',
    '收款账户（市级财政专户）',
    '基金收入上划',
  ]);
  expect(levy.total.slice(2, 4)).toEqual([
    ['年度内已收付', '250.00 元'],
    ['本次应补（退）（小写）', '50.00 元'],
  ]);
  expect(of('allocation', 21_000n).closing).toBe('请将多拨付的差额退回上述财政专户，退回时注明本通知文号。');
  expect(of('allocation', 20_000n).payment).toEqual([]);
  const whole = of('allocation', 0n);
  expect([levy, whole].flatMap((one) => [one.title, one.number, one.closing]).join()).not.toContain('调剂');
});

it('R-6, JX-R6, AH-R2: a notice tells what nobody bears, what of an emergency is not paid, and that a levy is paused', () => {
  const remark = (kind: YearRemark['kind'], amount: string | null): YearRemark => {
    return { kind, pool: 'west', amount, clauses: CLAUSES };
  };
  const remarks = [remark('uncovered', '1234.50'), remark('emergency_unpaid', '7.00')];
  const bare = { ...partsOf(1, null), rows: [], reckoning: undefined };
  const told = layOutNotice({ ...bare, kind: 'allocation', remarks });
  expect(told.closing).toContain('尚无来源的金额 1,234.50 元');
  expect(told.closing).toContain('7.00 元因调剂金不足未予下拨');
  const paused = layOutNotice({ ...bare, remarks: [remark('levy_paused', null)] });
  expect([paused.closing.includes('暂停上解'), paused.payment]).toEqual([true, []]);
  expect(noticeOrdinal([{ lines: [], remarks }], 'allocation', 'west')).toBe(1);
});

it('notices are numbered through the versions of a year, and a later version changes no number', () => {
  expect(noticeOrdinal([FIRST], 'levy', 'east')).toBe(1);
  expect(noticeOrdinal([FIRST], 'levy', 'west')).toBe(2);
  expect(noticeOrdinal([FIRST, SECOND], 'levy', 'east')).toBe(3);
  expect(noticeOrdinal([FIRST, SECOND], 'levy', 'west')).toBe(4);
  expect(noticeOrdinal([FIRST, SECOND], 'allocation', 'east')).toBe(5);
});
