import { inflateSync } from 'node:zlib';

/** What a test reads of a PDF that our own builder wrote: enough of ISO 32000 for it, and no more. */
export interface PdfContent {
  readonly pageCount: number;
  /** Names of the fonts with their program embedded. */
  readonly embeddedFonts: readonly string[];
  /** The text of each page, one line for each string that was drawn. */
  readonly pages: readonly string[];
}

interface PdfObject {
  readonly id: string;
  readonly head: string;
  readonly stream: string;
}

export function readPdf(bytes: Uint8Array): PdfContent {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  const byId = new Map(objects.map((object) => [object.id, object]));
  const cmap = objects.find((object) => object.stream.includes('beginbfrange'));
  const letters = cmap === undefined ? new Map<number, string>() : readCmap(cmap.stream);
  const pages = objects.filter((object) => /\/Type \/Page\b/.test(object.head));
  return {
    pageCount: pages.length,
    embeddedFonts: objects
      .filter((object) => /\/FontFile[23]/.test(object.head))
      .map((object) => /\/FontName \/(\S+)/.exec(object.head)?.[1] ?? ''),
    pages: pages.map((page) => {
      const content = byId.get(/\/Contents (\d+) 0 R/.exec(page.head)?.[1] ?? '');
      return content === undefined ? '' : textOf(content.stream, letters);
    }),
  };
}

function objectsOf(file: string): readonly PdfObject[] {
  return [...file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)endobj$/gm)].map(([, id = '', body = '']) => {
    const at = body.indexOf('stream\n');
    if (at < 0) return { id, head: body, stream: '' };
    const head = body.slice(0, at);
    const raw = Buffer.from(body.slice(at + 'stream\n'.length, body.lastIndexOf('\nendstream')), 'latin1');
    const isPacked = head.includes('/FlateDecode');
    return { id, head, stream: (isPacked ? inflateSync(raw) : raw).toString('latin1') };
  });
}

/** Glyph → text, from the ranges of the font's ToUnicode map. */
function readCmap(cmap: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, first = '', , list = ''] of cmap.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    const start = Number.parseInt(first, 16);
    // A ligature stands for several letters: "<0066 0066>".
    for (const [index, [, hex = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      const units = Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16();
      letters.set(start + index, units.toString('utf16le'));
    }
  }
  return letters;
}

function textOf(content: string, letters: ReadonlyMap<number, string>): string {
  return [...content.matchAll(/\[([^\]]*)\] TJ/g)]
    .map(([, shown = '']) =>
      [...shown.matchAll(/<(\w+)>/g)]
        .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        .map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? '\ufffd')
        .join(''),
    )
    .join('\n');
}
