import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { adjustmentOutputSchema } from '#contract/adjustment-output';
import { adjustmentRequestSchema } from '#contract/adjustment-request';
import { contributionLineSchema } from '#contract/contribution-line';
import { contributionOutputSchema } from '#contract/contribution-output';
import { fundProjectionSchema } from '#contract/fund-projection-output';
import {
  fundOutlookSchema,
  fundProjectionRequestSchema,
  fundScenarioSchema,
} from '#contract/fund-projections';
import { projectionSchema } from '#contract/projections';
import { repriceOutputSchema } from '#contract/reprice-output';
import { repriceScenariosSchema } from '#contract/reprice-scenarios';
import { localServer } from '#tests/support/local-server';

const REFERENCE = new URL('../../docs/reference/', import.meta.url);

/** The committed file's content; UPDATE_OPENAPI=1 writes it anew from the schemas. */
function committed(name: string, generated: unknown): unknown {
  const path = fileURLToPath(new URL(name, REFERENCE));
  if (process.env['UPDATE_OPENAPI'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(generated, null, 2)}\n`);
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A schema as plain JSON, with the dialect that it is written in. */
function schemaFile(schema: object): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...plain(schema) };
}

function plain(content: object): object {
  return JSON.parse(JSON.stringify(content)) as object;
}

describe('the committed reference', () => {
  it('holds the OpenAPI document that the server generates (UPDATE_OPENAPI=1 rewrites it)', async () => {
    const app = localServer();
    await app.ready();
    const generated = plain(app.swagger());
    expect(committed('openapi.json', generated)).toEqual(generated);
  });

  it.each([
    ['adjustment-request', adjustmentRequestSchema],
    ['adjustment-output', adjustmentOutputSchema],
    ['contribution-line', contributionLineSchema],
    ['contribution-output', contributionOutputSchema],
    ['fund-projection', fundProjectionSchema],
    ['fund-projection-outlook', fundOutlookSchema],
    ['fund-projection-request', fundProjectionRequestSchema],
    ['fund-projection-scenario', fundScenarioSchema],
    ['projection', projectionSchema],
    ['reprice-output', repriceOutputSchema],
    ['reprice-scenarios', repriceScenariosSchema],
  ])('holds %s as JSON Schema 2020-12', (name, schema) => {
    const generated = schemaFile(schema);
    expect(committed(`contracts/${name}.schema.json`, generated)).toEqual(generated);
    const ajv = new Ajv2020({ strict: true, validateFormats: false });
    expect(ajv.validateSchema(generated)).toBe(true);
  });
});

describe('the OpenAPI document', () => {
  it('says of every operation who may call it, what it is called, and that refusals are problems', async () => {
    const app = localServer();
    await app.ready();
    const operations = Object.values(app.swagger().paths ?? {}).flatMap(
      (path) => Object.values(path as object) as unknown[],
    );
    expect(operations.length).toBeGreaterThan(7);
    for (const operation of operations) {
      expect(operation).toMatchObject({
        operationId: expect.any(String) as string,
        summary: expect.any(String) as string,
        'x-access': expect.stringMatching(/^(anyone on this machine|local console|[a-z_ ]+; .+)$/) as string,
        responses: {
          default: {
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        },
      });
    }
  });
});
