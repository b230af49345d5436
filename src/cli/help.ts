import { Help, type HelpConfiguration } from 'commander';
import type { Language } from '#cli/services';

/** What stands between the two languages of a description. */
const BETWEEN = ' — ';

/** The part of a text in one language; a text that has but one is given whole. */
export function halfIn(language: Language, text: string): string {
  const [zh = text, en = zh] = text.split(BETWEEN);
  return language === 'zh' ? zh : en;
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

/** The words that the library puts beside a description: what may be chosen, what holds unless told, the environment. */
const NOTES: readonly (readonly [RegExp, string])[] = [
  [/\bchoices:/, '可选'],
  [/\bdefault:/, '默认'],
  [/\benv:/, '环境变量'],
];

/** Help in the language that was chosen, which is known once the line was read. */
export function helpIn(chosen: () => Language): HelpConfiguration {
  const plain = new Help();
  const inChosen = (text: string): string => halfIn(chosen(), text);
  const noted = (text: string, described: string): string => {
    const notes = text.slice(described.length);
    return inChosen(described) + (chosen() === 'en' ? notes : NOTES.reduce(translate, notes));
  };
  return {
    styleTitle: (title) => (chosen() === 'zh' ? (TITLES[title] ?? title) : title),
    commandDescription: (command) => inChosen(plain.commandDescription(command)),
    subcommandDescription: (command) => inChosen(plain.subcommandDescription(command)),
    argumentDescription: (argument) => noted(plain.argumentDescription(argument), argument.description),
    optionDescription: (option) => noted(plain.optionDescription(option), option.description),
  };
}

function translate(text: string, [word, said]: readonly [RegExp, string]): string {
  return text.replace(word, said);
}
