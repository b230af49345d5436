/** Characters that JSON writes as they are. */
const PLAIN = /^[ !#-[\]-~]*$/;
/** Beyond that many a memory begins anew: values that never repeat must not fill it. */
const MOST_KEPT = 4096;

/** A text as JSON writes it; several times faster than `JSON.stringify` where nothing has to be escaped. */
export function jsonText(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Keeps what `write` made of values that come again and again. */
export function keepTexts<Value>(write: (value: Value) => string): (value: Value) => string {
  const kept = new Map<Value, string>();
  return (value) => {
    const known = kept.get(value);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const text = write(value);
    kept.set(value, text);
    return text;
  };
}
