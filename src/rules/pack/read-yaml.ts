import { LineCounter, parseDocument, isNode, type Document } from 'yaml';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

/** A path inside a document: member names and list positions. */
export type DocumentPath = readonly (string | number)[];

/** The content of a YAML file, with a way from each path in it to its line. */
export interface YamlContent {
  readonly content: unknown;
  /** `file:line` of the nearest thing that exists on the path. */
  readonly locate: (path: DocumentPath) => string;
}

/** `text` keeps every scalar as written; `json` gives numbers and booleans their JSON types. */
export type ScalarReading = 'text' | 'json';

/** Reads one YAML document. Malformed text, repeated members and empty files are refused with file and line. */
export function readYaml(file: string, text: string, scalars: ScalarReading): Decision<YamlContent> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: scalars === 'text' ? 'failsafe' : 'core',
    lineCounter: lines,
    uniqueKeys: true,
    strict: true,
    prettyErrors: false,
  });
  const [first, ...others] = document.errors.map((error) => {
    const { line } = lines.linePos(error.pos[0]);
    return malformed(`${file}:${line}`, error.message);
  });
  if (first !== undefined) return refuse(first, ...others);
  if (document.contents === null) return refuse(empty(file));
  const content = contentOf(document, file);
  if (!content.allowed) return content;
  return allow({
    content: content.value,
    locate: (path) => locate(document, lines, file, path),
  });
}

/** Reads the document's content; an alias (`*name`) without its anchor is only found here. */
function contentOf(document: Document, file: string): Decision<unknown> {
  try {
    return allow(document.toJS());
  } catch (error) {
    if (error instanceof ReferenceError) return refuse(malformed(file, error.message));
    throw error;
  }
}

function locate(document: Document, lines: LineCounter, file: string, path: DocumentPath): string {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return `${file}:${lines.linePos(start).line}`;
  }
  return file;
}

function malformed(at: string, message: string): Refusal {
  return {
    code: 'malformed_yaml',
    at,
    what: { zh: `YAML 格式有误（${message}）`, en: `malformed YAML (${message})` },
    next: { zh: '请在此行改正', en: 'correct it at this line' },
  };
}

function empty(file: string): Refusal {
  return {
    code: 'empty_file',
    at: file,
    what: { zh: '文件为空', en: 'the file is empty' },
    next: { zh: '请填写内容或删除此文件', en: 'fill it in, or remove the file' },
  };
}
