import { expect, it } from 'vitest';
import { OPTION_WORDS } from '#application/packs/pipeline-prose';
import * as records from '#application/rendering/record-words';
import * as results from '#application/rendering/words';
import { FIELD_WORDS, STAGE_WORDS, VALUE_WORDS } from '#application/rendering/year-words';
import { en } from '#console/i18n/en.ts';
import { zh } from '#console/i18n/zh.ts';
import { LINE_WORDS } from '#domain/adjustment-year/refusals';

/** Words by code: in both languages, or in Chinese alone, as the tables of results are. */
type Words = Readonly<Partial<Record<string, string | { readonly zh: string; readonly en: string }>>>;

const CONDITIONS = ['levyPaid', 'breachesCorrected', 'budgetMet', 'enrolmentMet', 'subsidyPaid'];
const CAUSES = [
  'policy',
  'emergency',
  'proper',
  'dependency',
  'public_health',
  'epidemic',
  'disaster',
  'sudden',
];

/** The groups of codes that the page and everything else (command line, papers, refusals) both name. */
const GROUPS: readonly (readonly [codes: string, elsewhere: Words, zhPage: object, enPage: object])[] = [
  ['insurance types', records.TYPE_WORDS, zh.schemes, en.schemes],
  ['decisions of approvals', records.DECISION_WORDS, zh.books.decisions, en.books.decisions],
  ['decisions of matters', records.DECISION_WORDS, zh.years.matterStates, en.years.matterStates],
  ['ends of plans', records.ENDED_WORDS, zh.payments.plans.ended, en.payments.plans.ended],
  ['ends of runs', records.ENDED_WORDS, zh.payments.runs.states, en.payments.runs.states],
  ['roles of accounts', records.ACCOUNT_ROLE_WORDS, zh.payments.roles, en.payments.roles],
  ['purposes of payments', records.PURPOSE_WORDS, zh.payments.purposes, en.payments.purposes],
  ['answers of a bank', records.ANSWER_WORDS, zh.payments.answers, en.payments.answers],
  ['the two books', records.BOOK_WORDS, zh.fundCodes.books, en.fundCodes.books],
  ['parts of the fund', records.FUND_WORDS, zh.fundCodes.funds, en.fundCodes.funds],
  ['parts of a budget', records.FUND_WORDS, zh.budgets.parts, en.budgets.parts],
  ['sources of money', records.MONEY_SOURCE_WORDS, zh.fundCodes.sources, en.fundCodes.sources],
  ['matters of a year', records.MATTER_WORDS, zh.years.matterKinds, en.years.matterKinds],
  ['states of a grant', records.GRANT_WORDS, zh.office.states, en.office.states],
  ['findings on emergency access', records.FINDING_WORDS, zh.office.emergency, en.office.emergency],
  ['states of a supervision case', records.CASE_WORDS, zh.supervision.states, en.supervision.states],
  ['states of a risk assessment', records.RISK_WORDS, zh.monitoring.states, en.monitoring.states],
  ['levels of warning', records.LEVEL_WORDS, zh.monitoring.levels, en.monitoring.levels],
  ['notices of a budget', records.LEVEL_WORDS, zh.budgets.notices, en.budgets.notices],
  ['states of a statement', records.STATEMENT_WORDS, zh.statements.states, en.statements.states],
  ['kinds of books', records.SUBJECT_WORDS, zh.books.kinds, en.books.kinds],
  ['lines of a year', LINE_WORDS, zh.years.lineKinds, en.years.lineKinds],
  ['stages of a year', STAGE_WORDS, zh.stages, en.stages],
  ['causes of a release', STAGE_WORDS, zh.years.causes, en.years.causes],
  ['figures of a year', FIELD_WORDS, zh.years.fields, en.years.fields],
  ['values of a year’s figures', VALUE_WORDS, zh.years.options, en.years.options],
  ['causes in a step', VALUE_WORDS, zh.stepOptions, en.stepOptions],
  ['conditions in a step', only(FIELD_WORDS, CONDITIONS), zh.stepOptions, en.stepOptions],
  ['conditions that are not met', results.CONDITION_WORDS, zh.conditions, en.conditions],
  ['stages of a result', results.STAGE_WORDS, zh.stages, en.stages],
  ['bearers', results.BEARER_WORDS, zh.bearers, en.bearers],
  ['bearers in a step', results.BEARER_WORDS, zh.stepOptions, en.stepOptions],
  ['choices of a step', results.CHOICE_WORDS, zh.choices, en.choices],
  [
    'causes and conditions in a step',
    only(OPTION_WORDS, [...CONDITIONS, ...CAUSES]),
    zh.stepOptions,
    en.stepOptions,
  ],
];

it.each(GROUPS)('%s have one word a language, on the page and elsewhere', (_, elsewhere, zhPage, enPage) => {
  const common = Object.keys(elsewhere).filter((code) => code in zhPage);
  expect(common.length).toBeGreaterThan(1);
  for (const code of common) {
    const word = elsewhere[code];
    const expected = typeof word === 'string' ? { zh: word } : { zh: word?.zh, en: foldCase(word?.en) };
    expect({ code, zh: textOf(zhPage, code), en: foldCase(textOf(enPage, code)) }).toMatchObject({
      code,
      ...expected,
    });
  }
});

function only(words: Words, codes: readonly string[]): Words {
  return Object.fromEntries(Object.entries(words).filter(([code]) => codes.includes(code)));
}

/** The page begins its words with a capital and writes a curved apostrophe. */
function foldCase(word: string | undefined): string | undefined {
  return word?.toLowerCase().replaceAll('’', "'");
}

function textOf(words: object, code: string): string {
  return String(Object.entries(words).find(([key]) => key === code)?.[1]);
}
