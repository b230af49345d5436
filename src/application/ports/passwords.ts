/** Slow hashing of passwords. A stored hash carries the parameters that it was made with. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /**
   * Compares in constant time; `outdated` is right, but under weaker parameters than those of today. Without a
   * stored hash it takes as long and is wrong, so that time does not tell whether a name is known.
   */
  check(password: string, stored: string | undefined): Promise<'right' | 'outdated' | 'wrong'>;
}
