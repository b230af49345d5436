import { isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

/** Deep enough for every contract; deeper nesting is no input of ours but an attack on the parser. */
const MAX_DEPTH = 32;

/**
 * Reads JSON text strictly: an empty or malformed text is refused, and so is a member that is given twice,
 * which JSON.parse would silently settle in favour of the last.
 * @param name how the text is called in messages: a file's name, or "body"
 */
export function readJsonText(name: string, text: string): Decision<unknown> {
  if (text.trim() === '') return refuse(empty(name));
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return refuse(malformed(name, error instanceof Error ? error.message : ''));
  }
  if (depthOf(content) > MAX_DEPTH) return refuse(malformed(name, `nested deeper than ${MAX_DEPTH}`));
  if (membersIn(text) === membersOf(content)) return allow(content);
  return repeatedMember(name, text) ?? allow(content);
}

/** Every string of a JSON text; the second part is there where it names a member. */
const STRINGS = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/** How many members a well-formed text writes; where the parsed content has as many, none was given twice. */
function membersIn(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(STRINGS)) if (colon !== undefined) count += 1;
  return count;
}

function membersOf(content: unknown): number {
  if (typeof content !== 'object' || content === null) return 0;
  const inner = (Object.values(content) as readonly unknown[]).reduce<number>(
    (count, value) => count + membersOf(value),
    0,
  );
  return inner + (Array.isArray(content) ? 0 : Object.keys(content).length);
}

/** Finds the line: JSON is YAML too, and its reader keeps every member where it stands; the walk is linear. */
function repeatedMember(name: string, text: string): Decision<never> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'json', lineCounter: lines, uniqueKeys: false });
  let repeatedAt: number | undefined;
  visit(document, {
    Map: (_, map) => {
      const members = new Set<unknown>();
      for (const { key } of map.items) {
        const member = isScalar(key) ? key.value : key;
        if (members.has(member)) repeatedAt ??= isScalar(key) ? key.range?.[0] : 0;
        members.add(member);
      }
      return repeatedAt === undefined ? undefined : visit.BREAK;
    },
  });
  if (repeatedAt === undefined) return undefined;
  return refuse({
    code: 'duplicate_field',
    at: `${name}:${lines.linePos(repeatedAt).line}`,
    what: { zh: '同一字段出现两次', en: 'a field is given twice' },
    next: { zh: '请只保留一处', en: 'keep one of them' },
  });
}

function depthOf(content: unknown): number {
  let level: readonly unknown[] = [content];
  let depth = 0;
  while (level.length > 0 && depth <= MAX_DEPTH) {
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? (Object.values(item) as readonly unknown[]) : [],
    );
    depth += 1;
  }
  return depth;
}

function empty(name: string): Refusal {
  return {
    code: 'empty_file',
    at: name,
    what: { zh: '内容为空', en: 'there is nothing in it' },
    next: { zh: '请按 docs/reference/contracts 填写', en: 'fill it in as docs/reference/contracts says' },
  };
}

function malformed(name: string, message: string): Refusal {
  return {
    code: 'malformed_json',
    at: name,
    what: { zh: `不是合格的 JSON（${message}）`, en: `malformed JSON (${message})` },
    next: { zh: '请改正后重试', en: 'correct it and try again' },
  };
}
