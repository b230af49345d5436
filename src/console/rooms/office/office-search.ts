/** What the address of the grants carries: the user for whom one is to be asked. */
export interface GrantsSearch {
  readonly user?: string;
}

export function readGrantsSearch({ user }: Readonly<Record<string, unknown>>): GrantsSearch {
  return typeof user === 'string' && /^[\w-]{1,100}$/.test(user) ? { user } : {};
}
