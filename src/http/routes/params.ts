import { Type } from 'typebox';

/** The parameters of an address that names one thing. */
export const idParams = Type.Object({ id: Type.String({ minLength: 1 }) });

/** Of an address that names one of a record's numbered parts. */
export const numberedParams = Type.Object({
  id: Type.String({ minLength: 1 }),
  number: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }),
});
