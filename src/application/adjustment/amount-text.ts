import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';
import { parseYuan, type Fen } from '#kernel/fen';
import type { QuantityFault } from '#rules/value/quantity';

/** Reads an amount of money and collects what is wrong with it; amounts are below zero only where they can be. */
export function readAmount(
  text: string,
  at: string,
  mayBeNegative: boolean,
  into: Refusal[],
): Fen | undefined {
  const amount = parseYuan(text);
  if (typeof amount === 'string') {
    into.push(amountFault(at, text, amount));
    return undefined;
  }
  if (amount < 0n && !mayBeNegative) {
    into.push(amountFault(at, text, 'negative'));
    return undefined;
  }
  return amount;
}

/** What is wrong with a figure's text, and how it is written right. */
export function amountFault(at: string, text: string, fault: QuantityFault): Refusal {
  const { zh, en } = FAULTS[fault];
  return {
    code: CODES[fault],
    at,
    what: { zh: `“${text}”${zh}`, en: `"${text}" ${en}` },
    next: fault === 'no_percent_sign' ? WRITE_RATE : WRITE_AMOUNT,
  };
}

const WRITE_AMOUNT: Bilingual = {
  zh: '请写成以元为单位、至多两位小数的文本，如 "1234.50"',
  en: 'write it as text in yuan with at most two decimals, such as "1234.50"',
};
const WRITE_RATE: Bilingual = { zh: '请写成百分数，如 "3%"', en: 'write it as a percentage, such as "3%"' };

const FAULTS: Readonly<Record<QuantityFault, Bilingual>> = {
  empty: { zh: '为空', en: 'is empty' },
  exponent: { zh: '使用了指数写法', en: 'has an exponent' },
  thousands_mark: { zh: '含千分位符号', en: 'has thousands marks' },
  not_decimal: { zh: '不是十进制数', en: 'is no decimal number' },
  too_many_decimals: { zh: '小数位过多', en: 'has too many decimals' },
  too_long: { zh: '整数位过长', en: 'has too many digits' },
  no_percent_sign: { zh: '缺少百分号', en: 'lacks the percent sign' },
  not_an_option: { zh: '不在可选项之内', en: 'is none of the options' },
  negative: { zh: '不得为负', en: 'must not be below zero' },
};

const CODES: Readonly<Record<QuantityFault, string>> = {
  empty: 'bad_amount',
  exponent: 'exponent',
  thousands_mark: 'thousands_mark',
  not_decimal: 'bad_amount',
  too_many_decimals: 'too_many_decimals',
  too_long: 'amount_too_long',
  no_percent_sign: 'bad_rate',
  not_an_option: 'bad_value',
  negative: 'negative_amount',
};
