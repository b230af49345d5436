/** Carries a schema's name through the generator, which gives `$id` a meaning of its own. */
const MARK = 'x-schema-name';

/** Every schema that has an `$id` marked with it as its name, and without `$id`. */
export function markNamed<Part>(part: Part): Part {
  return mapObjects(part, ({ $id, ...others }) =>
    typeof $id === 'string' ? { ...others, [MARK]: $id } : others,
  ) as Part;
}

/**
 * Moves marked schemas under components.schemas and leaves references in their place, so that the document
 * defines each name once and clients generate one type for it.
 */
export function liftNamed<Document extends object>(document: Document): Document {
  const schemas = new Map<string, unknown>();
  const lifted = mapObjects(document, ({ [MARK]: name, ...schema }) => {
    if (typeof name !== 'string') return schema;
    schemas.set(name, schema);
    return { $ref: `#/components/schemas/${name}` };
  }) as Document;
  const named = [...schemas].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...lifted, components: { schemas: Object.fromEntries(named) } };
}

type Members = Readonly<Record<string, unknown>>;

/** A copy in which each object, after those inside it, is what `change` makes of it. */
function mapObjects(part: unknown, change: (members: Members) => Members): unknown {
  if (Array.isArray(part)) return part.map((member) => mapObjects(member, change));
  if (typeof part !== 'object' || part === null) return part;
  const members = Object.entries(part).map(([key, member]) => [key, mapObjects(member, change)]);
  return change(Object.fromEntries(members) as Members);
}
