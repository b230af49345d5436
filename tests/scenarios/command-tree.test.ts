import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandTree } from '#cli/program';
import { runRecorded } from '#tests/support/recorded-command';

const HAS_BOTH = /^[^—]*\p{Script=Han}[^—]* — (?!.*\p{Script=Han}).+$/u;

const terminal = { out: () => undefined, err: () => undefined };
const program = commandTree({ version: '0.0.0', terminal }, () => Promise.resolve());

function withBelow(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withBelow)];
}

/** `year show`: what stands after the program's name. */
function pathOf(command: Command): string {
  const above = command.parent === null ? '' : pathOf(command.parent);
  return command.parent === null ? '' : `${above} ${command.name()}`.trim();
}

const commands = withBelow(program);

describe('every command, argument and option says what it is in both languages', () => {
  it.each(commands.map((command) => [pathOf(command), command] as const))('tongchou %s', (_, command) => {
    const described = [
      command.description(),
      ...command.registeredArguments.map(({ description }) => description),
      ...command.options.map(({ description }) => description),
    ];
    expect(described.filter((text) => !HAS_BOTH.test(text))).toEqual([]);
  });
});

describe('docs/reference/commands.md names every command and every option', () => {
  const reference = readFileSync('docs/reference/commands.md', 'utf8');
  const leaves = commands.filter((command) => command.commands.length === 0);

  it.each(leaves.map((command) => [pathOf(command), command] as const))('tongchou %s', (path, command) => {
    const [group = '', ...step] = path.split(' ');
    const names = step.length === 0 ? [group] : step;
    const known = [...names, ...command.options.map(({ long }) => long ?? '')];
    const missing = known.filter(
      (name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(sectionOf(group)),
    );
    expect(missing).toEqual([]);
  });

  it('the table on top lists every command in the order of the help', () => {
    const rows = [...reference.matchAll(/^\| \[`(?<group>[\w-]+)`\]\(#[\w-]+\)(?<steps>[^|]*)\|/gm)];
    const listed = rows.flatMap(({ groups = {} }) => {
      const steps = [...(groups['steps'] ?? '').matchAll(/`([^`]+)`/g)].map(([, step]) => step);
      return steps.length === 0 ? [groups['group']] : steps.map((step) => `${groups['group']} ${step}`);
    });
    expect(listed.toSorted()).toEqual(leaves.map(pathOf).toSorted());
    expect(rows.map(({ groups }) => groups?.['group'])).toEqual([
      ...new Set(leaves.map((command) => pathOf(command).split(' ')[0])),
    ]);
  });

  /** What the reference says of a command: every paragraph, line of a table or block under a heading that names it. */
  function sectionOf(group: string): string {
    const sections = reference.split(/^## /m);
    const named = sections.filter((section) => new RegExp(`(?<![\\w-])${group}(?![\\w-])`).test(section));
    return named.join('\n');
  }
});

describe('help is in the language that was chosen', () => {
  it('Chinese without a choice', async () => {
    const { out } = await runRecorded(['statements', 'draw', '--help']);
    expect(out).toMatch(/^用法： tongchou statements draw/);
    expect(out).toContain('险种 (可选 "employee", "resident")');
    expect(out).not.toMatch(/insurance type|Options|display help/);
  });

  it.each([[['--lang', 'en', 'verify', '--help']], [['verify', '--help', '--lang', 'en']]])(
    'English by %j',
    async (args) => {
      const { out } = await runRecorded(args);
      expect(out).toMatch(/^Usage: tongchou verify/);
      expect(out).not.toMatch(/\p{Script=Han}/u);
    },
  );
});
