import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '#console/i18n/en.ts';
import { LANGUAGES, LOCALES, languageOf } from '#console/i18n/language.ts';
import { zh } from '#console/i18n/zh.ts';
import { keepChoice, readChoice } from '#console/app/stored-choice.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly resources: { readonly translation: typeof zh };
    readonly returnNull: false;
  }
}

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = LOCALES[languageOf(language)];
  keepChoice('language', language);
});

void i18next.use(initReactI18next).init({
  lng: readChoice('language', LANGUAGES, 'zh'),
  fallbackLng: 'zh',
  resources: { zh: { translation: zh }, en: { translation: en } },
  // React escapes what it renders.
  interpolation: { escapeValue: false },
});
