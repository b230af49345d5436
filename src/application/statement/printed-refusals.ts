import type { Refusal } from '#kernel/decision';

/* Why a file of statements that somebody printed cannot be read. */

export function unknownLine(at: string, id: string): Refusal {
  return {
    code: 'unknown_line',
    at,
    what: { zh: `没有报表或行“${id}”`, en: `there is no form or line "${id}"` },
    next: {
      zh: '请保留导出报表的项目和行次，或用 statements.yaml 中的编号',
      en: 'keep names and numbers of lines as exported, or use an id of statements.yaml',
    },
  };
}

export function lineTwice(at: string, line: string): Refusal {
  return {
    code: 'line_twice',
    at,
    what: { zh: `${line} 重复`, en: `${line} is given twice` },
    next: { zh: '每栏每行只留一个数', en: 'keep one figure for each line of a column' },
  };
}

export function printedAmountWrong(at: string, text: string): Refusal {
  return {
    code: 'printed_amount_wrong',
    at,
    what: { zh: `“${text}”不是金额`, en: `"${text}" is no amount` },
    next: { zh: '写成普通十进制数', en: 'write a plain decimal' },
  };
}

export function notStatementFile(file: string): Refusal {
  return {
    code: 'no_statement_in_file',
    at: file,
    what: { zh: '文件里没有认得的报表', en: 'no form that is known stands in the file' },
    next: {
      zh: '请用本平台导出的工作簿（或存为 CSV），或用 form、line、column、amount 四列的 CSV',
      en: 'give a workbook as exported here (or saved as CSV), or a CSV file of form, line, column and amount',
    },
  };
}
