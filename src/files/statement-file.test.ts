import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { readStatementFile } from '#files/statement-file';
import { assert } from '#kernel/assert';

const BOOK = `<workbook xmlns:r="r"><sheets><sheet name="二" sheetId="2" r:id="rId7"/><sheet name="一" r:id="rId1"/></sheets></workbook>`;
const LINKS = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Target="worksheets/sheet2.xml" Id="rId7"/></Relationships>`;
const TEXTS = `<sst><si><t>日期</t></si><si><r><t>金</t></r><r><t xml:space="preserve">额 &amp; 其他</t></r><rPh><t>x</t></rPh></si></sst>`;
const SHEET = `<worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
<row r="3"/><row r="4"><c r="A4" s="1"><v>46112</v></c><c r="C4"><v>1234567890123.45</v></c><c r="D4" t="inlineStr"><is><t>备注</t></is></c></row>
<row r="5"><c r="C5"><f>1/3</f><v>0.33333333333333331</v></c></row></sheetData></worksheet>`;

async function workbook(changes: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const parts = {
    'xl/workbook.xml': BOOK,
    'xl/_rels/workbook.xml.rels': LINKS,
    'xl/sharedStrings.xml': TEXTS,
    'xl/worksheets/sheet1.xml': '<worksheet/>',
    'xl/worksheets/sheet2.xml': SHEET,
    ...changes,
  };
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, text] of Object.entries(parts)) await writer.add(name, new TextReader(text));
  return writer.close();
}

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly [number, ...string[]])[]> {
  const read = await readStatementFile({ name: 'f', bytes });
  assert(read.allowed, 'the file can be read');
  return read.value.table.rows.map(({ line, cells }) => [line, ...cells.map(({ text }) => text)]);
}

async function faultOf(bytes: Uint8Array): Promise<string | undefined> {
  const read = await readStatementFile({ name: 'f', bytes });
  return read.allowed ? undefined : read.refusals[0]?.code;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the file of a statement', () => {
  it('JH-4.7-b: of a workbook gives the digits that it stores, by the first sheet of the book', async () => {
    expect(await rowsOf(await workbook())).toEqual([
      [2, '日期', '', '金额 & 其他'],
      [4, '46112', '', '1234567890123.45', '备注'],
      [5, '', '', '0.33333333333333331'],
    ]);
  });

  it('is refused where it is no workbook, or one that counts days otherwise', async () => {
    const broken = (await workbook()).slice(0, 400);
    expect(await faultOf(broken)).toBe('file_unreadable');
    const book = BOOK.replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    expect(await faultOf(await workbook({ 'xl/workbook.xml': book }))).toBe('file_unreadable');
    expect(await faultOf(await workbook({ 'xl/sharedStrings.xml': '<sst/>' }))).toBe('file_unreadable');
  });

  it('of CSV keeps lines as people count them, in UTF-8 or GB 18030', async () => {
    expect(await rowsOf(bytesOf('a,b\r\n\r\n"x\ny",2\n,\n3,4\n'))).toEqual([
      [1, 'a', 'b'],
      [3, 'x\ny', '2'],
      [6, '3', '4'],
    ]);
    expect(await rowsOf(new Uint8Array([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0x31]))).toEqual([[1, '日期', '1']]);
    expect(await faultOf(new Uint8Array([0xff, 0xff, 0x80]))).toBe('file_unreadable');
    expect(await faultOf(bytesOf('"a'))).toBe('file_unreadable');
  });
});
