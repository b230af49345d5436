import type { Refusal } from '#kernel/decision';

/** Long enough that guessing fails against scrypt even with the stored hash; longer than the usual eight. */
const SHORTEST = 12;
/** So long that a phrase without digits or marks is as hard to guess. */
const PHRASE = 20;
/** A hash of anything longer costs time and adds nothing. */
const LONGEST = 128;
const FEWEST_DIFFERENT = 6;
const FEWEST_KINDS = 3;

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u] as const;

/** Lists the faults of a password; GB/T 22239-2019, 8.1.4.1 a) asks for complexity. Length in characters. */
export function checkPassword(password: string, login: string): readonly Refusal[] {
  const length = Array.from(password).length;
  const refusals: Refusal[] = [];
  if (length < SHORTEST || length > LONGEST) refusals.push(WRONG_LENGTH);
  if (password.toLowerCase().includes(login.toLowerCase())) refusals.push(HOLDS_LOGIN);
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  const different = new Set(password).size;
  if (different < FEWEST_DIFFERENT || (kinds < FEWEST_KINDS && length < PHRASE)) refusals.push(TOO_SIMPLE);
  return refusals;
}

const WRONG_LENGTH: Refusal = {
  code: 'password_length',
  at: 'password',
  what: {
    zh: `密码须为 ${SHORTEST} 至 ${LONGEST} 个字符`,
    en: `a password has ${SHORTEST} to ${LONGEST} characters`,
  },
  next: { zh: '请另选密码', en: 'choose another' },
};

const HOLDS_LOGIN: Refusal = {
  code: 'password_holds_login',
  at: 'password',
  what: { zh: '密码含有登录名', en: 'the password holds the login name' },
  next: { zh: '请另选密码', en: 'choose another' },
};

const TOO_SIMPLE: Refusal = {
  code: 'password_too_simple',
  at: 'password',
  what: {
    zh: `密码过于简单：须含大写、小写、数字、符号中的三类（${PHRASE} 个字符以上不限），且至少 ${FEWEST_DIFFERENT} 个不同字符`,
    en: `too simple: three of capitals, small letters, digits and marks (or ${PHRASE} characters), ${FEWEST_DIFFERENT} different`,
  },
  next: { zh: '请另选密码', en: 'choose another' },
};
