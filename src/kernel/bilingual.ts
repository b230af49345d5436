/** A text in the console's two languages; Chinese is the one that binds. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Joins both languages into one text to store: a line each. */
export function bothLines({ zh, en }: Bilingual): string {
  return `${zh}\n${en}`;
}

/** Reads the line of one language; a text not stored in both languages is returned whole. */
export function lineIn(text: string, language: keyof Bilingual): string {
  const [zh, en, ...more] = text.split('\n');
  if (zh === undefined || en === undefined || more.length > 0) return text;
  return language === 'zh' ? zh : en;
}
