import type { CommanderError } from 'commander';
import { halfIn } from '#cli/help';
import type { Language } from '#cli/services';
import type { Bilingual } from '#kernel/bilingual';

const FAULTS: Readonly<Record<string, { readonly code: string; readonly what: Bilingual }>> = {
  'commander.unknownOption': {
    code: 'unknown_option',
    what: { zh: '没有这个选项', en: 'there is no such option' },
  },
  'commander.unknownCommand': {
    code: 'unknown_command',
    what: { zh: '没有这个命令', en: 'there is no such command' },
  },
  'commander.missingArgument': { code: 'argument_missing', what: { zh: '缺少参数', en: 'it is missing' } },
  'commander.excessArguments': {
    code: 'too_many_arguments',
    what: { zh: '参数过多', en: 'it has too many arguments' },
  },
  'commander.missingMandatoryOptionValue': {
    code: 'option_missing',
    what: { zh: '缺少必填选项', en: 'this option is required' },
  },
  'commander.optionMissingArgument': {
    code: 'option_value_missing',
    what: { zh: '选项缺少值', en: 'the option lacks its value' },
  },
  'commander.invalidArgument': {
    code: 'bad_option_value',
    what: { zh: '值不可用', en: 'its value cannot be used' },
  },
};

/**
 * Wrong usage as one line in the language that was chosen: a stable code, where, what is wrong and what to do, as refusals
 * are told. Empty where nothing is wrong, as after help was asked for.
 */
export function usageLine({ code, message, exitCode }: CommanderError, language: Language): string {
  if (exitCode === 0 || code === 'commander.help') return '';
  const fault = FAULTS[code];
  const help = { zh: '加 --help 可看用法', en: 'add --help for the usage' }[language];
  if (fault === undefined) return `wrong_usage ${message}: ${help}\n`;
  const [, where = ''] = /'([^']*)'/.exec(message) ?? [];
  const hints = [nearest(message), allowed(message)].flatMap((hint) => (hint === undefined ? [] : [hint]));
  const next = [...hints.map((hint) => hint[language]), help].join(language === 'zh' ? '；' : '; ');
  return `${fault.code} ${where}: ${fault.what[language]}${language === 'zh' ? '；' : '; '}${next}\n`;
}

/** What the library takes for what was meant. */
function nearest(message: string): Bilingual | undefined {
  const meant = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  return meant === undefined ? undefined : { zh: `是不是 ${meant}？`, en: `did you mean ${meant}?` };
}

/** What may stand there: choices that the library lists, or what our own reading of a value says. */
function allowed(message: string): Bilingual | undefined {
  const said = / is invalid(?: for argument '[^']*')?\. (.+)/s.exec(message)?.[1];
  if (said === undefined) return undefined;
  const choices = /^Allowed choices are (.+)\.$/s.exec(said)?.[1];
  if (choices !== undefined) return { zh: `可选 ${choices}`, en: `choose of ${choices}` };
  return { zh: halfIn('zh', said), en: halfIn('en', said) };
}
