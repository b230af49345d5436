import type { CliServices, Language, Terminal } from '#cli/services';
import type { Bilingual } from '#kernel/bilingual';

/** Every command that lists can give its JSON instead. */
export interface ListOptions {
  readonly json?: boolean;
}

/** Prints a result in the language that was chosen, as a line. */
export function say(terminal: Terminal, text: Bilingual): void {
  terminal.out(`${text[terminal.language]}\n`);
}

/** Prints a note, or how far it is, in the language that was chosen, as a line on standard error. */
export function note(terminal: Terminal, text: Bilingual): void {
  terminal.err(`${text[terminal.language]}\n`);
}

/** Prints a value as JSON of several lines, which has no language. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints what a command lists: tables in the language that was chosen, or with `--json` the view as REST gives it. */
export function print(
  { terminal }: Pick<CliServices, 'terminal'>,
  { json = false }: ListOptions,
  view: unknown,
  ...tables: readonly ((language: Language) => string)[]
): 0 {
  if (json) printJson(terminal, view);
  else terminal.out(tables.map((table) => table(terminal.language)).join('\n'));
  return 0;
}

/** Months that a figure counts although they are still open. */
export function notClosed(months: string): Bilingual {
  return { zh: `尚未结账：${months}`, en: `not closed: ${months}` };
}

/** Tells whether what was kept and what was made again are the same bytes, with the beginnings of both hashes. */
export function saySame(
  terminal: Terminal,
  which: string,
  { isSame, stored, again }: { readonly isSame: boolean; readonly stored: string; readonly again: string },
): void {
  const hashes = `${stored.slice(0, 12)} ${again.slice(0, 12)}`;
  const [zh, en] = isSame ? ['一致', 'same'] : ['不一致', 'DIFFERENT'];
  say(terminal, { zh: `${which} ${zh} ${hashes}`, en: `${which} ${en} ${hashes}` });
}
