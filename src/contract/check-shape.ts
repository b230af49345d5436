import { Ajv, type ErrorObject } from 'ajv';
import type { Static, TSchema } from 'typebox';
import { ruleInWords, typeInChinese } from '#contract/shape-words';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';

const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });

/** Checks content against a schema of the contract; each problem names the field and what to do. */
export function checkShape<Schema extends TSchema>(
  schema: Schema,
  content: unknown,
): Decision<Static<Schema>> {
  const validate = ajv.compile(schema as Record<string, unknown>);
  const errors = validate(content) ? [] : (validate.errors ?? []);
  return allowUnless(errors.map(shapeRefusal), () => content as Static<Schema>);
}

/** One refusal for one schema error; shared by the command line and the HTTP door. */
export function shapeRefusal(error: Pick<ErrorObject, 'instancePath' | 'keyword' | 'params'>): Refusal {
  const params = error.params as Readonly<Record<string, unknown>>;
  const here = fieldPath(error.instancePath);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownField(join(here, String(params['additionalProperty'])));
    case 'required':
      return missingField(join(here, String(params['missingProperty'])));
    case 'type':
      return wrongType(here, String(params['type']));
    default:
      return invalid(here, error.keyword, params);
  }
}

/** "/pools/3/collections" → "pools[3].collections". */
function fieldPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : join(path, part)), '');
}

function join(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}

function unknownField(at: string): Refusal {
  return {
    code: 'unknown_field',
    at,
    what: { zh: '没有这个字段', en: 'there is no such field' },
    next: { zh: '请删除或改正字段名', en: 'remove it or correct its name' },
  };
}

function missingField(at: string): Refusal {
  return {
    code: 'missing_field',
    at,
    what: { zh: '缺少此字段', en: 'the field is missing' },
    next: { zh: '请补充；缺失不等于零', en: 'give it: missing is never zero' },
  };
}

function wrongType(at: string, type: string): Refusal {
  const isText = type === 'string';
  return {
    code: 'wrong_type',
    at,
    what: { zh: `应为${typeInChinese(type)}`, en: `it must be of type ${type}` },
    next: {
      zh: isText ? '金额、比例和分数请写成带引号的文本，如 "1234.50"' : '请改正类型',
      en: isText
        ? 'write amounts, rates and scores as text in quotes, such as "1234.50"'
        : 'correct its type',
    },
  };
}

function invalid(at: string, keyword: string, params: Readonly<Record<string, unknown>>): Refusal {
  return {
    code: 'bad_value',
    at,
    what: ruleInWords(keyword, params),
    next: { zh: '请按 docs/reference/contracts 改正', en: 'correct it as docs/reference/contracts says' },
  };
}
