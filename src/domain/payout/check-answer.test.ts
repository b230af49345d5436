import { describe, expect, it } from 'vitest';
import { checkAnswer, type AnswerLine, type SentLine } from '#domain/payout/check-answer';
import { plainDate } from '#kernel/plain-date';
import { expectRefused } from '#tests/support/refused-codes';

const SENT_ON = plainDate(2026, 3, 10);
const DAYS = { sentOn: SENT_ON, today: plainDate(2026, 3, 12) };
const said: AnswerLine = {
  line: 1,
  number: '12345678',
  amount: 500n,
  outcome: 'paid',
  reason: '',
  on: SENT_ON,
  reference: 'B1',
  at: 'answer.csv:2',
};
const sent = (answers: SentLine['answers']): ReadonlyMap<number, SentLine> =>
  new Map([[1, { line: 1, number: '12345678', amount: 500n, answers }]]);
const back = { ...said, outcome: 'rejected', reason: '户名不符' } as const;

describe('a bank’s answer', () => {
  it('NAT-28.7: says once what became of a line; said again it is known', () => {
    expect(checkAnswer([said], sent([]), DAYS)).toEqual({
      allowed: true,
      value: { added: [said], known: 0 },
    });
    expect(checkAnswer([said], sent([said]), DAYS)).toMatchObject({ value: { added: [], known: 1 } });
  });

  it('may send back what was paid, not before it was, and not pay what was sent back', () => {
    expect(checkAnswer([back], sent([said]), DAYS)).toMatchObject({ value: { added: [back] } });
    const later = { ...said, on: plainDate(2026, 3, 11) };
    expectRefused(checkAnswer([back], sent([later]), DAYS), ['answer_before_payment']);
    expectRefused(checkAnswer([said], sent([back]), DAYS), ['answer_contradicts']);
    expect(checkAnswer([said], sent([said, back]), DAYS)).toMatchObject({ value: { known: 1 } });
  });

  it.each([{ on: plainDate(2026, 3, 12) }, { reason: '账号与户名不符' }, { reference: 'B2' }])(
    'NAT-28.7: what was said of a line before is not said otherwise: %o',
    (change) => {
      const refused = checkAnswer([{ ...back, ...change }], sent([said, back]), DAYS);
      expectRefused(refused, ['answer_differs_from_before']);
      expect(refused).toMatchObject({
        refusals: [
          {
            at: 'answer.csv:2',
            what: { zh: '第 1 行以前已回盘，内容不同（原为：2026-03-10, 户名不符, B1）' },
          },
        ],
      });
    },
  );

  it.each([
    ['answer_line_unknown', { line: 2 }],
    ['answer_account_differs', { number: '87654321' }],
    ['answer_amount_differs', { amount: 501n }],
    ['answer_before_sending', { on: plainDate(2026, 3, 9) }],
    ['day_ahead', { on: plainDate(2026, 3, 13) }],
    ['answer_reason_missing', { outcome: 'rejected' }],
  ] as const)('%s', (code, change) => {
    expectRefused(checkAnswer([{ ...said, ...change }], sent([]), DAYS), [code]);
  });

  it('answers each line once in a file', () => {
    expectRefused(checkAnswer([said, said], sent([]), DAYS), ['answer_line_repeated']);
  });
});
