import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';

function refusal(code: string, at: string, what: Bilingual, next: Bilingual): Refusal {
  return { code, at, what, next };
}

const CHECK_ROW: Bilingual = { zh: '请核对该行', en: 'check the row' };

export function controlMissing(template: string): Refusal {
  return refusal(
    'control_missing',
    template,
    { zh: '没有该项的控制合计', en: 'no control total is given for this template' },
    { zh: '请从原系统取得合计并写明', en: 'give the total shown by the older system' },
  );
}

export function controlWithoutRows(template: string): Refusal {
  return refusal(
    'control_without_rows',
    template,
    {
      zh: '有控制合计，文件中却没有该项',
      en: 'a control total is given, but the file has no row of this template',
    },
    { zh: '请核对文件是否完整', en: 'check that the file is complete' },
  );
}

export function controlDiffers(template: string, sum: Fen, control: Fen): Refusal {
  const [has, says] = [formatYuan(sum), formatYuan(control)];
  return refusal(
    'control_differs',
    template,
    { zh: `文件合计 ${has}，控制合计 ${says}`, en: `the file sums to ${has}, the control total is ${says}` },
    { zh: '请查明差额后重新导出', en: 'find the difference and export the file again' },
  );
}

export function rowCountDiffers(at: string, rows: number, control: number): Refusal {
  return refusal(
    'row_count_differs',
    at,
    {
      zh: `文件有 ${rows} 行，应为 ${control} 行`,
      en: `the file has ${rows} rows and should have ${control}`,
    },
    { zh: '请核对文件是否完整', en: 'check that the file is complete' },
  );
}

export function notAnOpening(at: string, template: string): Refusal {
  return refusal(
    'not_an_opening',
    at,
    { zh: `${template} 不是期初建账的模板`, en: `${template} is not a template for opening balances` },
    CHECK_ROW,
  );
}

export function booksMissing(at: string, pool: string, insuranceType: string): Refusal {
  return refusal(
    'books_not_opened',
    at,
    { zh: `${pool} ${insuranceType} 尚未建账`, en: `no books are open for ${pool} ${insuranceType}` },
    { zh: '请先建账', en: 'open the books first' },
  );
}

export function typeNotOfTemplate(at: string, insuranceType: string): Refusal {
  return refusal(
    'type_not_of_template',
    at,
    { zh: `该模板不用于 ${insuranceType}`, en: `the template is not for ${insuranceType}` },
    CHECK_ROW,
  );
}

export function partyWrong(at: string, parties: readonly string[]): Refusal {
  const kinds = parties.length === 0 ? '—' : parties.join(', ');
  return refusal(
    'counterparty_wrong',
    at,
    {
      zh: `对方缺失、多余或种类不符（${kinds}）`,
      en: `the counterparty is missing, superfluous or of the wrong kind (${kinds})`,
    },
    { zh: '请写成“种类:编号”', en: 'write it as kind:id' },
  );
}

export function unknownItem(at: string, item: string, items: readonly string[]): Refusal {
  return refusal(
    'unknown_item',
    at,
    { zh: `模板没有金额项 ${item}`, en: `the template has no amount ${item}` },
    { zh: `可选：${items.join('、')}`, en: `one of: ${items.join(', ')}` },
  );
}

export function itemRepeated(at: string, item: string): Refusal {
  return refusal(
    'item_repeated',
    at,
    { zh: `金额项 ${item} 重复`, en: `the amount ${item} is given twice` },
    CHECK_ROW,
  );
}

export function itemsMissing(at: string, items: readonly string[]): Refusal {
  return refusal(
    'items_missing',
    at,
    { zh: `缺金额项 ${items.join('、')}`, en: `amounts are missing: ${items.join(', ')}` },
    { zh: '每项都要写明，没有的写 0', en: 'give every amount, 0 where there is none' },
  );
}

export function belowZero(at: string): Refusal {
  return refusal('amount_negative', at, { zh: '金额为负', en: 'the amount is negative' }, CHECK_ROW);
}

export function nothingOpened(at: string): Refusal {
  return refusal(
    'amount_zero',
    at,
    { zh: '各项金额均为零', en: 'every amount is zero' },
    { zh: '请删去该项', en: 'delete the row' },
  );
}

export function unknownOpening(id: string): Refusal {
  return refusal(
    'unknown_opening',
    id,
    { zh: '所辖范围内没有这份期初导入', en: 'there is no such file of opening balances within your places' },
    { zh: '请查看期初导入列表', en: 'look at the list of openings' },
  );
}

export function openingDecided(id: string): Refusal {
  return refusal(
    'opening_decided',
    id,
    { zh: '这份期初导入已有结论', en: 'a decision on the opening balances has already been recorded' },
    { zh: '请重看列表', en: 'open the list again' },
  );
}

export function openedBefore(at: string): Refusal {
  return refusal(
    'opened_before',
    at,
    { zh: '同一文件已经导入过', en: 'the same file was imported before' },
    { zh: '请查看期初导入列表', en: 'look at the list of openings' },
  );
}
