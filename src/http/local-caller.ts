import type { IncomingHttpHeaders } from 'node:http';
import type { Refusal } from '#kernel/decision';

const LOCAL_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
const HTTP_PORT = 80;

/**
 * Refuses a request whose Host is not this machine under the server's own port: a foreign name that was made
 * to resolve to this machine (DNS rebinding) reads nothing.
 */
export function refuseForeignHost(headers: IncomingHttpHeaders, port: number): Refusal | undefined {
  const host = (headers.host ?? '').toLowerCase();
  const suffix = port === HTTP_PORT ? ['', `:${port}`] : [`:${port}`];
  const isLocal = LOCAL_NAMES.some((name) => suffix.some((end) => host === `${name}${end}`));
  return isLocal ? undefined : FOREIGN_HOST;
}

/**
 * Refuses a write that another site's page could have sent: an Origin that is not the request's own, a page
 * of another site by Sec-Fetch-Site, or a body in one of the types that forms can send.
 */
export function refuseForeignWrite(headers: IncomingHttpHeaders): Refusal | undefined {
  const { origin, host = '' } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return FOREIGN_ORIGIN;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return FOREIGN_ORIGIN;
  return isJson(headers) ? undefined : NOT_JSON;
}

/** JSON, or nothing at all: a form names its type even when it is empty. */
function isJson(headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'];
  if (type !== undefined) return /^application\/json\s*(;|$)/i.test(type);
  return headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0';
}

const FOREIGN_HOST: Refusal = {
  code: 'foreign_host',
  at: 'Host',
  what: { zh: 'Host 不是本机地址和本服务端口', en: 'Host is not this machine and port' },
  next: {
    zh: '请用 localhost、127.0.0.1 或 [::1] 加本服务端口访问',
    en: 'call it by localhost, 127.0.0.1 or [::1] with its own port',
  },
};

const FOREIGN_ORIGIN: Refusal = {
  code: 'foreign_origin',
  at: 'Origin',
  what: { zh: '写入请求来自其他网站的页面', en: "the write comes from another site's page" },
  next: {
    zh: '请在本服务提供的控制台中操作，或由本机程序调用（不带 Origin）',
    en: 'use the console that this server serves, or a local program (without Origin)',
  },
};

const NOT_JSON: Refusal = {
  code: 'not_json',
  at: 'Content-Type',
  what: { zh: '写入请求的内容类型不是 JSON', en: 'the content of the write is not declared as JSON' },
  next: { zh: '请使用 Content-Type: application/json', en: 'send it with Content-Type: application/json' },
};
