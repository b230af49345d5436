/** One column of a plain-text table: its header, and the side on which its cells stand. */
export interface TextColumn {
  readonly header: string;
  readonly align: 'left' | 'right';
}

/** Between two columns: wide enough to keep a right-aligned figure apart from a left-aligned word. */
const GAP = '  ';

/** Ranges that a terminal draws two columns wide: East Asian Width W and F (UAX #11) of the scripts used here. */
const WIDE_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f], // Hangul jamo
  [0x2e80, 0x303e], // radicals, CJK punctuation
  [0x3041, 0xa4cf], // kana, bopomofo, ideographs, Yi
  [0xac00, 0xd7a3], // Hangul syllables
  [0xf900, 0xfaff], // compatibility ideographs
  [0xfe30, 0xfe6f], // vertical and small forms
  [0xff01, 0xff60], // full-width forms
  [0xffe0, 0xffe6], // full-width signs
  [0x20000, 0x3fffd], // further ideographs
];

/**
 * Lines up rows under their headers for a terminal with fixed columns: a Chinese character takes two. No line
 * ends in spaces; the text ends without a line break. A cell that a row lacks is left empty.
 */
export function renderTextTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map(({ header }, index) =>
    Math.max(displayWidth(header), ...rows.map((row) => displayWidth(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => padTo(cells[index] ?? '', widths[index] ?? 0, align))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [line(columns.map(({ header }) => header)), rule, ...rows.map(line)].join('\n');
}

/** Columns of a terminal that a text takes: two for each wide character, none for a combining mark. */
export function displayWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + widthOf(character), 0);
}

function widthOf(character: string): 0 | 1 | 2 {
  if (/^\p{Mn}$/u.test(character)) return 0;
  const point = character.codePointAt(0) ?? 0;
  return WIDE_RANGES.some(([first, last]) => first <= point && point <= last) ? 2 : 1;
}

function padTo(text: string, width: number, align: TextColumn['align']): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + spaces : spaces + text;
}
