/** Whether everything of a pool is there to be looked at; what hangs on the books of another is the other's to prove. */
export type GivenPools = (pool: string | null) => boolean;

export function givenPools(pools: readonly string[] | null): GivenPools {
  if (pools === null) return () => true;
  const chosen = new Set<string | null>(pools);
  return (pool) => chosen.has(pool);
}
