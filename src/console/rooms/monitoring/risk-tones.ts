/** How the state of an assessment of risk is marked. */
export const RISK_TONES = { proposed: 'warn', confirmed: 'good', rejected: 'plain' } as const;
