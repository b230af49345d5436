import type { Static } from 'typebox';
import { checkShape } from '#contract/check-shape';
import { contributionLineSchema } from '#contract/contribution-line';
import { readJsonText } from '#contract/json-text';
import type { Refusal } from '#kernel/decision';

/** The good lines of a file, each with its place, and every fault of the others. */
export interface ReadLines {
  readonly placed: readonly {
    /** `file:line`, counted from 1. */
    readonly at: string;
    readonly line: Static<typeof contributionLineSchema>;
  }[];
  readonly refusals: readonly Refusal[];
}

/**
 * Reads a file of one JSON text a line (NDJSON) and checks the shape of each. Blank lines may only end the
 * file; an empty file is refused, and so is every line that is no JSON or has another shape, with its place.
 */
export function readContributionLines(name: string, text: string): ReadLines {
  if (text.trim() === '') return { placed: [], refusals: refusalsIn(name, text) };
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
      const line = checkShape(contributionLineSchema, json.value);
      if (line.allowed) return [{ at, line: line.value }];
      refusals.push(...line.refusals.map((refusal) => ({ ...refusal, at: `${at} ${refusal.at}`.trimEnd() })));
      return [];
    });
  return { placed, refusals };
}

function refusalsIn(name: string, text: string): readonly Refusal[] {
  const json = readJsonText(name, text);
  return json.allowed ? [] : json.refusals;
}
