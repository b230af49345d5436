import { Buffer } from 'node:buffer';
import { expect } from 'vitest';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { printedPattern } from '#tests/support/how-to';
import { httpAs, type HttpAnswer } from '#tests/support/http-answers';

/** A request on a page: who sends it on which day, and what the page says comes back. */
interface HowToRequest {
  readonly who: string;
  readonly on: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** The body, with `<names>` of what came back before. */
  readonly body: string;
  readonly answer?: { readonly language: string; readonly text: string };
}

/** The server and the people of a page, on a clock that the page sets. */
export interface HowToWorld {
  readonly app: HttpApp;
  /** A new session of one of the page's people. */
  readonly tokenOf: (who: string, now: string) => Promise<string>;
  readonly setNow: (now: string) => void;
  /** What the page names without showing it, such as a whole form. */
  readonly names: Readonly<Record<string, string>>;
  /** What happens apart from the page before its first request of a day, such as the months that it does not tell. */
  readonly before: Readonly<Record<string, (names: ReadonlyMap<string, string>) => Promise<void>>>;
}

const FENCE = /^ *```(?<language>\w+)(?: title="(?<title>[^"]+)")?\n(?<text>[\s\S]*?)^ *```$/gm;
const REQUEST =
  /^# (?<who>[^(]+) \([^)]+\), (?<on>\d{4}-\d{2}-\d{2})\n(?<method>GET|POST) (?<url>[^\n]+)\n?(?<body>[\s\S]*)$/;

/** Sends the requests of a page one after the other, and compares what comes back with what the page says. */
export async function runHowToRequests(page: string, world: HowToWorld): Promise<number> {
  const { requests, files } = readPage(page);
  const names = new Map(Object.entries(world.names));
  const begun = new Set<string>();
  for (const [index, request] of requests.entries()) {
    const { who, on, method } = request;
    const now = `${on}T02:00:00.${String(index).padStart(3, '0')}Z`;
    if (!begun.has(on)) await world.before[on]?.(names);
    begun.add(on);
    world.setNow(now);
    const body = filled(withFiles(request.body, files, names), names).trim();
    const json = body === '' ? undefined : (JSON.parse(body) as object);
    const token = await world.tokenOf(who, now);
    const answer = await httpAs(world.app, token, method, filled(request.url, names), json);
    compareAnswer(request, answer, names);
  }
  return requests.length;
}

/** The requests in order; a titled block is a file, which a body names as `<text of its title>` or `<base64 of …>`. */
function readPage(page: string): {
  readonly requests: readonly HowToRequest[];
  readonly files: ReadonlyMap<string, string>;
} {
  const requests: HowToRequest[] = [];
  const files = new Map<string, string>();
  for (const { groups = {} } of page.matchAll(FENCE)) {
    const { language = '', title } = groups;
    const text = unindented(groups['text'] ?? '');
    const last = requests.at(-1);
    if (title !== undefined) files.set(title, text);
    else if (language === 'http') requests.push(readRequest(text));
    else requests.splice(-1, 1, { ...present(last, 'the request of an answer'), answer: { language, text } });
  }
  return { requests, files };
}

function readRequest(text: string): HowToRequest {
  const groups = REQUEST.exec(text)?.groups;
  const { who, on, method, url, body } = present(groups, `a request with its person and day: ${text}`);
  return {
    who: present(who, 'who'),
    on: present(on, 'day'),
    method: method === 'GET' ? 'GET' : 'POST',
    url: present(url, 'url'),
    body: body ?? '',
  };
}

function unindented(text: string): string {
  const indent = /^ */.exec(text)?.[0] ?? '';
  return text.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
}

function filled(text: string, names: ReadonlyMap<string, string>): string {
  return text.replaceAll(/<([a-z][a-z0-9. -]*)>/g, (whole, name: string) => names.get(name) ?? whole);
}

/** Puts the files of the page into a body, with the names in them filled. */
function withFiles(
  body: string,
  files: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): string {
  return body.replaceAll(/<(text|base64) of ([^>]+)>/g, (_, form: string, title: string) => {
    const text = filled(present(files.get(title), `the file ${title} of the page`), names);
    return form === 'text' ? JSON.stringify(text).slice(1, -1) : Buffer.from(text).toString('base64');
  });
}

/** JSON holds at least what the page shows; a text is whole. A page that shows no status shows a success. */
function compareAnswer(request: HowToRequest, answer: HttpAnswer, names: Map<string, string>): void {
  const told = `${request.method} ${request.url} of ${request.on}`;
  if (request.answer?.language !== 'json') {
    expect([told, answer.statusCode < 300, answer.statusCode < 300 || answer.body]).toEqual([
      told,
      true,
      true,
    ]);
    if (request.answer !== undefined)
      expect(answer.body).toMatch(printedPattern(filled(request.answer.text, names)));
    return;
  }
  const shown = JSON.parse(request.answer.text) as object;
  const actual: unknown = answer.json();
  takeNames(shown, actual, names);
  const wanted = JSON.parse(filled(request.answer.text, names)) as object;
  const status = 'status' in wanted && typeof wanted.status === 'number' ? wanted.status : undefined;
  expect([told, actual]).toMatchObject([told, withoutEllipses(wanted, actual)]);
  if (status === undefined) expect(answer.statusCode).toBeLessThan(300);
  else expect(answer.statusCode).toBe(status);
}

/** A text `<name>` on the page names what stands there in the answer. */
function takeNames(shown: unknown, actual: unknown, names: Map<string, string>): void {
  if (typeof shown === 'string') {
    const name = /^<([a-z][a-z0-9 -]*)>$/.exec(shown)?.[1];
    if (name !== undefined && typeof actual === 'string' && !names.has(name)) names.set(name, actual);
  } else if (typeof shown === 'object' && shown !== null && typeof actual === 'object' && actual !== null)
    for (const [key, value] of Object.entries(shown))
      takeNames(value, (actual as Record<string, unknown>)[key], names);
}

/** A text `…` on the page stands for whatever is there. */
function withoutEllipses(shown: unknown, actual: unknown): unknown {
  if (shown === '…') return actual ?? expect.anything();
  if (typeof shown !== 'object' || shown === null) return shown;
  const inner = (key: string | number): unknown => (actual as Record<string, unknown> | undefined)?.[key];
  if (Array.isArray(shown)) return shown.map((value, index) => withoutEllipses(value, inner(index)));
  return Object.fromEntries(
    Object.entries(shown).map(([key, value]) => [key, withoutEllipses(value, inner(key))]),
  );
}
