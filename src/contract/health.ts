import { Type } from 'typebox';
import { closed } from '#contract/common';

/** The server answers. Says nothing of its data. */
export const healthSchema = Type.Object(
  { status: Type.Literal('ok'), version: Type.String() },
  { $id: 'Health', ...closed },
);
