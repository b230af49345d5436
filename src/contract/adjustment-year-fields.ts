import { Type } from 'typebox';

export const textSchema = (maxLength: number): ReturnType<typeof Type.String> =>
  Type.String({ minLength: 1, maxLength });
export const noteSchema = Type.String({ maxLength: 2000 });
const hashSchema = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the document' });
export const insuranceTypeSchema = Type.Enum(['employee', 'resident'] as const);
export const yearNumberSchema = Type.Integer({ minimum: 1000, maximum: 9999 });
export const maybeText = Type.Union([Type.String(), Type.Null()]);
export const documentFields = {
  document: Type.String({ minLength: 1, maxLength: 400, description: 'Number or title of the document' }),
  documentHash: hashSchema,
  note: Type.Optional(noteSchema),
};
