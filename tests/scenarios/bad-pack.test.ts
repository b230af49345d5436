import { describe, expect, it } from 'vitest';
import type { PackSource } from '#application/ports/pack-source';
import { inventedPackFiles, replaceOnce, type FileOverrides } from '#tests/support/invented-pack';
import { runRecorded, type Heard } from '#tests/support/recorded-command';

/** A pack of its own, without the union: what bounds its figures is not needed to refuse it. */
const ALONE: FileOverrides = {
  'instrument.yaml': replaceOnce('extends: [union]\n', ''),
};

function faulty(file: string, change: (old: string) => string): PackSource {
  const files = inventedPackFiles({ ...ALONE, [file]: change });
  return {
    listIds: () => Promise.resolve(['yunhai']),
    findFiles: (id) => Promise.resolve(id === 'yunhai' ? { id, files } : undefined),
  };
}

const FAULTS: readonly (readonly [
  title: string,
  file: string,
  change: (old: string) => string,
  code: string,
])[] = [
  ['malformed YAML', 'places.yaml', (old) => `${old}  - { id: south\n`, 'malformed_yaml'],
  ['an empty file', 'places.yaml', () => '', 'empty_file'],
  [
    'an uncited value',
    'values/fund.yaml',
    replaceOnce('cite: [YH-2]\n        published', 'published'),
    'uncited_value',
  ],
  [
    'an unknown field',
    'places.yaml',
    replaceOnce("code: '990200',", "code: '990200', mayor: x,"),
    'unknown_field',
  ],
  [
    'a missing cell of an axis',
    'values/fund.yaml',
    replaceOnce('cells: { employee: 6%, resident: 12% }', 'cells: { employee: 6% }'),
    'missing_cell',
  ],
  [
    'overlapping dates',
    'values/fund.yaml',
    replaceOnce(
      'to: 2024-12-31\n        cells: { employee: 5%',
      'to: 2025-01-31\n        cells: { employee: 5%',
    ),
    'overlapping_dates',
  ],
];

describe('a pack with a fault', () => {
  it.each(FAULTS)(
    '%s is told in a line that names file and line, and nothing is computed',
    async (_, file, change, code) => {
      const source = faulty(file, change);
      const readText = (): Promise<string> => Promise.resolve('{}');
      for (const command of [
        ['validate', 'yunhai'],
        ['adjust', '--pack', 'yunhai', '--input', 'input.json'],
      ]) {
        const heard: Heard = await runRecorded(command, { source, readText });
        expect(heard.status).toBe(1);
        expect(heard.out).toBe('');
        const told = heard.err
          .trimEnd()
          .split('\n')
          .filter((line) => line.startsWith(code));
        expect(told).toHaveLength(1);
        expect(told[0]).toMatch(new RegExp(`^${code} packs/yunhai/${file}(:\\d+|:)`));
      }
    },
  );
});
