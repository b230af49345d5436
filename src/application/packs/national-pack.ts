/** The pack of what binds every place: chart of accounts, journal templates, forms of the statements. */
export const NATIONAL_PACK = 'national';
