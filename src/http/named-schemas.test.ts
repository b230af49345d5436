import { describe, expect, it } from 'vitest';
import { liftNamed, markNamed } from '#http/named-schemas';

const inner = { $id: 'Inner', type: 'string' };
const outer = { $id: 'Outer', type: 'object', properties: { a: inner, b: { type: 'array', items: inner } } };

describe('the schemas of the API', () => {
  it('are defined once each, in order of name, and named where they are used', () => {
    const document = { paths: { '/x': markNamed({ body: outer, query: { type: 'string' } }) } };
    expect(liftNamed(document)).toEqual({
      paths: { '/x': { body: { $ref: '#/components/schemas/Outer' }, query: { type: 'string' } } },
      components: {
        schemas: {
          Inner: { type: 'string' },
          Outer: {
            type: 'object',
            properties: {
              a: { $ref: '#/components/schemas/Inner' },
              b: { type: 'array', items: { $ref: '#/components/schemas/Inner' } },
            },
          },
        },
      },
    });
  });
});
