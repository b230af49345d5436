import type { KeptStatement } from '#application/ports/statement-store';
import { statementContent } from '#application/statement/statement-content';
import { checkDrawnForm } from '#domain/statement/check-drawn';
import { drawForm } from '#domain/statement/draw-form';
import { formsFor, planStatements } from '#domain/statement/plan-forms';
import { parsePeriod } from '#domain/statement/spans';
import type { StatementSubject } from '#domain/statement/turnover';
import { sha256 } from '#files/sha256';
import { present } from '#kernel/assert';
import type { Month } from '#kernel/month';
import { valueOf } from '#tests/support/decided';
import { loadTestPack } from '#tests/support/load-test-pack';
import { postedEntries } from '#tests/support/posted-turnovers';

const pack = await loadTestPack('national');

/** A month of a pool of employees in the invented province, kept and, unless said, published. */
export function keptStatement(
  state: KeptStatement['state'] = 'published',
): KeptStatement & { readonly content: string } {
  const name = { zh: '东区', en: 'East' };
  const firstMonth = '2026-01' as Month;
  const subject: StatementSubject = {
    kind: 'pool',
    id: 'east',
    name,
    place: 'yunhai/east',
    insuranceType: 'employee',
    members: [{ id: 'east', kind: 'pool', name, firstMonth }],
  };
  const template = (id: string) =>
    present(
      pack.raw.journal?.templates.find((one) => one.id === id),
      id,
    );
  const own = { month: firstMonth, pool: 'east', insuranceType: 'employee' } as const;
  const rows = postedEntries(
    [
      {
        ...own,
        template: template('subsidy_received'),
        counterparty: 'government:G',
        amounts: { pooled: 1_234_549_99n },
      },
      { ...own, template: template('interest_credited'), amounts: { pooled: 4_999n, account: 4_999n } },
    ],
    firstMonth,
  );
  const period = present(parsePeriod('2026-01'), 'a month');
  const plan = valueOf(planStatements(pack));
  const forms = formsFor(plan, 'pool').map((form) => drawForm(form, subject, period, rows));
  const drawn = { subject, period, withoutBooks: [], head: 7n, packHash: pack.hash, forms };
  const content = statementContent({ ...drawn, checks: forms.flatMap(checkDrawnForm) });
  const isDecided = state !== 'proposed';
  return {
    id: 'statement-1',
    subjectKind: 'pool',
    subject: 'east',
    insuranceType: 'employee',
    period,
    place: 'yunhai/east',
    version: 1,
    corrects: null,
    correctedBy: null,
    reason: null,
    books: ['east'],
    head: 7n,
    packHash: pack.hash,
    content,
    contentHash: sha256(content),
    madeBy: 'u-1',
    madeAt: '2026-02-02T00:00:00.000Z',
    state,
    decidedBy: isDecided ? 'u-2' : null,
    decidedAt: isDecided ? '2026-02-03T00:00:00.000Z' : null,
    note: isDecided ? '' : null,
  };
}
