import { describe, expect, it } from 'vitest';
import type { PoolRequest } from '#application/adjustment/request';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { createValueReader, plannedAssumptions } from '#domain/adjustment/value-reader';
import { createTrace } from '#rules/explain/trace';
import { adjustBy, area, fundOf, nodeIn, planOf, toldOf } from '#tests/support/invented-pipelines';
import { adjustInvented, factsOf, inventedRequest, requestOf } from '#tests/support/invented-request';

const RULE = 'gap_sharing_with_cap';

/** A gap of a tenth of the spending: wide. */
const short = (id: string, given: Partial<PoolRequest> = {}): PoolRequest =>
  area(id, { revenue: '900.00', expenditure: '1000.00', priorLevy: '9999.00', ...given });

/** Short by a fen of 1000: narrow. */
const barely = (id: string): PoolRequest => short(id, { revenue: '999.99' });

const year = (pools: readonly PoolRequest[], values = {}): AdjustmentResult =>
  adjustBy(RULE, requestOf(pools, { fund: fundOf('1000.00'), values }));

const assumedIn = ({ assumptions }: AdjustmentResult): readonly string[] =>
  assumptions.map(({ name, reading, standing }) => `${name} ${reading ?? ''} ${standing}`);

const valuesIn = ({ nodes }: AdjustmentResult): readonly string[] =>
  nodes.map(({ id }) => id).filter((id) => id.startsWith('value/'));

describe('a value given as a table', () => {
  it('SD-R2: each cell is a figure with its own node, clause, reading and assumption', () => {
    const result = year([short('east'), barely('west')]);
    expect(nodeIn(result, 'value/gap_share/wide/pass')).toMatchObject({
      value: { kind: 'rate', rate: '40%' },
      label: { en: 'Share of a gap' },
      cite: ['YH-8'],
      readings: ['YH-R2'],
      assumptions: ['gap_share'],
    });
    expect(nodeIn(result, 'value/gap_share/narrow/pass')).toMatchObject({ value: { rate: '50%' } });
    expect(nodeIn(result, 'value/score_band_floor/pass')).toMatchObject({
      value: { kind: 'number', number: '60', unit: 'score' },
      readings: [],
      assumptions: [],
    });
  });

  it('the insurance type chooses a figure and is no part of its name', () => {
    expect(nodeIn(adjustInvented(inventedRequest()), 'value/levy_rate')).toMatchObject({
      value: { rate: '5%' },
    });
    const residents = adjustInvented(inventedRequest({ scheme: 'resident', year: 2025 }));
    expect(nodeIn(residents, 'value/levy_rate')).toMatchObject({ value: { rate: '12%' } });
  });

  it('a cell that several pools use is explained once', () => {
    const shares = valuesIn(year([short('east'), short('west'), short('north')])).filter((id) =>
      id.startsWith('value/gap_share'),
    );
    expect(shares).toEqual(['value/gap_share/wide/pass']);
  });

  it('gives the members of an axis in the order of the pack', () => {
    const reader = createValueReader(
      planOf(RULE),
      factsOf(requestOf([short('east')])),
      createTrace(),
      'state',
    );
    expect(reader).toMatchObject({ allowed: true });
    if (reader.allowed) expect(reader.value.members('gap_band')).toEqual(['narrow', 'wide']);
  });
});

describe('a table replaced for a run', () => {
  it('SD-R2: is one figure for every cell, marked as of this run, and has no reading', () => {
    const result = year([short('east'), barely('west')], { gap_share: '25%' });
    expect(valuesIn(result)).toEqual(['value/levy_rate', 'value/gap_share', 'value/levy_multiple']);
    expect(nodeIn(result, 'value/gap_share')).toMatchObject({
      value: { kind: 'rate', rate: '25%' },
      readings: [],
      assumptions: ['gap_share'],
    });
    expect(assumedIn(result)).toEqual(['gap_share scenario scenario']);
  });

  it('JH-R3: so is one that another pipeline is filled with', () => {
    const pools = [short('east', { class: 1 }), short('west', { class: 3 })];
    const result = adjustBy('full_pooling', requestOf(pools, { values: { gap_share: '0%' } }));
    expect(valuesIn(result)).toEqual(['value/gap_share']);
  });

  it('a value that the pipeline does not name is replaced without effect', () => {
    const result = year([short('east')], { target_months: '9', incentive_share: '1%' });
    expect(assumedIn(result)).toEqual(assumedIn(year([short('east')])));
  });
});

describe('the assumptions of a result', () => {
  it('SD-R2: a value is listed once, however many of its cells are used', () => {
    expect(
      assumedIn(year([short('east'), barely('west'), short('north', { assessmentScore: '0' })])),
    ).toEqual(['gap_band_floor YH-R1 assumed', 'gap_share YH-R2 assumed']);
  });

  it('only values that were used are listed', () => {
    expect(assumedIn(year([area('east', { revenue: '1.00' })]))).toEqual([]);
    expect(assumedIn(year([short('east', { gapCause: 'other' })]))).toEqual([]);
  });

  it('AH-R2: a rate that a pause keeps from use is not listed', () => {
    const pools = [area('east', { priorCollections: '100.00' })];
    const values = { levy_rate: '1%' };
    const rule = 'gap_sharing_with_pause';
    const paused = adjustBy(rule, requestOf(pools, { values, fund: fundOf('10.00') }));
    const levied = adjustBy(rule, requestOf(pools, { values, fund: fundOf('9.99') }));
    expect(assumedIn(paused)).toEqual([]);
    expect(assumedIn(levied)).toEqual(['levy_rate scenario scenario']);
  });

  it('figures that the policy states are none', () => {
    const names = assumedIn(adjustInvented(inventedRequest())).map((text) => text.split(' ')[0]);
    expect(names).toEqual(['shortage_rule']);
  });
});

describe('a production run', () => {
  const told = (values = {}): readonly string[] =>
    toldOf(
      createValueReader(
        planOf(RULE),
        factsOf(requestOf([short('east')], { values })),
        createTrace(),
        'refuse',
      ),
    );

  it('is told of each assumed value once, not of each cell, whether it would be used or not', () => {
    expect(told()).toEqual([
      'assumption_in_production gap_share [YH-8]',
      'assumption_in_production gap_band_floor [YH-8]',
    ]);
  });

  it('is told of replaced values', () => {
    expect(told({ levy_rate: '1%', gap_share: '1%' })).toEqual([
      'replacement_in_production values.levy_rate [YH-2]',
      'replacement_in_production values.gap_share [YH-8]',
      'assumption_in_production gap_band_floor [YH-8]',
    ]);
  });
});

describe('the assumptions of a plan', () => {
  it('are all that a production run would refuse, also those that the figures never came to ask for', () => {
    const plan = planOf(RULE);
    const request = requestOf([barely('west')], { fund: fundOf('1000.00') });
    const facts = factsOf(request);
    const all = plannedAssumptions(plan, facts).map(({ name }) => name);
    const read = adjustBy(RULE, request).assumptions.map(({ name }) => name);
    expect(all).toEqual(expect.arrayContaining(read) as unknown);
    const strict = createValueReader(plan, facts, createTrace(), 'refuse');
    const refused = strict.allowed ? [] : strict.refusals.map(({ at }) => at);
    expect(new Set(refused)).toEqual(new Set(all));
  });
});
