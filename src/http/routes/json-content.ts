/** A JSON answer of a route that describes its answers one by one. */
export function jsonContent<Schema>(schema: Schema): {
  readonly content: { readonly 'application/json': { readonly schema: Schema } };
} {
  return { content: { 'application/json': { schema } } };
}
