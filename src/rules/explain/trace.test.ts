import { describe, expect, it } from 'vitest';
import { AssertionFailure } from '#kernel/assert';
import { fen } from '#kernel/fen';
import { createSilentTrace, createTrace, type Figure } from '#rules/explain/trace';

const label = { zh: '数', en: 'A figure' };

describe('a trace explains every figure once', () => {
  it('records an amount with its text, its sources and its inputs', () => {
    const trace = createTrace();
    const given = trace.figure({ id: 'given', label }, fen(123_456_789n));
    const formula = { zh: '算式', en: 'formula' };
    const text = {
      id: 'owed',
      label,
      formula,
      cite: ['YH-2'],
      readings: ['R-3'],
      assumptions: ['rate'],
      inputs: [given],
    };
    expect(trace.figure(text, fen(-5n))).toEqual({ fen: -5n, node: 'owed' });
    expect(trace.nodes()).toEqual([
      {
        id: 'given',
        label,
        value: { kind: 'fen', amount: '1234567.89' },
        cite: [],
        readings: [],
        assumptions: [],
        inputs: [],
      },
      {
        id: 'owed',
        label,
        value: { kind: 'fen', amount: '-0.05' },
        formula,
        cite: ['YH-2'],
        readings: ['R-3'],
        assumptions: ['rate'],
        inputs: ['given'],
      },
    ]);
  });

  it('a formula given as a function is worded where it is kept, and only there', () => {
    let worded = 0;
    const formula = (): typeof label => {
      worded += 1;
      return label;
    };
    createSilentTrace().figure({ id: 'owed', label, formula }, fen(5n));
    expect(worded).toBe(0);
    const trace = createTrace();
    trace.figure({ id: 'owed', label, formula }, fen(5n));
    expect([worded, trace.nodes()[0]?.formula]).toEqual([1, label]);
  });

  it('records what is no amount just as well', () => {
    const trace = createTrace();
    const truth = trace.note({ id: 'met', label }, { kind: 'truth', holds: false });
    trace.note({ id: 'months', label, inputs: [truth] }, { kind: 'number', number: '9.00', unit: 'month' });
    expect(trace.nodes().map(({ id, value, inputs }) => ({ id, value, inputs }))).toEqual([
      { id: 'met', value: { kind: 'truth', holds: false }, inputs: [] },
      { id: 'months', value: { kind: 'number', number: '9.00', unit: 'month' }, inputs: ['met'] },
    ]);
  });

  it('what is given has no formula', () => {
    const trace = createTrace();
    trace.figure({ id: 'given', label }, fen(1n));
    expect(trace.nodes().some((node) => 'formula' in node)).toBe(false);
  });

  it('names no node twice', () => {
    const trace = createTrace();
    trace.figure({ id: 'a', label }, fen(1n));
    expect(() => trace.figure({ id: 'a', label }, fen(1n))).toThrow(
      new AssertionFailure('the explanation names a once'),
    );
  });

  it('explains nothing by what it does not know', () => {
    const trace = createTrace();
    const stranger: Figure = { fen: fen(1n), node: 'elsewhere' };
    expect(() => trace.figure({ id: 'b', label, inputs: [stranger] }, fen(1n))).toThrow(
      new AssertionFailure('b is explained by elsewhere'),
    );
    expect(trace.nodes()).toEqual([]);
  });

  it('one trace serves one run: two traces share nothing', () => {
    const [one, other] = [createTrace(), createTrace()];
    one.figure({ id: 'a', label }, fen(1n));
    other.figure({ id: 'a', label }, fen(2n));
    expect([one, other].map((trace) => trace.nodes().map((node) => node.value))).toEqual([
      [{ kind: 'fen', amount: '0.01' }],
      [{ kind: 'fen', amount: '0.02' }],
    ]);
  });
});
