import type { TSchema } from 'typebox';
import { expect } from 'vitest';
import { checkShape } from '#contract/check-shape';
import { problemSchema } from '#contract/problem';
import type { HttpApp } from '#http/services';
import { FROM_CONSOLE, LOCAL_HOST } from '#tests/support/local-server';

export type HttpAnswer = Awaited<ReturnType<HttpApp['inject']>>;

export function httpGet(app: HttpApp, url: string, headers = {}): Promise<HttpAnswer> {
  return app.inject({ url, headers: { host: LOCAL_HOST, ...headers } });
}

/** Posts as the console does; a text goes as it is, anything else as its JSON. */
export function httpPost(app: HttpApp, url: string, body: unknown): Promise<HttpAnswer> {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { ...FROM_CONSOLE, 'content-type': 'application/json' };
  return app.inject({ method: 'POST', url, headers, payload });
}

/** The answer is JSON of a schema of the contract: nothing is missing and nothing is there that it does not name. */
export function expectShape(answer: HttpAnswer, status: number, schema: TSchema): void {
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    status,
    'application/json; charset=utf-8',
  ]);
  expect(checkShape(schema, answer.json())).toMatchObject({ allowed: true });
}

/** The answer is a problem, with these codes and places if they are given. */
export function expectProblem(
  answer: HttpAnswer,
  status: number,
  expected?: readonly (readonly [string, string])[],
): void {
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
  expect(checkShape(problemSchema, answer.json())).toMatchObject({ allowed: true });
  expect(answer.json()).toMatchObject({ type: 'about:blank', status });
  if (expected !== undefined) expect(faults(answer)).toEqual(expected);
}

/** The code and place of each refusal of a problem. */
export function faults(answer: HttpAnswer): readonly (readonly [string, string])[] {
  const { refusals } = answer.json<{ refusals: readonly { code: string; at: string }[] }>();
  return refusals.map(({ code, at }) => [code, at] as const);
}

/** Calls as a browser does that holds a session. */
export function httpAs(
  app: HttpApp,
  token: string | undefined,
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  body?: object,
): Promise<HttpAnswer> {
  const cookie = token === undefined ? {} : { cookie: `__Host-tongchou-session=${token}` };
  const content = body === undefined ? {} : { payload: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return app.inject({ method, url, headers: { ...FROM_CONSOLE, ...cookie, ...type }, ...content });
}
