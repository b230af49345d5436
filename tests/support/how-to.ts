import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packsAbove } from '#files/layered-packs';
import { packFolder } from '#files/pack-folder';
import { writeNewFolder } from '#files/write-folder';
import { runRecorded, type Heard } from '#tests/support/recorded-command';

/** What a page has its reader do: write a file, or run a command and see what it prints. */
export type HowToStep =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'command'; readonly line: string; readonly printed: string };

const FENCE = /^```(?<language>\w+)(?: title="(?<title>[^"]+)")?\n(?<text>[\s\S]*?)^```$/gm;

/** The fenced blocks of a page in order: titled ones are files, `sh` a command, `text` what it prints. */
export function howToSteps(page: string): readonly HowToStep[] {
  const steps: HowToStep[] = [];
  for (const { groups = {} } of page.matchAll(FENCE)) {
    const { language, title, text = '' } = groups;
    const last = steps.at(-1);
    if (title !== undefined) steps.push({ kind: 'file', path: title, text });
    else if (language === 'sh') steps.push({ kind: 'command', line: text.trim(), printed: '' });
    else if (language === 'text' && last?.kind === 'command') {
      steps.splice(-1, 1, { ...last, printed: text });
    } else throw new Error(`a block that is neither file, command nor output: ${text}`);
  }
  return steps;
}

/** Runs one command line of a page as a shell in the folder would: `npx tongchou …`, output to a file with `>`. */
export async function runHowToCommand(folder: string, packs: string, line: string): Promise<Heard> {
  const [program, command, ...words] = line.split(/\s+/);
  if (program !== 'npx' || command !== 'tongchou') throw new Error(`no command of the program: ${line}`);
  const arrow = words.indexOf('>');
  const args = arrow === -1 ? words : words.slice(0, arrow);
  const own = packFolder(packs);
  const heard = await runRecorded(args, {
    source: own,
    packsFolder: packs,
    packsIn: (name) => packsAbove(join(folder, name), own),
    writeFiles: (name, files) => writeNewFolder(join(folder, name), files),
    readText: (path) => readFile(join(folder, path), 'utf8').catch(() => undefined),
    readReference: (name) => Promise.resolve({ file: name, text: '{}' }),
  });
  const target = words[arrow + 1];
  if (arrow === -1 || target === undefined) return heard;
  await writeFile(join(folder, target), heard.out);
  return { ...heard, out: '' };
}

export async function writeHowToFile(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** What a page says is printed, as a pattern: `…` alone on a line stands for lines, within one for a part. */
export function printedPattern(printed: string): RegExp {
  const lines = printed.split('\n').map((line) => {
    if (line.trim() === '…') return '[\\s\\S]*';
    return line.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*');
  });
  return new RegExp(`^${lines.join('\n')}$`);
}
