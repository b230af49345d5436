import { useTranslation } from 'react-i18next';
import type { Bilingual } from '#kernel/bilingual';

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
} {
  const { i18n } = useTranslation();
  const language = languageOf(i18n.language);
  return { language, pick: (text) => text[language] };
}
