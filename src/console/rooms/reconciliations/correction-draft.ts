import type { BooksOf, JournalTemplate } from '#console/api/ledger-queries.ts';
import type { Difference, ProposalFields } from '#console/api/reconciliation-queries.ts';
import { emptyDraft, eventOfDraft, type PostDraft } from '#console/rooms/books/post-draft.ts';

/** How a correction is made: by an event that is there, by taking the line's own event back, or by a new event. */
export type CorrectionWay = 'named' | 'reversed' | 'posted';

/** What is typed of a correction. */
export interface CorrectionDraft {
  readonly way: CorrectionWay | undefined;
  readonly event: string;
  readonly template: string | undefined;
  readonly post: PostDraft;
}

/** Nothing is chosen yet; the day is the line's own. */
export function emptyCorrection({ line }: Pick<Difference, 'line'>): CorrectionDraft {
  return { way: undefined, event: '', template: undefined, post: emptyDraft(line.on) };
}

/** What can mend a line: only an event of ours can be taken back. */
export function waysOf({ line }: Pick<Difference, 'line'>): readonly CorrectionWay[] {
  return line.id.startsWith('event/') ? ['reversed', 'named', 'posted'] : ['posted', 'named'];
}

/** The fields of the proposal that a draft stands for; undefined while something is missing. */
export function correctionOf(
  { way, event, post }: CorrectionDraft,
  template: JournalTemplate | undefined,
  books: BooksOf,
): Pick<ProposalFields, 'event' | 'posting'> | undefined {
  if (way === 'named') return /^\d+$/.test(event) ? { event, posting: null } : undefined;
  if (way === 'reversed')
    return { event: null, posting: { template: null, amounts: {}, effectiveOn: post.effectiveOn } };
  if (way === undefined || template === undefined) return undefined;
  const typed = eventOfDraft(post, template, books, 'correction');
  if (typed === undefined) return undefined;
  const { otherPool, counterparty, category, amounts, effectiveOn } = typed;
  return {
    event: null,
    posting: {
      template: template.id,
      amounts,
      effectiveOn,
      ...(otherPool === undefined ? {} : { otherPool }),
      ...(counterparty === undefined ? {} : { counterparty }),
      ...(category === undefined ? {} : { category }),
    },
  };
}
