import type { zhMonitoring } from '#console/i18n/zh-monitoring.ts';
import type { SameKeys } from '#console/i18n/messages.ts';

export const enMonitoring: SameKeys<typeof zhMonitoring> = {
  monitoring: {
    title: 'Monitoring',
    parts: { watch: 'Watch', assessments: 'Assessments of risk' },
    texts: {
      watch:
        'Every pool’s fund at a month’s end by the indicators of the policy, from the books: how many months its balance pays for, whether twelve months’ income covers what was spent, whether spending grows faster, how much of what is settled is unpaid.',
      assessments:
        'Risk is assessed at intervals: one person names a measure for each warning, another confirms; what is kept is not altered.',
    },
    choose: 'What to watch',
    chooseFirst: 'Choose a pool (or an adjustment fund), an insurance type and a month.',
    overview: 'Warnings at each fund’s latest closed month',
    nothingClosed: 'No month is closed yet.',
    month: 'Up to the month',
    pack: 'By the policy',
    whole: 'All together',
    toStatement: 'Open the statements of the month, down to entries',
    none: 'There are no books of this month.',
    short: 'Less than a year of books: {{months}} months from {{from}}',
    withoutBooks: 'Without books of this month, and not counted: {{pools}}',
    open: 'Not closed yet, so that risk cannot be assessed: {{pools}}.',
    basis: 'Indicators and lines',
    assumed: 'Assumption',
    units: { payable_months: 'months', growth_gap: 'points', arrears: 'months' },
    levels: { in_order: 'In order', notice: 'Notice', warning: 'Warning' },
    lines: {
      short: 'Warns below {{months}} months.',
      excess: 'Notice above {{months}} months.',
      overdue: 'Warns above {{months}} months.',
    },
    meanings: {
      payable_months:
        'Accumulated balance of the pooled fund over the mean month’s spending of the last twelve (levies and allocations apart).',
      current_result:
        'Income less spending of the pooled fund over the last twelve months (levies and allocations apart); below zero warns.',
      growth_gap:
        'Growth of spending less growth of income, the last twelve months against the twelve before; above zero is a notice.',
      arrears:
        'Settled and unpaid debts over the mean month of what fell due in the last twelve, paid or not (levies and allocations apart); a fund that owes and pays nothing has at least a notice.',
    },
    missing: {
      nothing_spent: 'Nothing spent',
      nothing_due: 'Nothing fell due, old debts remain',
      nothing_to_compare: 'Nothing to compare with',
    },
    due: {
      never: 'Never assessed',
      late: 'Overdue',
      kept: 'In time',
      every: 'Risk is assessed every {{months}} months.',
      next: 'Risk is assessed every {{months}} months; last for {{last}}, next by {{nextBy}}.',
    },
    assess: 'Assessment of risk',
    needsMaker: 'A maker of the fund may assess the risk of this month.',
    read: 'Read it',
    noWarnings: 'Nothing warns.',
    eachWarning: 'Name a measure for each warning.',
    handIn: 'Hand in',
    handInText: 'Another person confirms it.',
    measures: 'Warnings and measures',
    noneKept: 'No assessment yet. Choose a month under Watch; a maker of the fund hands it in.',
    states: { proposed: 'To be confirmed', confirmed: 'Confirmed', rejected: 'Returned' },
    decide: { title: 'Confirm', confirmed: 'Confirm', rejected: 'Return' },
    columns: {
      pool: 'Pool',
      warning: 'Warning',
      measure: 'Measure',
      balance: 'Balance',
      income: 'Income, last 12 months',
      expenditure: 'Spending, last 12 months',
      unpaid: 'Settled and unpaid',
      month: 'Month',
      subject: 'Of',
      made: 'Assessed by',
      state: 'State',
      decided: 'Confirmed by',
      note: 'Note',
    },
  },
};
