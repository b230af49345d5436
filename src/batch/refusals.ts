import type { Refusal } from '#kernel/decision';

const SEE = { zh: '见 docs/how-to/reprice-claims.md', en: 'see docs/how-to/reprice-claims.md' };

export function noClaimFiles(input: string): Refusal {
  return {
    code: 'file_not_found',
    at: input,
    what: { zh: '没有 Parquet 文件', en: 'there is no Parquet file' },
    next: { zh: '请检查路径', en: 'check the path' },
  };
}

export function unreadableClaims(input: string, why: string): Refusal {
  return {
    code: 'bad_parquet',
    at: input,
    what: { zh: `不能读作 Parquet：${why}`, en: `cannot be read as Parquet: ${why}` },
    next: { zh: '请重新导出文件', en: 'export the file again' },
  };
}

export function missingColumn(name: string, type: string): Refusal {
  return {
    code: 'missing_column',
    at: name,
    what: { zh: `文件缺少列 ${name}（${type}）`, en: `the file has no column ${name} (${type})` },
    next: SEE,
  };
}

export function columnTypeWrong(name: string, found: string, wanted: string): Refusal {
  return {
    code: 'bad_column_type',
    at: name,
    what: { zh: `列的类型是 ${found}，应为 ${wanted}`, en: `the column is ${found}; it must be ${wanted}` },
    next: SEE,
  };
}

/** Files of one input must say the same in the same way. */
export function columnsDiffer(file: string, name: string): Refusal {
  return {
    code: 'columns_differ',
    at: file,
    what: { zh: `列 ${name} 与首个文件不同`, en: `the column ${name} is not as in the first file` },
    next: { zh: '请统一各文件的列', en: 'give all files the same columns' },
  };
}

const SORT = {
  zh: '请按人员、年度及结算次序导出，或加 --sort',
  en: 'export by person, year and order of settlement, or add --sort',
};

export function notClustered(file: string, row: number): Refusal {
  return {
    code: 'not_clustered',
    at: `${file}:${row}`,
    what: {
      zh: '此行的人员或年度排在前一行之后出现，次序应递增',
      en: 'the person or year of this row comes before that of the row above it',
    },
    next: SORT,
  };
}

export function personUnknown(file: string, row: number): Refusal {
  return {
    code: 'missing_field',
    at: `${file}:${row}`,
    what: { zh: '缺少人员或年度', en: 'the person or the year is missing' },
    next: { zh: '请补充；年内累计要知道是谁、哪一年', en: 'give it: totals of a year need both' },
  };
}

export function personInTwoFiles(input: string): Refusal {
  return {
    code: 'person_in_two_files',
    at: input,
    what: { zh: '同一人员的行分在两个文件中', en: 'rows of one person lie in two files' },
    next: {
      zh: '请把一人的全部行放在一个文件中，或加 --sort',
      en: 'keep all rows of a person in one file, or add --sort',
    },
  };
}

export function tooManyGroups(by: string, most: number): Refusal {
  return {
    code: 'too_many_groups',
    at: `--by ${by}`,
    what: { zh: `分组多于 ${most} 个`, en: `there are more than ${most} groups` },
    next: { zh: '请按较少的列分组', en: 'group by fewer columns' },
  };
}

export function workerFailed(why: string): Refusal {
  return {
    code: 'worker_failed',
    at: 'reprice',
    what: { zh: `计算线程异常结束：${why}`, en: `a worker ended: ${why}` },
    next: { zh: '没有写出结果；请重新运行', en: 'nothing was written; run it again' },
  };
}

export function stopped(): Refusal {
  return {
    code: 'stopped',
    at: 'reprice',
    what: { zh: '已按要求停止', en: 'it was stopped as asked' },
    next: { zh: '没有写出结果；可重新运行', en: 'nothing was written; run it again when you like' },
  };
}

export function batchFailed(at: string, why: string): Refusal {
  return {
    code: 'batch_failed',
    at,
    what: { zh: `读写失败：${why}`, en: `reading or writing failed: ${why}` },
    next: {
      zh: '没有写出结果；请检查磁盘和权限后重新运行',
      en: 'nothing was written; check disk and rights, then run it again',
    },
  };
}

export function outputExists(output: string): Refusal {
  return {
    code: 'output_exists',
    at: output,
    what: { zh: '已有同名文件或文件夹', en: 'there is a file or folder of this name already' },
    next: { zh: '请换一个名称，或先移走它', en: 'choose another name, or move it away first' },
  };
}
