import type {
  Parameter,
  TriedAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { countMoves, findMoved } from './countMoves';
import { draftParameter, readDraft } from './draftParameter';
import { writeAppConfig } from './writeAppConfig';

type Status = TriedAsset['after']['status'];

const tried = (before: Status | undefined, after: Status): TriedAsset => {
  const reason = { code: 'x', params: {}, sentence: 'X.' };
  return {
    entityRef: 'component:default/a',
    title: 'a',
    ...(before && { before: { status: before, reason } }),
    after: { status: after, reason },
  };
};

describe('a trial', () => {
  it('counts who moves to which status, the worst first', () => {
    const moved = findMoved([
      tried('satisfied', 'satisfied'),
      tried('not-satisfied', 'satisfied'),
      tried('satisfied', 'not-satisfied'),
      tried('not-assessed', 'not-satisfied'),
      tried('satisfied', 'not-satisfied'),
    ]);
    expect(countMoves(moved)).toEqual([
      { from: 'satisfied', to: 'not-satisfied', count: 2 },
      { from: 'not-assessed', to: 'not-satisfied', count: 1 },
      { from: 'not-satisfied', to: 'satisfied', count: 1 },
    ]);
  });

  it('counts all assets of a control that is not installed', () => {
    expect(countMoves(findMoved([tried(undefined, 'satisfied')]))).toEqual([
      { from: undefined, to: 'satisfied', count: 1 },
    ]);
  });
});

const of = (value: Parameter['standard']): Parameter => ({
  'critical-or-important': value,
  important: value,
  standard: value,
  basis: 'policy',
});

describe('another value of a parameter', () => {
  it.each<[Parameter['standard'], string, unknown]>([
    ['P30D', ' P7D ', 'P7D'],
    [5, '3', 3],
    [5, 'few', 'few'],
    [true, 'false', false],
    [['a'], 'a, b,', ['a', 'b']],
  ])('is of the type of %j: %j', (value, text, expected) => {
    const draft = { ...draftParameter(of(value)), important: text };
    expect(readDraft(draft, of(value))).toEqual({
      important: expected,
      rationale: '',
    });
  });

  it('is a block of the configuration, with text in quotation marks', () => {
    const override = {
      important: 'P7D',
      rationale: 'It says: "sooner"',
      approvedBy: 'user:default/anna',
    };
    expect(writeAppConfig('chg-07-scan', 'scanEvery', override)).toBe(
      `doraCompliance:
  controls:
    chg-07-scan:
      parameters:
        scanEvery:
          important: "P7D"
          rationale: "It says: \\"sooner\\""
          approvedBy: "user:default/anna"
`,
    );
  });
});
