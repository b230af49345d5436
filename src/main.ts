/** Composition root: the only file that knows storage, http, clock and configuration together. */
export function runProgram(args: readonly string[]): Promise<void> {
  process.stdout.write(`tongchou ${args.join(' ')}\n`);
  return Promise.resolve();
}
