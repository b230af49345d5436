import type { FormsReport } from '#application/exports/forms-report';
import type { StatementFiles } from '#application/ports/statement-files';
import { keptAs } from '#http/routes/file-answer';

/** A kind of file that official forms are given as. */
export interface FormFormat {
  /** Ends the name of the operation. */
  readonly name: string;
  readonly ending: string;
  readonly type: string;
  readonly words: string;
  readonly make: keyof StatementFiles;
}

/** Forms are given as these, the same bytes for the same content. */
export const FORM_FORMATS: readonly FormFormat[] = [
  {
    name: 'Workbook',
    ending: '.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    words: 'an Excel workbook in Chinese, a sheet for each form',
    make: 'workbook',
  },
  {
    name: 'Pdf',
    ending: '.pdf',
    type: 'application/pdf',
    words: 'a PDF for printing in Chinese',
    make: 'pdf',
  },
];

/** Forms as a file, with the header by which it is kept under its name. */
export async function formFile(
  files: StatementFiles,
  { make, ending }: FormFormat,
  report: FormsReport,
): Promise<{ readonly file: Uint8Array; readonly disposition: string }> {
  const name = { fileName: report.fileName, runId: report.record.id };
  return { file: await files[make](report), disposition: keptAs(name, ending) };
}
