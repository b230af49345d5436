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

const limit = ({ limit: value }: Params): string => String(value);

/** What each keyword of a schema asks for, as a validator reports it. */
const RULES: Readonly<Partial<Record<string, (params: Params) => string>>> = {
  enum: ({ allowedValues }) => `须为以下之一：${listed(allowedValues)}`,
  const: ({ allowedValue }) => `须为 ${String(allowedValue)}`,
  anyOf: () => '不合任何一种允许的写法',
  oneOf: () => '须恰好合一种允许的写法',
  pattern: ({ pattern }) => `写法须合 ${String(pattern)}`,
  format: ({ format }) => `写法须为 ${String(format)}`,
  minLength: (params) => `至少 ${limit(params)} 个字`,
  maxLength: (params) => `至多 ${limit(params)} 个字`,
  minItems: (params) => `至少 ${limit(params)} 项`,
  maxItems: (params) => `至多 ${limit(params)} 项`,
  uniqueItems: () => '各项不得重复',
  minProperties: (params) => `至少 ${limit(params)} 个字段`,
  maxProperties: (params) => `至多 ${limit(params)} 个字段`,
  minimum: (params) => `不得小于 ${limit(params)}`,
  maximum: (params) => `不得大于 ${limit(params)}`,
  exclusiveMinimum: (params) => `须大于 ${limit(params)}`,
  exclusiveMaximum: (params) => `须小于 ${limit(params)}`,
  multipleOf: ({ multipleOf }) => `须为 ${String(multipleOf)} 的整倍数`,
};

/** What content has to be that broke a keyword of its schema, in Chinese. */
export function ruleInChinese(keyword: string, params: Params): string {
  return RULES[keyword]?.(params) ?? '内容不合规定';
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join('、') : '';
}
