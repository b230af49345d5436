import { DRIVERS, type DriverId } from '#domain/budget/drivers';
import { nameOfKey } from '#domain/budget/lines';
import type { Refusal } from '#kernel/decision';

/** Refuses an estimate without a driver that a line needs; a missing driver is never zero. */
export function driverMissing(id: DriverId, key: string): Refusal {
  const { zh, en } = DRIVERS[id].label;
  return {
    code: 'driver_missing',
    at: `drivers/${id}`,
    what: {
      zh: `测算“${nameOfKey(key).zh}”缺少“${zh}”`,
      en: `the estimate of ${nameOfKey(key).en} lacks the ${en}`,
    },
    next: {
      zh: '请给出数值和来源，或直接给出该项金额及来源',
      en: 'give its figure and source, or the amount of the line itself with its source',
    },
  };
}

export function driverUnit(id: DriverId): Refusal {
  const { unit, label } = DRIVERS[id];
  return {
    code: 'driver_unit',
    at: `drivers/${id}`,
    what: { zh: `“${label.zh}”的单位应为 ${unit}`, en: `the ${label.en} must be given in ${unit}` },
    next: { zh: '请按该单位填写', en: 'give it in that unit' },
  };
}

export function driverZero(id: DriverId): Refusal {
  const { zh, en } = DRIVERS[id].label;
  return {
    code: 'driver_zero',
    at: `drivers/${id}`,
    what: { zh: `“${zh}”用作分母，不能为 0`, en: `the ${en} divide and cannot be zero` },
    next: { zh: '请改正该数', en: 'correct the figure' },
  };
}

export function pastMissing(key: string): Refusal {
  return {
    code: 'past_missing',
    at: `past/${key}`,
    what: {
      zh: `测算“${nameOfKey(key).zh}”缺少上年数`,
      en: `the estimate of ${nameOfKey(key).en} lacks last year's figure`,
    },
    next: {
      zh: '请给出上年数和来源，或由账本取数',
      en: 'give it with its source, or take it from the ledger',
    },
  };
}

export function pastMonths(key: string): Refusal {
  return {
    code: 'past_months',
    at: `past/${key}`,
    what: { zh: '上年数所含月数须为 1 至 12', en: 'a past figure covers 1 to 12 months' },
    next: { zh: '请改正月数', en: 'correct the months' },
  };
}

export function givenMissing(key: string): Refusal {
  return {
    code: 'amount_missing',
    at: `given/${key}`,
    what: {
      zh: `“${nameOfKey(key).zh}”没有测算公式，须给出金额`,
      en: `${nameOfKey(key).en} has no formula; its amount must be given`,
    },
    next: {
      zh: '请给出金额和来源；确无金额的写 0',
      en: 'give the amount and its source; write 0 where there is none',
    },
  };
}
