import type {
  DifferenceProposal,
  ImportedStatement,
  WaitingDecision,
} from '#application/ports/reconciliation-store';
import type { PremiumComparison } from '#application/reconciliation/compare-premiums';
import type { GatheredPeriod, WorkedDifference } from '#application/reconciliation/gather-period';
import type { Line } from '#domain/reconciliation/line';
import { MATCH_RULES, type Match, type MatchRule } from '#domain/reconciliation/match';
import { DIFFERENCE_KINDS } from '#domain/reconciliation/name-differences';
import { PARTIES, PARTY_STANDINGS } from '#domain/reconciliation/party';
import { PREMIUM_GAPS } from '#domain/reconciliation/premium-comparison';
import { fen, formatYuan } from '#kernel/fen';

/* What reconciliation is as JSON: amounts in yuan, numbers of events as digits, names in both languages. */

/** The clause behind every answer: deposits are reconciled each month, and agreed with the finance department. */
const CITE = ['NAT-28.7', 'NAT-144.39-c'];

const yuan = (amount: bigint): string => formatYuan(fen(amount));
const yuanOrNull = (amount: bigint | null): string | null => (amount === null ? null : yuan(amount));

export function statementView({ opening, closing, ...statement }: ImportedStatement) {
  const partyName = PARTIES[statement.party].name;
  return { ...statement, partyName, opening: yuan(opening), closing: yuan(closing) };
}

export function waitingView({ statement, amount, ...waiting }: WaitingDecision) {
  return { ...waiting, statement: statementView(statement), amount: yuan(amount) };
}

function lineView({ id, on, amount, references, counterparty, summary }: Line) {
  return { id, on, amount: yuan(amount), references: [...references], counterparty, summary };
}

function proposalView({ amount, event, ...proposal }: DifferenceProposal) {
  return { ...proposal, amount: yuan(amount), event: event?.toString() ?? null };
}

function differenceView({
  side,
  line,
  kind,
  approved,
  waiting,
  overdueMonths,
  ...difference
}: WorkedDifference) {
  return {
    side,
    line: lineView(line),
    kind,
    kindName: DIFFERENCE_KINDS[kind],
    with: [...difference.with],
    approved: approved === null ? null : proposalView(approved),
    waiting: waiting === null ? null : proposalView(waiting),
    carriedMonths: line.carriedMonths,
    overdueMonths,
  };
}

/** Shows a month: both balances adjusted, open lines, and the amount matched by each rule. */
export function reconciliationView(period: GatheredPeriod) {
  const { statement, reconciliation, differences, closing, party, isNext, isLedgerClosed } = period;
  const { matches, adjustment } = reconciliation;
  const { ours, theirs, theirReceipts, theirPayments, ourReceipts, ourPayments, adjusted } = adjustment;
  return {
    statement: statementView(statement),
    cite: [...CITE],
    adjustment: {
      ours: yuan(ours),
      theirs: yuan(theirs),
      theirReceipts: yuan(theirReceipts),
      theirPayments: yuan(theirPayments),
      ourReceipts: yuan(ourReceipts),
      ourPayments: yuan(ourPayments),
      adjusted: yuan(adjusted),
    },
    differences: differences.map(differenceView),
    matched: (Object.keys(MATCH_RULES) as readonly MatchRule[]).map((rule) => {
      const own = matches.filter((match) => match.rule === rule);
      return {
        rule,
        ruleName: MATCH_RULES[rule],
        groups: own.length,
        ours: own.reduce((count, match) => count + match.ours.length, 0),
        theirs: own.reduce((count, match) => count + match.theirs.length, 0),
        amount: yuan(own.reduce((sum, match) => sum + match.amount, 0n)),
      };
    }),
    closing:
      closing === null
        ? null
        : {
            ...closing,
            ours: yuan(closing.ours),
            theirs: yuan(closing.theirs),
            adjusted: yuan(closing.adjusted),
          },
    party,
    partyName: PARTY_STANDINGS[party],
    isNext,
    isLedgerClosed,
  };
}

/** Matches with their lines, from one on; each states its rule. */
export function matchesView({ reconciliation }: GatheredPeriod, from: number, limit: number) {
  const { lines, matches } = reconciliation;
  const known = new Map([...lines.ours, ...lines.theirs].map((line) => [line.id, line]));
  const linesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const line = known.get(id);
      return line === undefined ? [] : [lineView(line)];
    });
  const matchView = ({ rule, ours, theirs, amount }: Match) => ({
    rule,
    ruleName: MATCH_RULES[rule],
    amount: yuan(amount),
    ours: linesOf(ours),
    theirs: linesOf(theirs),
  });
  return { count: matches.length, matches: matches.slice(from, from + limit).map(matchView) };
}

export function premiumView({ stations, gaps, ...books }: PremiumComparison) {
  return {
    ...books,
    cite: [...CITE],
    stations: {
      assessed: yuan(stations.assessed),
      levied: yuanOrNull(stations.levied),
      received: yuan(stations.received),
      receivedByTreasury: yuanOrNull(stations.receivedByTreasury),
      collectedByAgency: yuan(stations.collectedByAgency),
      swept: yuan(stations.swept),
      sweptByTreasury: yuanOrNull(stations.sweptByTreasury),
    },
    gaps: gaps.map(({ gap, amount }) => ({ gap, name: PREMIUM_GAPS[gap], amount: yuanOrNull(amount) })),
  };
}
