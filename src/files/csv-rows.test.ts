import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsvRows } from '#files/csv-rows';
import type { CsvColumn } from '#application/ports/csv-reader';
import { refusalLine, type Decision } from '#kernel/decision';

const COLUMNS: readonly CsvColumn<'place' | 'value' | 'unit' | 'note'>[] = [
  { name: 'place', content: { kind: 'text' } },
  { name: 'value', content: { kind: 'decimal', maxDecimals: 2 } },
  { name: 'unit', content: { kind: 'choice', options: ['万元', '亿元'] } },
  { name: 'note', content: { kind: 'text' }, optional: true },
];
const HEADER = 'place,value,unit,note';

const read = (text: string) => readCsvRows({ file: 'f.csv', text }, COLUMNS);

function faults(decision: Decision<unknown>): readonly string[] {
  return decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`);
}

describe('reading CSV rows', () => {
  it('gives the cells by column with the line on which the row begins', () => {
    const decision = read(`# note\n${HEADER}\n甲,1.50,万元,\n\n乙,-2,亿元,"two\nlines"\n丙,3,亿元,a#b\n`);
    expect(decision.allowed && decision.value.map(({ line, cells }) => [line, cells.place])).toEqual([
      [3, '甲'],
      [5, '乙'],
      [7, '丙'],
    ]);
  });

  it('takes the columns in any order, with a byte-order mark and either kind of line end', () => {
    const decision = read('\ufeff# note\r\nunit,note,value,place\r\n亿元,x,7,甲\r\n');
    expect(decision.allowed && decision.value).toEqual([
      { file: 'f.csv', line: 3, cells: { place: '甲', value: '7', unit: '亿元', note: 'x' } },
    ]);
  });

  it.each([
    ['an empty file', '', ['csv_empty f.csv']],
    ['a file in another encoding', `${HEADER}\n甲,1,万元,\ufffd\ufffd\n`, ['csv_encoding f.csv:2']],
    ['a file of comments', '# nothing\n', ['csv_empty f.csv']],
    ['a header without rows', `${HEADER}\n`, ['csv_no_rows f.csv:1']],
    ['a missing column', 'place,value,unit\n甲,1,万元\n', ['csv_column_missing f.csv:1 note']],
    ['an unknown column', `${HEADER},more\n甲,1,万元,,x\n`, ['csv_column_unknown f.csv:1 more']],
    ['a column given twice', `${HEADER},note\n甲,1,万元,,\n`, ['csv_column_duplicate f.csv:1 note']],
    ['a short row', `${HEADER}\n甲,1\n`, ['csv_field_count f.csv:2']],
    ['a long row', `${HEADER}\n甲,1,万元,,\n`, ['csv_field_count f.csv:2']],
    ['an open quote', `${HEADER}\n甲,1,万元,"x\n`, ['csv_malformed f.csv:2']],
    ['a quote inside a cell', `${HEADER}\n甲,1,万元,x"y\n`, ['csv_malformed f.csv:2']],
    ['text after a closing quote', `${HEADER}\n甲,1,万元,"x"y\n`, ['csv_malformed f.csv:2']],
    ['an empty cell', `${HEADER}\n甲,,万元,\n`, ['csv_value_missing f.csv:2 value']],
    ['a third decimal', `${HEADER}\n甲,1.005,万元,\n`, ['csv_not_decimal f.csv:2 value']],
    ['thousands marks', `${HEADER}\n甲,"1,000",万元,\n`, ['csv_not_decimal f.csv:2 value']],
    ['an exponent', `${HEADER}\n甲,1e3,万元,\n`, ['csv_not_decimal f.csv:2 value']],
    ['a blank around a figure', `${HEADER}\n甲, 1,万元,\n`, ['csv_not_decimal f.csv:2 value']],
    ['an unknown unit', `${HEADER}\n甲,1,千元,\n`, ['csv_choice_unknown f.csv:2 unit']],
  ])('refuses %s, naming file, line and field', (_name, text, expected) => {
    expect(faults(read(text))).toEqual(expected);
  });

  it('names every fault of a file at once and gives no row', () => {
    expect(faults(read(`${HEADER}\n甲,x,千元,\n乙,1,万元,\n,2,亿元,\n`))).toEqual([
      'csv_not_decimal f.csv:2 value',
      'csv_choice_unknown f.csv:2 unit',
      'csv_value_missing f.csv:4 place',
    ]);
  });

  it('says in both languages what is wrong and what to do', () => {
    const decision = read(`${HEADER}\n甲,1.005,万元,\n`);
    expect(decision.allowed ? '' : decision.refusals.map(refusalLine).join()).toBe(
      'csv_not_decimal f.csv:2 value: “1.005”小数位过多；写成普通十进制数，小数最多 2 位 | ' +
        '"1.005" cannot be read: it has too many decimals; write a plain decimal with at most 2 decimals',
    );
  });

  it('gives back every cell that was written with its quotes doubled', () => {
    const cell = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('\r'));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (places) => {
        const quoted = places.map((place) => `"${place.replaceAll('"', '""')}",1,万元,`);
        const decision = read([HEADER, ...quoted].join('\n'));
        expect(decision.allowed && decision.value.map(({ cells }) => cells.place)).toEqual(places);
      }),
    );
  });
});
