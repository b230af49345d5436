import { Type } from 'typebox';
import { bilingualSchema, closed } from '#contract/common';

/** A file of statements that somebody published. */
export const statementFileSchema = Type.Object(
  {
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
    content: Type.String({ minLength: 1, description: 'The workbook (XLSX) or CSV file in base64' }),
    pack: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: 'Whose forms; the national ones where none is named',
      }),
    ),
  },
  { $id: 'StatementFile', ...closed },
);

export const statementCheckedSchema = Type.Object(
  {
    checks: Type.Array(
      Type.Object(
        {
          form: Type.String(),
          formName: bilingualSchema,
          column: Type.String({ description: 'As the file heads it' }),
          line: Type.String({ description: 'The line that the others must add up to' }),
          name: bilingualSchema,
          status: Type.Enum(['exact', 'within_rounding', 'broken', 'not_checked'] as const),
          difference: Type.Union([Type.String(), Type.Null()], {
            description:
              'Printed total less printed parts, in the unit of the page; null where it is not checked',
          }),
          missing: Type.Array(Type.String({ description: 'Lines that the page does not print' })),
        },
        closed,
      ),
    ),
  },
  { $id: 'StatementChecked', ...closed },
);
