import { Ajv, type ErrorObject } from 'ajv';
import type { Refusal } from '#kernel/decision';
import type { DocumentPath, YamlContent } from '#rules/pack/read-yaml';

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });

/** Checks a file's content against its JSON Schema; each problem names file, line and field. */
export function checkSchema(
  yaml: YamlContent,
  schema: Readonly<Record<string, unknown>>,
): readonly Refusal[] {
  const validate = ajv.compile(schema);
  if (validate(yaml.content)) return [];
  return (validate.errors ?? [])
    .filter((error) => !SECONDARY.has(error.keyword))
    .map((error) => refusalOf(error, yaml));
}

/** Keywords that only repeat what a more exact error beside them says. */
const SECONDARY = new Set(['anyOf', 'if']);

function refusalOf(error: ErrorObject, yaml: YamlContent): Refusal {
  const path = pathOf(error.instancePath, yaml.content);
  const params = error.params as Readonly<Record<string, unknown>>;
  if (error.keyword === 'additionalProperties') {
    return unknownField(
      yaml.locate([...path, String(params['additionalProperty'])]),
      String(params['additionalProperty']),
    );
  }
  if (error.keyword === 'required') {
    const field = String(params['missingProperty']);
    return field === 'cite' ? uncited(yaml.locate(path), path) : missingField(yaml.locate(path), field);
  }
  const field = fieldName(path);
  if (error.keyword === 'minItems' && path.at(-1) === 'cite')
    return uncited(yaml.locate(path), path.slice(0, -1));
  const allowed =
    error.keyword === 'enum' ? `: ${(params['allowedValues'] as readonly string[]).join(', ')}` : '';
  return {
    code: 'bad_value',
    at: `${yaml.locate(path)} ${field}`.trimEnd(),
    what: {
      zh: `字段内容不合格式（${error.message ?? ''}${allowed}）`,
      en: `${error.message ?? 'is not valid'}${allowed}`,
    },
    next: { zh: '请按格式说明改正', en: 'correct it as docs/reference/pack-format.md says' },
  };
}

/** Refuses a value that names no clause: an uncited value does not build (docs/explanation/ideas.md, 3). */
function uncited(line: string, path: DocumentPath): Refusal {
  return {
    code: 'uncited_value',
    at: `${line} ${fieldName(path)}`,
    what: { zh: '没有注明依据条款', en: 'cites no clause' },
    next: { zh: '请在 cite 中写明条款编号', en: 'name the clause in `cite`' },
  };
}

function unknownField(line: string, field: string): Refusal {
  return {
    code: 'unknown_field',
    at: `${line} ${field}`,
    what: { zh: `没有名为 ${field} 的字段`, en: `there is no field ${field}` },
    next: { zh: '请删除或改正字段名', en: 'remove it or correct its name' },
  };
}

function missingField(line: string, field: string): Refusal {
  return {
    code: 'missing_field',
    at: `${line} ${field}`,
    what: { zh: `缺少字段 ${field}`, en: `the field ${field} is missing` },
    next: { zh: '请补充此字段', en: 'add it' },
  };
}

function fieldName(path: DocumentPath): string {
  return path.join('.');
}

/** "/clauses/3/article" → ['clauses', 3, 'article']; list positions are told apart by the content itself. */
function pathOf(pointer: string, content: unknown): DocumentPath {
  const path: (string | number)[] = [];
  let here = content;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(here) ? Number.parseInt(key, 10) : key);
    here =
      typeof here === 'object' && here !== null
        ? (here as Readonly<Record<string, unknown>>)[key]
        : undefined;
  }
  return path;
}
