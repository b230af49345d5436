import type { Bilingual } from '#kernel/bilingual';

type Params = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Partial<Record<string, string>>> = {
  string: '文本',
  integer: '整数',
  number: '数值',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
  null: 'null',
};

/** Names a type of JSON Schema, or several parted by commas, in Chinese. */
export function typeInChinese(type: string): string {
  return type
    .split(',')
    .map((each) => TYPES[each] ?? each)
    .join('或');
}

/** What a keyword of a schema asks for. */
type Words = (params: Params) => Bilingual;

/** A limit that stands between words. */
const bounded =
  (zh: readonly [string, string], en: readonly [string, string]): Words =>
  ({ limit }) => ({ zh: zh.join(String(limit)), en: en.join(String(limit)) });

/** What each keyword of a schema asks for, as a validator reports it. */
const RULES: Readonly<Partial<Record<string, Words>>> = {
  enum: ({ allowedValues }) => ({
    zh: `须为以下之一：${listed(allowedValues, '、')}`,
    en: `it must be one of ${listed(allowedValues, ', ')}`,
  }),
  const: ({ allowedValue }) => ({
    zh: `须为 ${String(allowedValue)}`,
    en: `it must be ${String(allowedValue)}`,
  }),
  anyOf: () => ({ zh: '不合任何一种允许的写法', en: 'it is written in none of the allowed ways' }),
  oneOf: () => ({
    zh: '须恰好合一种允许的写法',
    en: 'it must be written in exactly one of the allowed ways',
  }),
  pattern: ({ pattern }) => ({
    zh: `写法须合 ${String(pattern)}`,
    en: `it must be written as ${String(pattern)}`,
  }),
  format: ({ format }) => ({
    zh: `写法须为 ${String(format)}`,
    en: `it must be written as ${String(format)}`,
  }),
  minLength: bounded(['至少 ', ' 个字'], ['it must have ', ' or more characters']),
  maxLength: bounded(['至多 ', ' 个字'], ['it must have no more than ', ' characters']),
  minItems: bounded(['至少 ', ' 项'], ['it must have ', ' or more items']),
  maxItems: bounded(['至多 ', ' 项'], ['it must have no more than ', ' items']),
  uniqueItems: () => ({ zh: '各项不得重复', en: 'no item may stand twice' }),
  minProperties: bounded(['至少 ', ' 个字段'], ['it must have ', ' or more fields']),
  maxProperties: bounded(['至多 ', ' 个字段'], ['it must have no more than ', ' fields']),
  propertyNames: () => ({ zh: '字段名不合规定', en: 'a name of a field is not allowed' }),
  minimum: bounded(['不得小于 ', ''], ['it must not be below ', '']),
  maximum: bounded(['不得大于 ', ''], ['it must not be above ', '']),
  exclusiveMinimum: bounded(['须大于 ', ''], ['it must be above ', '']),
  exclusiveMaximum: bounded(['须小于 ', ''], ['it must be below ', '']),
  multipleOf: ({ multipleOf }) => ({
    zh: `须为 ${String(multipleOf)} 的整倍数`,
    en: `it must be a multiple of ${String(multipleOf)}`,
  }),
};

/** What content has to be that broke a keyword of its schema. */
export function ruleInWords(keyword: string, params: Params): Bilingual {
  return RULES[keyword]?.(params) ?? { zh: '内容不合规定', en: 'it is not what the contract asks for' };
}

function listed(values: unknown, separator: string): string {
  return Array.isArray(values) ? values.map(String).join(separator) : '';
}
