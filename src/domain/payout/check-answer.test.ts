import { describe, expect, it } from 'vitest';
import { checkAnswer, type AnswerLine, type SentLine } from '#domain/payout/check-answer';
import { plainDate } from '#kernel/plain-date';
import { expectRefused } from '#tests/support/refused-codes';

const SENT_ON = plainDate(2026, 3, 10);
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
    expect(checkAnswer([said], sent([]), SENT_ON)).toEqual({
      allowed: true,
      value: { added: [said], known: 0 },
    });
    expect(checkAnswer([said], sent(['paid']), SENT_ON)).toMatchObject({ value: { added: [], known: 1 } });
  });

  it('may send back what was paid, and not pay what was sent back', () => {
    expect(checkAnswer([back], sent(['paid']), SENT_ON)).toMatchObject({ value: { added: [back] } });
    expectRefused(checkAnswer([said], sent(['rejected']), SENT_ON), ['answer_contradicts']);
    expect(checkAnswer([said], sent(['paid', 'rejected']), SENT_ON)).toMatchObject({ value: { known: 1 } });
  });

  it.each([
    ['answer_line_unknown', { line: 2 }],
    ['answer_account_differs', { number: '87654321' }],
    ['answer_amount_differs', { amount: 501n }],
    ['answer_before_sending', { on: plainDate(2026, 3, 9) }],
    ['answer_reason_missing', { outcome: 'rejected' }],
  ] as const)('%s', (code, change) => {
    expectRefused(checkAnswer([{ ...said, ...change }], sent([]), SENT_ON), [code]);
  });

  it('answers each line once in a file', () => {
    expectRefused(checkAnswer([said, said], sent([]), SENT_ON), ['answer_line_repeated']);
  });
});
