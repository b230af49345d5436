import type { Static } from 'typebox';
import { checkShape } from '#contract/check-shape';
import { readJsonText } from '#contract/json-text';
import { eventRequestSchema } from '#contract/ledger';
import type { Refusal } from '#kernel/decision';

/** Events of a file, each with its place, and every fault of the others. */
export interface ReadEventLines {
  readonly placed: readonly {
    /** `file:line`, counted from 1. */
    readonly at: string;
    readonly line: Static<typeof eventRequestSchema>;
  }[];
  readonly refusals: readonly Refusal[];
}

/** Reads a file of one event a line (NDJSON). Blank lines may only end the file; every fault has its place. */
export function readEventLines(name: string, text: string): ReadEventLines {
  const refusals: Refusal[] = [];
  const placed = text
    .trimEnd()
    .split('\n')
    .flatMap((part, index) => {
      const at = `${name}:${index + 1}`;
      const json = readJsonText(at, part);
      if (!json.allowed) {
        refusals.push(...json.refusals.map((refusal) => ({ ...refusal, at })));
        return [];
      }
      const line = checkShape(eventRequestSchema, json.value);
      if (line.allowed) return [{ at, line: line.value }];
      refusals.push(...line.refusals.map((refusal) => ({ ...refusal, at: `${at} ${refusal.at}`.trimEnd() })));
      return [];
    });
  return { placed, refusals };
}
