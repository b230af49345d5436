import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { shapeRefusal } from '#contract/check-shape';
import { logDefect, type Logging } from '#http/log';
import { HttpRefusal, sendProblem } from '#http/problem';
import type { Refusal } from '#kernel/decision';

const SHAPE_STATUS = 400;
const DEFECT_STATUS = 500;

/** Every answer that is not a success is a problem: refusals, wrong shapes, unknown addresses and defects. */
export function answerProblems(app: FastifyInstance, logging: Logging): void {
  app.setErrorHandler((error: Error, request, reply) => answerError(error, request, reply, logging));
  app.setNotFoundHandler((request, reply) => sendProblem(reply, [unknownAddress(request)]));
}

/** Answers an error; of a defect nothing is told but the request's id, under which the log has it. */
export function answerError(
  error: Partial<FastifyError> & Error,
  request: FastifyRequest,
  reply: FastifyReply,
  logging: Logging,
): FastifyReply {
  if (error instanceof HttpRefusal) return sendProblem(reply, error.refusals);
  if (error.validation !== undefined) {
    return sendProblem(reply, error.validation.map(shapeRefusal), SHAPE_STATUS);
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sendProblem(reply, [BODY_TOO_LARGE]);
  const { statusCode: status = DEFECT_STATUS } = error;
  if (status < DEFECT_STATUS) return sendProblem(reply, [badRequest(error.code ?? '')], status);
  logDefect(error, request, logging);
  return sendProblem(reply, [internalError(request.id)]);
}

const BODY_TOO_LARGE: Refusal = {
  code: 'body_too_large',
  at: 'body',
  what: { zh: '内容超过 2 MiB', en: 'the content is above 2 MiB' },
  next: { zh: '请减小内容后重试', en: 'send less' },
};

function badRequest(at: string): Refusal {
  return {
    code: 'bad_request',
    at,
    what: { zh: '请求无法读取', en: 'the request cannot be read' },
    next: { zh: '请按 /api/v1/openapi.json 改正', en: 'correct it as /api/v1/openapi.json says' },
  };
}

function unknownAddress(request: FastifyRequest): Refusal {
  return {
    code: 'unknown_address',
    at: `${request.method} ${request.url.split('?')[0] ?? ''}`,
    what: { zh: '没有这个地址', en: 'there is nothing at this address' },
    next: { zh: '全部地址见 /api/v1/openapi.json', en: 'all addresses are in /api/v1/openapi.json' },
  };
}

function internalError(requestId: string): Refusal {
  return {
    code: 'internal_error',
    at: requestId,
    what: { zh: '程序出错，未作任何更改', en: 'the program failed; nothing was changed' },
    next: {
      zh: '请连同此请求编号告知维护人员',
      en: 'tell the maintainers, with this id of the request',
    },
  };
}
