import { useTranslation } from 'react-i18next';
import { lineIn, type Bilingual } from '#kernel/bilingual';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Language tags for `lang` attributes and date formats. */
export const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

export function languageOf(tag: string): Language {
  return tag.startsWith('en') ? 'en' : 'zh';
}

/** The language in use, and a way to pick it out of a bilingual text. */
export function useLanguage(): {
  readonly language: Language;
  readonly pick: (text: Bilingual) => string;
  /** Of a stored text that has a line in each language. */
  readonly pickLine: (text: string) => string;
} {
  const { i18n } = useTranslation();
  const language = languageOf(i18n.language);
  return { language, pick: (text) => text[language], pickLine: (text) => lineIn(text, language) };
}
