import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownWords, WORD } from '#tests/architecture/known-words';

/** The test fails when it read too little: a glossary in another form must not turn it green. */
const FEWEST_SPANS = 500;

const glossary = readFileSync(new URL('../../GLOSSARY.md', import.meta.url), 'utf8');
const spans = [...glossary.matchAll(/`(?<code>[^`\n]+)`/g)].map(({ groups }) => groups?.['code'] ?? '');

describe('the glossary', () => {
  it('names nothing that the source does not know: every identifier in backticks is found there', () => {
    const known = knownWords();
    const unknown = spans.filter((span) => wordsOf(span).some((word) => !known.has(word)));
    expect(spans.length).toBeGreaterThan(FEWEST_SPANS);
    expect(unknown).toEqual([]);
  });
});

/** Names of files as they are, else words; `<placeholders>` are the reader's. */
function wordsOf(span: string): readonly string[] {
  const text = span.replaceAll(/<[^>]*>/g, '');
  return /\.(?:tsx?|yaml)$/.test(text) ? [basename(text)] : (text.match(WORD) ?? []);
}
