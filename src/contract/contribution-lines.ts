import type { Static } from 'typebox';
import { checkShape } from '#contract/check-shape';
import { contributionLineSchema } from '#contract/contribution-line';
import { readJsonText } from '#contract/json-text';
import type { Decision, Refusal } from '#kernel/decision';

/** A line of good shape with its place. */
interface PlacedContributionLine {
  /** `file:line`, counted from 1. */
  readonly at: string;
  readonly line: Static<typeof contributionLineSchema>;
}

/**
 * Reads a file of one JSON text a line (NDJSON) as its lines come, and checks the shape of each. Blank lines may
 * only end the file; an empty file is refused, and so is every line that is no JSON or has another shape, with its
 * place.
 */
export class ContributionLines {
  readonly #name: string;
  #count = 0;
  /** Lines at the end of what was read so far in which nothing stands. */
  #blank = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** @returns the line, after the blank ones before it: none where it is blank itself, as it may end the file */
  *next(text: string): Iterable<Decision<PlacedContributionLine>> {
    if (text.trim() === '') {
      this.#blank += 1;
      return;
    }
    for (; this.#blank > 0; this.#blank -= 1) yield this.#read('');
    yield this.#read(text);
  }

  /** What is wrong with the file as a whole, once all of it was read. */
  end(): readonly Refusal[] {
    const empty = this.#count === 0 ? readJsonText(this.#name, '') : undefined;
    return empty === undefined || empty.allowed ? [] : empty.refusals;
  }

  #read(text: string): Decision<PlacedContributionLine> {
    this.#count += 1;
    const at = `${this.#name}:${this.#count}`;
    const json = readJsonText(at, text);
    if (!json.allowed) return placed(json.refusals, () => at);
    const line = checkShape(contributionLineSchema, json.value);
    if (line.allowed) return { allowed: true, value: { at, line: line.value } };
    return placed(line.refusals, (refusal) => `${at} ${refusal.at}`.trimEnd());
  }
}

function placed(refusals: readonly Refusal[], at: (refusal: Refusal) => string): Decision<never> {
  return { allowed: false, refusals: refusals.map((refusal) => ({ ...refusal, at: at(refusal) })) };
}
