import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyTypeProvider } from 'fastify';

type TypesOf<Schema> = TypeBoxTypeProvider & { readonly schema: Schema };

/** A value that is only read: what use cases give, and what a reply takes. */
type Unchanged<T> = T extends object ? { readonly [Member in keyof T]: Unchanged<T[Member]> } : T;

/** Types of requests and replies from the contract's schemas; a reply may be made of read-only parts. */
export interface ContractTypes extends FastifyTypeProvider {
  readonly validator: TypesOf<this['schema']>['validator'];
  readonly serializer: Unchanged<TypesOf<this['schema']>['serializer']>;
}
