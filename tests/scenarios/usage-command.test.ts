import { describe, expect, it } from 'vitest';
import { runRecorded } from '#tests/support/recorded-command';

describe('wrong usage is told in the language that was chosen', () => {
  it.each([
    [['year', 'list', '--foo'], 'unknown_option --foo: 没有这个选项；加 --help 可看用法\n'],
    [
      ['--lang', 'en', 'year', 'list', '--foo'],
      'unknown_option --foo: there is no such option; add --help for the usage\n',
    ],
    [['journal', 'show'], 'argument_missing number: 缺少参数；加 --help 可看用法\n'],
    [['jurnal'], 'unknown_command jurnal: 没有这个命令；是不是 journal？；加 --help 可看用法\n'],
    [['payments', 'unswept'], 'option_missing --month <month>: 缺少必填选项；加 --help 可看用法\n'],
    [
      ['payments', 'unswept', '--month'],
      'option_value_missing --month <month>: 选项缺少值；加 --help 可看用法\n',
    ],
    [
      ['journal', '--type', 'both'],
      'bad_option_value --type <type>: 值不可用；可选 employee, resident；加 --help 可看用法\n',
    ],
    [
      ['journal', 'show', 'x', '--lang', 'en'],
      'bad_option_value x: its value cannot be used; a number in digits; add --help for the usage\n',
    ],
    [['year', 'list', 'more'], 'too_many_arguments list: 参数过多；加 --help 可看用法\n'],
    [
      ['start', '--port', 'x'],
      'bad_option_value --port <port>: 值不可用；0 至 65535 的整数；加 --help 可看用法\n',
    ],
    [
      ['--lang', 'fr', 'year', 'list'],
      'bad_option_value --lang <language>: 值不可用；可选 zh, en；加 --help 可看用法\n',
    ],
  ])('%j', async (args, said) => {
    expect(await runRecorded(args)).toEqual({ status: 2, out: '', err: said });
  });

  it('help that was asked for is no fault, and stands on standard output', async () => {
    const heard = await runRecorded(['journal', '--help']);
    expect([heard.status, heard.err]).toEqual([0, '']);
    expect(heard.out).toContain('记账凭证');
  });
});
