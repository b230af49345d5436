/** A text in the console's two languages; Chinese is the one that binds. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Both languages as one text that is stored: a line each. */
export function bothLines({ zh, en }: Bilingual): string {
  return `${zh}\n${en}`;
}

/** The line of one language; a text that was not stored as both, as somebody wrote it, is given whole. */
export function lineIn(text: string, language: keyof Bilingual): string {
  const [zh, en, ...more] = text.split('\n');
  if (zh === undefined || en === undefined || more.length > 0) return text;
  return language === 'zh' ? zh : en;
}
