import { Type, type Static } from 'typebox';

const name = '^[a-z][a-z0-9_]*$';

/** Scenarios of `tongchou reprice --values`: by name, the values that each replaces, with their figures. */
export const repriceScenariosSchema = Type.Record(
  Type.String({ pattern: '^(?!base$)[a-z][a-z0-9_]*$' }),
  Type.Record(Type.String({ pattern: name }), Type.String()),
  { $id: 'RepriceScenarios', title: 'Scenarios of tongchou reprice', maxProperties: 100 },
);
export type RepriceScenarios = Static<typeof repriceScenariosSchema>;
