import { present } from '#kernel/assert';

/** One step of SQL: a text with holes for the terms that it takes. It is known by its number. */
export interface Term {
  readonly term: number;
}

export type TermKind =
  /** Reckoned from its terms, in any stage that has them. */
  | 'plain'
  /** A column that the rows or the values bring. */
  | 'source'
  /** A number or truth of its own: nothing is gained by keeping it in a column. */
  | 'constant'
  /** A cell of a table: a column at once, so that whole tables are not carried from stage to stage. */
  | 'cell'
  /** Reckoned over the rows of a person's year: a column, whatever uses it. */
  | 'window';

export interface TermText {
  readonly kind: TermKind;
  /** One text more than there are holes. */
  readonly texts: readonly string[];
  readonly holes: readonly number[];
}

/**
 * The steps of one statement, each after those that it takes and each kept once. Nothing but generated names
 * and numbers is ever written into a text.
 */
export class Terms {
  readonly #terms: TermText[] = [];
  readonly #known = new Map<string, number>();

  get length(): number {
    return this.#terms.length;
  }

  at(index: number): TermText {
    return present(this.#terms[index], `the term ${index}`);
  }

  /** Writes a step: terms in the holes are what it takes, texts are generated names and numbers. */
  plain(texts: TemplateStringsArray, ...holes: readonly (Term | string | bigint)[]): Term {
    return this.#intern('plain', texts, holes);
  }

  window(texts: TemplateStringsArray, ...holes: readonly (Term | string | bigint)[]): Term {
    return this.#intern('window', texts, holes);
  }

  cell(texts: TemplateStringsArray, ...holes: readonly (Term | string | bigint)[]): Term {
    return this.#intern('cell', texts, holes);
  }

  source(column: string): Term {
    return this.#intern('source', [column], []);
  }

  constant(text: string): Term {
    return this.#intern('constant', [text], []);
  }

  /** Several terms in a row, as `(a + b + c)`. */
  joined(sign: string, terms: readonly Term[]): Term {
    const [first, ...others] = terms;
    if (others.length === 0) return present(first, 'a term');
    return this.between(['(', ...others.map(() => ` ${sign} `), ')'], terms);
  }

  /** The result of the first condition that holds. */
  chosen(conditions: readonly Term[], results: readonly Term[], otherwise: Term): Term {
    if (conditions.length === 0) return otherwise;
    const texts = conditions.flatMap((_, at) => [at === 0 ? '(CASE WHEN ' : ' WHEN ', ' THEN ']);
    const terms = conditions.flatMap((condition, at) => [condition, present(results[at], 'a result')]);
    return this.between([...texts, ' ELSE ', ' END)'], [...terms, otherwise]);
  }

  /** Terms between texts, of which there is one more. */
  between(texts: readonly string[], terms: readonly Term[]): Term {
    return this.#intern('plain', texts, terms);
  }

  #intern(kind: TermKind, texts: readonly string[], holes: readonly (Term | string | bigint)[]): Term {
    const parts = [texts[0] ?? ''];
    const taken: number[] = [];
    holes.forEach((hole, at) => {
      const after = texts[at + 1] ?? '';
      if (typeof hole === 'object') {
        taken.push(hole.term);
        parts.push(after);
      } else parts.push(`${parts.pop() ?? ''}${hole}${after}`);
    });
    const key = JSON.stringify([kind, parts, taken]);
    const index = this.#known.get(key) ?? this.#terms.push({ kind, texts: parts, holes: taken }) - 1;
    this.#known.set(key, index);
    return { term: index };
  }
}
