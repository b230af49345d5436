/** A text in the console's two languages; Chinese is the one that binds. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
