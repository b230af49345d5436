import { refusalLineIn, type Decision, type Refusal } from '#kernel/decision';
import type { Terminal } from '#cli/services';
import type { Bilingual } from '#kernel/bilingual';

/** 0 done, 1 refused by a rule or bad data, 2 wrong usage: the contract's exit status. */
export type ExitStatus = 0 | 1 | 2;

/** Prints a decision: the value by `print`, or one line per refusal on standard error and nothing else. */
export function conclude<T>(
  terminal: Terminal,
  decision: Decision<T>,
  print: (value: T) => void,
): ExitStatus {
  if (decision.allowed) {
    print(decision.value);
    return 0;
  }
  return refused(terminal, decision.refusals);
}

/** Prints a note or how far it is in the language that was chosen, as a line on standard error. */
function note(terminal: Terminal, text: Bilingual): void {
  terminal.err(`${text[terminal.language]}\n`);
}

/** Prints one line per refusal on standard error. */
export function refused(terminal: Terminal, refusals: readonly Refusal[]): ExitStatus {
  for (const refusal of refusals) terminal.err(`${refusalLineIn(terminal.language, refusal)}\n`);
  return 1;
}

/** Says on standard error what every output of a policy not in force, or of assumed figures, must say. */
export function tellStanding(
  terminal: Terminal,
  {
    status,
    assumptions = [],
  }: {
    readonly status: 'in_force' | 'draft';
    readonly assumptions?: readonly { readonly value: string; readonly reading: string }[];
  },
): void {
  if (status === 'draft')
    note(terminal, { zh: '征求意见稿，仅供测算', en: 'a consultation draft, for simulation' });
  for (const { value, reading } of assumptions)
    note(terminal, { zh: `假设 ${value}（${reading}）`, en: `assumption ${value} (${reading})` });
}

export function missingFile(path: string): Refusal {
  return {
    code: 'file_not_found',
    at: path,
    what: { zh: '没有这个文件', en: 'there is no such file' },
    next: { zh: '请检查路径', en: 'check the path' },
  };
}
