/** A month as 2026-01. */
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A day as 2026-01-31, whether or not the calendar has it. */
export const DAY = /^\d{4}-\d{2}-\d{2}$/;
