import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemDiff } from '#console/api/version-queries.ts';
import {
  changeWord,
  codesOf,
  inWords,
  shownFields,
  splitShared,
} from '#console/rooms/versions/diff-fields.ts';

const item = (change: ItemDiff['change'], ...fields: readonly string[]): ItemDiff => ({
  id: 'X-1',
  change,
  fields: fields.map((field) => ({ field, label: { zh: '', en: '' }, from: 'a', to: 'b' })),
});
const shown = (of: ItemDiff, language: 'zh' | 'en'): readonly string[] =>
  shownFields('values', of, language).map(({ field }) => field);

describe('the fields that are shown', () => {
  it('are those of the reader’s language, unless only the other one differs', () => {
    const both = item('changed', 'paraphrase/zh', 'paraphrase/en', 'kind');
    expect(shown(both, 'zh')).toEqual(['paraphrase/zh', 'kind']);
    expect(shown(both, 'en')).toEqual(['paraphrase/en', 'kind']);
    expect(shown(item('changed', 'paraphrase/en'), 'zh')).toEqual(['paraphrase/en']);
  });

  it('of what only one side has are its figures and what it rests upon', () => {
    const fields = ['kind', 'unit', 'label/zh', 'versions/2024-01-01/from'] as const;
    const version = ['versions/2024-01-01/cells/employee', 'versions/2024-01-01/cite'] as const;
    const source = 'versions/2024-01-01/source';
    expect(shown(item('added', ...fields, ...version, source), 'zh')).toEqual(['kind', ...version]);
    expect(shown(item('changed', ...fields, source), 'zh')).toEqual(['kind', 'unit', 'label/zh', source]);
  });

  it('are named by words where they hold codes', () => {
    expect(codesOf('clauses', 'kind')).toBe('clauseKinds');
    expect(codesOf('values', 'kind')).toBe('valueKinds');
    expect(codesOf('values', 'versions/2024-01-01/cells/employee')).toBeUndefined();
    expect(codesOf('pipeline', 'order')).toBe('mechanisms');
    expect(codesOf('pipeline', 'with/base')).toBe('stepOptions');
    expect(inWords('a → b, c', (code) => code.toUpperCase())).toBe('A → B, C');
  });
});

describe('what became of an item', () => {
  it('is added or removed between versions, and on one side only between places', () => {
    expect([changeWord('added', true), changeWord('removed', true)]).toEqual(['added', 'removed']);
    expect([changeWord('added', false), changeWord('removed', false)]).toEqual(['onlyTo', 'onlyFrom']);
  });
});

describe('two texts side by side', () => {
  it('are marked where they differ', () => {
    expect(splitShared('按10%上解', '按8%上解')).toEqual({ head: '按', from: '10', to: '8', tail: '%上解' });
    expect(splitShared('甲甲', '甲')).toEqual({ head: '甲', from: '甲', to: '', tail: '' });
  });

  it('are whole again when their parts are put together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const { head, from, to, tail } = splitShared(before, after);
        expect([head + from + tail, head + to + tail]).toEqual([before, after]);
      }),
    );
  });
});
