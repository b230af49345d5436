import type { Problem } from '#contract/problem';

/** A refused or failed call, with the problem that the console shows. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** What a failed call tells; a failure without problem details is named for what it is. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof TypeError) return UNREACHABLE;
  return { ...UNEXPECTED, title: error instanceof Error ? error.message : UNEXPECTED.title };
}

/** The body of a failed answer, if it is problem details; else a problem that tells the status. */
export function problemFromAnswer(status: number, body: unknown): Problem {
  return isProblem(body) ? body : { ...UNEXPECTED, status };
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'title' in body &&
    'refusals' in body &&
    Array.isArray(body.refusals)
  );
}

const UNREACHABLE: Problem = {
  type: 'about:blank',
  title: 'Network failure',
  status: 0,
  refusals: [
    {
      code: 'unreachable',
      at: '/api/v1',
      what: { zh: '连接不上服务', en: 'the service cannot be reached' },
      next: {
        zh: '请检查网络，稍后重试；仍不行请联系系统管理员',
        en: 'check the network and try again; if it persists, tell the administrator',
      },
    },
  ],
};

const UNEXPECTED: Problem = {
  type: 'about:blank',
  title: 'Unexpected answer',
  status: 0,
  refusals: [
    {
      code: 'unexpected_answer',
      at: '/api/v1',
      what: { zh: '服务的答复不合约定', en: 'the service answered in a way it should not' },
      next: {
        zh: '请重试；仍不行请把本页地址和时间告诉系统管理员',
        en: 'try again; if it persists, tell the administrator this page’s address and the time',
      },
    },
  ],
};
