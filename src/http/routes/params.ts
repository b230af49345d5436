import { Type } from 'typebox';

/** The parameters of an address that names one thing. */
export const idParams = Type.Object({ id: Type.String({ minLength: 1 }) });
