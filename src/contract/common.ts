import { Type } from 'typebox';

/** Objects of the contract have no members that their schema does not name. */
export const closed = { additionalProperties: false } as const;

export const bilingualSchema = Type.Object({ zh: Type.String(), en: Type.String() }, closed);
export const yuanSchema = Type.String({ format: 'yuan', description: 'Amount in yuan, two decimals' });
export const citeSchema = Type.Array(Type.String(), { description: 'Clause ids' });
export const packStatusSchema = Type.Enum(['in_force', 'draft'] as const);
