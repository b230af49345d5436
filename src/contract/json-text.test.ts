import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonText } from '#contract/json-text';

function told(text: string): readonly string[] {
  const json = readJsonText('input.json', text);
  return json.allowed ? [] : json.refusals.map(({ code, at }) => `${code} ${at}`);
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('JSON is read strictly', () => {
  it.each([
    ['nothing', '', ['empty_file input.json']],
    ['blanks', ' \n\t ', ['empty_file input.json']],
    ['a sentence', 'not json', ['malformed_json input.json']],
    ['a bracket that is never closed', '{"a": [1, 2}', ['malformed_json input.json']],
    ['a comma too many', '{"a": 1,}', ['malformed_json input.json']],
    ['a comment', '{"a": 1} // one', ['malformed_json input.json']],
    ['quotes of another language', "{'a': 1}", ['malformed_json input.json']],
    ['a number that JSON does not have', '{"a": NaN}', ['malformed_json input.json']],
    ['YAML', 'a: 1\n', ['malformed_json input.json']],
    ['two documents', '{} {}', ['malformed_json input.json']],
    ['a member given twice', '{\n"a": 1,\n"b": 2,\n"a": 3\n}', ['duplicate_field input.json:4']],
    ['a member given twice, written differently', '{"a": 1, "\\u0061": 2}', ['duplicate_field input.json:1']],
    [
      'a member given twice deep inside',
      '{"pools": [\n{"id": "a"},\n{"id": "b", "id": "c"}]}',
      ['duplicate_field input.json:3'],
    ],
    ['a member given twice between tabs', '{\n\t"a": 1,\r\n\t"a": 2\n}', ['duplicate_field input.json:3']],
    ['nesting deeper than any contract', nested(33), ['malformed_json input.json']],
    ['nesting that would break a parser', nested(100_000), ['malformed_json input.json']],
  ])('%s is one refusal', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('the deepest nesting that is read', () => {
    expect(told(nested(31))).toEqual([]);
  });

  it('a text that looks like members is no member', () => {
    expect(told('{"a": "\\"a\\": 1, \\"a\\": 2", "b": "\\\\"}')).toEqual([]);
    expect(told('{"a": "\\\\", "a" : 2}')).toEqual(['duplicate_field input.json:1']);
  });

  it('the same member in two groups is no repetition', () => {
    expect(told('[{"id": "a"}, {"id": "a"}, {"x": {"id": 1}, "id": 2}]')).toEqual([]);
  });

  it('any JSON is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(readJsonText('input.json', text)).toEqual({
          allowed: true,
          value: JSON.parse(text) as unknown,
        });
      }),
    );
  });
});
