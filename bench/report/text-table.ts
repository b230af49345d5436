/** A table in Markdown, readable as plain text too: columns padded, figures to the right. */
export function textTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  figuresFrom: number,
): string {
  const widths = heads.map((head, at) =>
    Math.max(head.length, 3, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => {
    const padded = widths.map((width, at) => {
      const cell = cells[at] ?? '';
      return at >= figuresFrom ? cell.padStart(width) : cell.padEnd(width);
    });
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((width, at) =>
    at >= figuresFrom ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}

/** A figure to three digits, with thousands marks. */
export function threeDigits(figure: number): string {
  const rounded = Number(figure.toPrecision(3));
  return rounded.toLocaleString('en-US', { maximumSignificantDigits: 3 });
}
