/** A text inside Markdown: on one line, its marks escaped; code in backquotes stays code. */
export function markdownText(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(
      /(`[^`]*`)|([\\*_<>|#[\]`])/g,
      (_, code: string | undefined, mark: string) => code ?? `\\${mark}`,
    );
}

/** A Markdown table; the cells are plain texts. */
export function markdownTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(headers), `| ${headers.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

function cellText(text: string): string {
  return markdownText(text).replaceAll(/(?<!\\)\|/g, '\\|');
}
