/** An event's amounts by name, in fen. */
export type Amounts = ReadonlyMap<string, bigint>;

/** Fen as a database writes a bigint. */
const WHOLE = /^-?\d{1,19}$/;
/** One amount, as most events have: read without a parser. */
const ONE_AMOUNT = /^\{"([a-z_]+)": ?"(-?\d{1,19})"\}$/;

/**
 * Reads an event's amounts by name from JSON, in fen; undefined where they are unreadable. Only texts are amounts: a
 * number in JSON has passed through a float somewhere.
 */
export function readAmounts(json: string | null): Amounts | undefined {
  if (json === null) return undefined;
  const [, only, fen] = ONE_AMOUNT.exec(json) ?? [];
  if (only !== undefined && fen !== undefined) return new Map([[only, BigInt(fen)]]);
  const content = parse(json);
  if (typeof content !== 'object' || content === null) return undefined;
  const amounts = new Map<string, bigint>();
  for (const [name, text] of Object.entries(content)) {
    if (typeof text !== 'string' || !WHOLE.test(text)) return undefined;
    amounts.set(name, BigInt(text));
  }
  return amounts;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
