import { randomBytes } from 'node:crypto';

/** 256 random bits: beyond guessing, whatever is tried. */
const TOKEN_BYTES = 32;

/** A token as text of letters, digits, `-` and `_`. */
export function randomToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}
