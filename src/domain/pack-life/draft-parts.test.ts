import { expect, it } from 'vitest';
import { draftParts } from '#domain/pack-life/draft-parts';
import { inventedPack, replaceOnce } from '#tests/support/invented-pack';

const PACK_DRAFT = replaceOnce('extends: [union]\nstatus: in_force', 'extends: [union]\nstatus: draft');
const INSTRUMENT_DRAFT = replaceOnce('2024-01-01\n    status: in_force', '2024-01-01\n    status: draft');
const UNION_DRAFT = replaceOnce('    status: in_force', '    status: draft');

it.each<[string, readonly string[], ReturnType<typeof inventedPack>]>([
  ['nothing of a pack in force', [], inventedPack()],
  ['the pack by its own word', ['yunhai'], inventedPack({ 'instrument.yaml': PACK_DRAFT })],
  ['one of its instruments', ['yh-2024-1'], inventedPack({ 'instrument.yaml': INSTRUMENT_DRAFT })],
  ['an instrument of what it extends', ['un-1'], inventedPack({}, { 'instrument.yaml': UNION_DRAFT })],
])('R-7: a draft is %s', (_, parts, pack) => {
  expect(draftParts(pack)).toEqual(parts);
});
