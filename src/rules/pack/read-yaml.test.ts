import { describe, expect, it } from 'vitest';
import { readYaml, type YamlContent } from '#rules/pack/read-yaml';

function read(text: string, scalars: 'text' | 'json' = 'text'): YamlContent {
  const yaml = readYaml('a.yaml', text, scalars);
  if (!yaml.allowed) throw new Error(JSON.stringify(yaml.refusals));
  return yaml.value;
}

function told(text: string): readonly string[] {
  const yaml = readYaml('a.yaml', text, 'text');
  return yaml.allowed ? [] : yaml.refusals.map(({ code, at }) => `${code} ${at}`);
}

describe('YAML is read as it is written', () => {
  it('every scalar of a policy stays text: no figure passes through a float', () => {
    const text = 'a: 0.1\nb: 1e3\nc: 2024-01-01\nd: true\ne: null\nf: 0x10\ng: 010\nh: 15%\ni: "9"\nj: no\n';
    expect(read(text).content).toEqual({
      a: '0.1',
      b: '1e3',
      c: '2024-01-01',
      d: 'true',
      e: 'null',
      f: '0x10',
      g: '010',
      h: '15%',
      i: '9',
      j: 'no',
    });
  });

  it('scalars of a worked case have the types that they have in JSON', () => {
    expect(read('a: 2024\nb: true\nc: null\nd: "1.50"\ne: yes\n', 'json').content).toEqual({
      a: 2024,
      b: true,
      c: null,
      d: '1.50',
      e: 'yes',
    });
  });

  it('an anchor stands for what it names', () => {
    expect(read('a: &met { x: 1 }\nb: *met\n').content).toEqual({ a: { x: '1' }, b: { x: '1' } });
  });
});

describe('a place leads back to its line', () => {
  const text = '# head\na:\n  - b: 1\n    c: 2\n  - { b: 3 }\nd: &x\n  e: 4\nf: *x\n';

  it.each([
    [['a', 0, 'b'], 3],
    [['a', 0, 'c'], 4],
    [['a', 1, 'b'], 5],
    [['d', 'e'], 7],
  ])('%j stands in line %d', (path, line) => {
    expect(read(text).locate(path)).toBe(`a.yaml:${line}`);
  });

  it.each([
    ['a missing member', ['a', 1, 'missing'], 5],
    ['a member behind an alias', ['f', 'e'], 8],
    ['a member of a scalar', ['a', 0, 'b', 'deeper'], 3],
    ['a document without it', ['missing'], 2],
  ])('%s is placed at the nearest thing that is there', (_, path, line) => {
    expect(read(text).locate(path)).toBe(`a.yaml:${line}`);
  });
});

describe('malformed YAML is refused with its line', () => {
  it.each([
    ['an open bracket', 'a: [1\nb: 2\n', ['malformed_yaml a.yaml:2']],
    ['a member given twice', 'a: 1\nb: 2\na: 3\n', ['malformed_yaml a.yaml:3']],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['malformed_yaml a.yaml:2']],
    ['two documents', 'a: 1\n---\nb: 2\n', ['malformed_yaml a.yaml:2']],
    ['an alias of nothing', 'a: 1\nb: *nothing\n', ['malformed_yaml a.yaml']],
    ['nothing', '', ['empty_file a.yaml']],
    ['blanks', ' \n\n', ['empty_file a.yaml']],
    ['comments', '# a\n# b\n', ['empty_file a.yaml']],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('aliases that multiply without end are refused, not unfolded', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}*l${level}]`,
    );
    expect(told(['l0: &l0 [x]', ...levels].join('\n'))).toEqual(['malformed_yaml a.yaml']);
  });
});
