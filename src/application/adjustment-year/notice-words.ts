/**
 * The words of a notice. Where a fund pools everything (JH-4.7-a) revenue goes up and spending is paid down through the
 * city's special account; elsewhere pools adjust among themselves through an adjustment fund.
 */
export interface NoticeWords {
  /** The money that moves, and the business in the number of a paper. */
  readonly money: string;
  readonly series: string;
  readonly levy: string;
  readonly allocation: string;
  /** The special account of the fund. */
  readonly account: string;
}

const ADJUSTED: NoticeWords = {
  money: '调剂金',
  series: '医保调剂',
  levy: '上解',
  allocation: '下拨',
  account: '调剂金财政专户',
};

const POOLED: NoticeWords = {
  money: '基金',
  series: '医保统收统支',
  levy: '上划',
  allocation: '拨付',
  account: '市级财政专户',
};

/** Gets the words of a notice; `isPooledWhole` of a year under full pooling. */
export function noticeWords(isPooledWhole: boolean): NoticeWords {
  return isPooledWhole ? POOLED : ADJUSTED;
}
