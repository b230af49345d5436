/** A JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/* What the schemas of a pack's files are built from. */
export const text: JsonSchema = { type: 'string', minLength: 1 };
export const date: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
export const year: JsonSchema = { type: 'string', pattern: '^\\d{4}$' };
export const identifier: JsonSchema = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' };
export const bilingual = closed({ zh: text, en: text }, ['zh', 'en']);
export const cite: JsonSchema = { type: 'array', items: identifier, minItems: 1 };
export const identifiers: JsonSchema = { type: 'array', items: identifier };
export const status: JsonSchema = { enum: ['in_force', 'draft'] };
export const cells: JsonSchema = { type: ['string', 'object'] };

export function closed(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

export function mapOf(items: JsonSchema): JsonSchema {
  return { type: 'object', propertyNames: identifier, additionalProperties: items };
}
