import { present } from '#kernel/assert';
import type { Column, ColumnChunk, ColumnData } from '#rules/targets/rows';
import type { RowField } from '#tests/support/formula-rows-fields';
import { thresholdStories, tieStories } from '#tests/support/formula-rows-hot';
import { randomStory } from '#tests/support/formula-rows-oracle';
import { Random } from '#tests/support/formula-rows-random';
import {
  randomNumber,
  vectorOfRow,
  type RowNumbers,
  type Story,
  type TrialPlan,
} from '#tests/support/formula-rows-story';

export interface RowRequest {
  readonly seed: number;
  readonly rows: number;
  /** Rows of one chunk at most; a person's year never runs over from one chunk to the next. */
  readonly chunkRows?: number;
}

/** Stories of each sort from which rows are made: at each threshold, at each rounding, and anywhere. */
const AT_EACH_THRESHOLD = 4;
const AT_EACH_ROUNDING = 4;
const ANYWHERE = 120;
/** Rows of the longest person's year: a story, another one after it, and room. */
const LONGEST_STORY = 8;

/**
 * Rows that crowd whatever a formula decides on: its thresholds, half fens, zeros, first and last days, running
 * totals across several rows, and rows that are refused in the middle of a year. The same seed gives the same
 * rows; stories that the oracle found are varied, so that millions take seconds.
 */
export function* generateRows(
  trial: TrialPlan,
  request: RowRequest,
): Generator<ColumnChunk, void, undefined> {
  const random = new Random(request.seed);
  const anywhere = Array.from({ length: ANYWHERE }, () => randomStory(trial, random));
  const pool = [
    ...anywhere,
    ...thresholdStories(trial, anywhere, random, AT_EACH_THRESHOLD),
    ...tieStories(trial, anywhere, random, AT_EACH_ROUNDING),
  ];
  const most = request.chunkRows ?? request.rows;
  for (let left = request.rows; left > 0;) {
    const chunk = new Chunk(trial, Math.min(most, left));
    while (chunk.room > 0) chunk.add(variation(trial, pool, random));
    left -= chunk.length;
    yield chunk.done();
  }
}

/** A story with some of it changed: mostly by a fen, else anew, else to what must be refused. */
function variation(trial: TrialPlan, pool: readonly Story[], random: Random): Story {
  const stories =
    trial.totals.length > 0 && random.isOneIn(6) ? [random.of(pool), random.of(pool)] : [random.of(pool)];
  const rows = stories.flatMap((story) => story.rows.map((row) => [...row])).slice(0, LONGEST_STORY);
  const changes = random.below(3);
  for (let change = 0; change < changes; change += 1) {
    const row = random.isOneIn(2) ? rows.at(-1) : random.of(rows);
    if (row !== undefined && row.length > 0) changeOne(trial.fields, row, random);
  }
  const drawn = stories.flatMap(({ vectors }) => vectors);
  const isDated = trial.datedBy !== undefined;
  const vectors = rows.map((row, at) =>
    isDated || random.isOneIn(10) ? vectorOfRow(trial, row, random) : (drawn[at] ?? 0),
  );
  return { rows, vectors };
}

function changeOne(fields: readonly RowField[], row: RowNumbers, random: Random): void {
  const at = random.below(fields.length);
  const field = present(fields[at], 'a field');
  const number = row[at] ?? Number.NaN;
  const isSized = field.unit === 'fen' || field.unit === 'count' || field.unit === 'rate';
  if (random.isOneIn(30)) row[at] = Number.NaN;
  else if (isSized && random.isOneIn(40)) row[at] = random.isOneIn(2) ? field.high + 1 : field.low - 1;
  else if (isSized && !Number.isNaN(number) && !random.isOneIn(4)) {
    const moved = random.isOneIn(5) ? Math.round(number * 2 * random.next()) : number + random.below(5) - 2;
    row[at] = Math.min(field.high, Math.max(field.low, moved));
  } else row[at] = randomNumber(field, random);
}

/** Columns under way. */
class Chunk {
  readonly #trial: TrialPlan;
  readonly #columns: readonly { readonly data: ColumnData; readonly missing: Uint8Array }[];
  readonly #starts: Uint8Array;
  readonly #vectorOf: Uint16Array;
  #length = 0;

  constructor(trial: TrialPlan, capacity: number) {
    this.#trial = trial;
    this.#columns = trial.fields.map((field) => ({
      data: emptyColumn(field, capacity),
      missing: new Uint8Array(capacity),
    }));
    this.#starts = new Uint8Array(capacity);
    this.#vectorOf = new Uint16Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  get room(): number {
    return this.#starts.length - this.#length;
  }

  /** Adds a person's year; the end of one that does not fit is left out. */
  add({ rows, vectors }: Story): void {
    const count = Math.min(rows.length, this.room);
    this.#starts[this.#length] = 1;
    for (let at = 0; at < count; at += 1) {
      const row = present(rows[at], 'a row');
      this.#vectorOf[this.#length] = vectors[at] ?? 0;
      this.#columns.forEach(({ data, missing }, field) => {
        const number = row[field] ?? Number.NaN;
        if (Number.isNaN(number)) missing[this.#length] = 1;
        else data[this.#length] = number;
      });
      this.#length += 1;
    }
  }

  done(): ColumnChunk {
    const columns = this.#trial.fields.map(({ field }, at): readonly [string, Column] => [
      field,
      present(this.#columns[at], field),
    ]);
    return {
      length: this.#length,
      columns: new Map(columns),
      starts: this.#starts,
      vectorOf: this.#vectorOf,
    };
  }
}

function emptyColumn({ unit }: RowField, capacity: number): ColumnData {
  if (unit === 'date') return new Int32Array(capacity);
  if (unit === 'choice') return new Uint16Array(capacity);
  return unit === 'truth' ? new Uint8Array(capacity) : new Float64Array(capacity);
}
