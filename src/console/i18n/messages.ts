import type { zh } from '#console/i18n/zh.ts';

/** The same keys with any text: what every language must have. */
export type SameKeys<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]>;
};

export type Messages = SameKeys<typeof zh>;
