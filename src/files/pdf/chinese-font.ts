import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fontFromWoff } from '#files/pdf/woff';

/** Noto Sans SC, regular: about 8,000 simplified characters, Latin letters and figures in one file (OFL 1.1). */
const FONT_FILE = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff';

let read: Promise<Uint8Array> | undefined;

/** The font that PDFs embed a subset of; read once. */
export function readChineseFont(): Promise<Uint8Array> {
  read ??= readFile(createRequire(import.meta.url).resolve(FONT_FILE)).then(fontFromWoff);
  return read;
}

/** Signs that our texts use and the font lacks, as they are written without it. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { '→': '->', '≥': '>=', '≤': '<=', '\t': ' ' };

/** 〓 (geta): printers' sign for a character that the fount does not have. */
const NO_GLYPH = '〓';

/** The text with only characters that the font draws: one that it lacks is shown as lacking, never dropped. */
export function drawable(text: string, hasGlyph: (codePoint: number) => boolean): string {
  return Array.from(text.normalize('NFC'))
    .map((character) => {
      if (character === '\n' || hasGlyph(character.codePointAt(0) ?? 0)) return character;
      return WRITTEN_OUT[character] ?? NO_GLYPH;
    })
    .join('');
}
