import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { knownWords } from '#tests/architecture/known-words';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('the documents', () => {
  it('link to files and headings that are there', () => {
    expect(documents.length).toBeGreaterThan(40);
    expect(documents.flatMap(brokenLinks)).toEqual([]);
  });

  it('are listed by reader: every how-to stands in docs/README.md', () => {
    const index = readFileSync(join(ROOT, 'docs/README.md'), 'utf8');
    const pages = documents.filter((name) => name.startsWith('docs/how-to/'));
    expect(pages.filter((name) => !index.includes(`](${relative('docs', name)})`))).toEqual([]);
  });

  it('name the console’s words as it has them: _账本 › 期初余额_ in a how-to stands in its messages', () => {
    const folder = join(ROOT, 'src/console/i18n');
    const messages = readdirSync(folder)
      .filter((name) => name.startsWith('zh'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const unknown = documents
      .filter((name) => name.startsWith('docs/how-to/'))
      .flatMap((name) => consoleWords(name).filter((word) => !messages.includes(word)));
    expect(unknown).toEqual([]);
  });

  it('name codes as the source has them: each `snake_case` word of a how-to of requests stands there', () => {
    const known = knownWords();
    const codes = documents
      .map((name) => readFileSync(join(ROOT, name), 'utf8'))
      .filter((text) => text.includes('```http'))
      .flatMap((text) => [...text.matchAll(/`(?<code>[a-z]+(?:_[a-z]+)+)`/g)])
      .map(({ groups }) => groups?.['code'] ?? '');
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });
});

/** What a page prints in italics of the console: a way through it, or the name of a button. */
function consoleWords(document: string): readonly string[] {
  const text = withoutBlocks(readFileSync(join(ROOT, document), 'utf8'));
  return [...text.matchAll(/(?<![\w_])_(?<words>[^_`]*\p{Script=Han}[^_`]*)_(?![\w_])/gu)].flatMap(
    ({ groups }) => (groups?.['words'] ?? '').replaceAll(/\s+/g, ' ').split(/ › |, /),
  );
}

/** Links of a document into this repository that lead nowhere. */
function brokenLinks(document: string): readonly string[] {
  const text = withoutBlocks(readFileSync(join(ROOT, document), 'utf8'));
  const links = [...text.matchAll(/\]\((?<link>[^)\s]+)\)/g)].map(({ groups }) => groups?.['link'] ?? '');
  return links
    .filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(document, link))
    .map((link) => `${document} → ${link}`);
}

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? join(ROOT, document) : join(ROOT, dirname(document), path);
  if (!existsSync(file)) return false;
  return heading === undefined || headingsOf(file).includes(decodeURIComponent(heading));
}

/** The anchors of a document's headings, as the forges that show Markdown make them. */
function headingsOf(file: string): readonly string[] {
  const headings = withoutBlocks(readFileSync(file, 'utf8')).matchAll(/^#+ (?<text>.+)$/gm);
  return [...headings].map(({ groups }) =>
    (groups?.['text'] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function withoutBlocks(text: string): string {
  return text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
}
