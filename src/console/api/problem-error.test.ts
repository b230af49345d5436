import { describe, expect, test } from 'vitest';
import { ProblemError, problemFromAnswer, problemOf } from '#console/api/problem-error.ts';

const unknownRun = {
  type: 'about:blank',
  title: 'Not found',
  status: 404,
  refusals: [
    {
      code: 'unknown_run',
      at: 'x',
      what: { zh: '没有计算记录 x', en: 'there is no run x' },
      next: { zh: '查看全部记录', en: 'list them' },
    },
  ],
};

describe('what a failed call tells', () => {
  test('problem details are shown as the service wrote them', () => {
    expect(problemFromAnswer(404, unknownRun)).toBe(unknownRun);
    expect(problemOf(new ProblemError(unknownRun))).toBe(unknownRun);
  });

  test('an answer without problem details still says what to do next', () => {
    const problem = problemFromAnswer(502, '<html>');
    expect(problem.status).toBe(502);
    expect(problem.refusals[0]?.next.zh).not.toBe('');
  });

  test('a network failure is named as one', () => {
    expect(problemOf(new TypeError('Failed to fetch')).refusals[0]?.code).toBe('unreachable');
  });
});
