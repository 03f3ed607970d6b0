import {
  type Evidence,
  isEvidenceOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { always, assertingOver } from '../testing/assess';
import { definition } from '../testing/controls';
import { asset, at, deployed, evidence, release } from '../testing/story';
import type { EvaluationInput } from './EvaluationInput';
import { evaluateControl } from './evaluateControl';

const DAY = 24 * 60;

/** By a control that trusts authenticated evidence only. */
const evaluate = (
  all: readonly Evidence[],
  control = definition,
  more: Partial<EvaluationInput> = {},
) =>
  evaluateControl(
    compileControl({ ...control, evidence: { verification: 'authenticated' } }),
    {
      asset,
      evidence: all,
      asOf: at(10_000),
      sourceHeard: true,
      gaps: [],
      people: [],
      ...more,
    },
  );
const told = (all: readonly Evidence[]) => {
  const { status, reason } = evaluate(all);
  return `${status}: ${reason.code}`;
};

/** The same as somebody without proof says it. */
const claim = (items: readonly Evidence[]) =>
  items.map(item => ({ ...item, verification: 'unverified' } as Evidence));
const isReview = ({ type }: Evidence) => type === 'change-reviewed';

/** The same story with deployments to another environment. */
const deployedTo = (name: string, story: readonly Evidence[]) =>
  story.map(item =>
    isEvidenceOf('service-deployed', item)
      ? ({
          ...item,
          predicate: {
            ...item.predicate,
            deployment: {
              ...item.predicate.deployment,
              environment: { name, production: true },
            },
          },
        } as Evidence)
      : item,
  );

describe('a claim without proof', () => {
  it('satisfies nothing if it takes the place of one of several proven members', () => {
    const [old, again] = [release(1, -100 * DAY), release(3, 100)];
    const all = [...release(2, 10), ...deployedTo('live', old)];
    expect(told(all)).toBe('satisfied: all-members-satisfied');
    expect(told([...all, ...deployedTo('live', claim(again))])).toBe(
      'not-assessed: evidence-unverified',
    );
  });

  it('satisfies nothing if it splits a member', () => {
    const every = (...minutes: number[]) =>
      minutes.map(minute =>
        evidence('security-scan-finished', at(minute), {
          tool: { name: 'trivy' },
          kind: 'container',
          finishedAt: at(minute),
        }),
      );
    const control = assertingOver(
      {
        each: 'interval',
        between: 'security-scan-finished',
        within: 'P6D',
        before: 'P30D',
      },
      'interval.length.satisfied',
      { parameters: { longestInterval: always('P7D') } },
    );
    const scans = every(100, 3000, 9000);
    expect(evaluate(scans, control).status).toBe('satisfied');
    expect(
      evaluate([...scans, ...claim(every(6000))], control).reason.code,
    ).toBe('evidence-unverified');
  });

  it('may move a member from one status to another', () => {
    // Status and number of members are the same with and without the claim.
    const unknown = evaluate([
      ...release(1, 10),
      deployed(50, 'x'),
      ...release(2, 100, 'x').flatMap(item =>
        item.type === 'service-deployed' ? item : claim([item]),
      ),
    ]);
    expect([unknown.status, unknown.counts]).toEqual([
      'not-assessed',
      { satisfied: 1, notAssessed: 2, notSatisfied: 0 },
    ]);
    expect(unknown.reason.code).not.toBe('evidence-unverified');
  });

  describe('about one of two changes that nobody approved', () => {
    const [second, third] = [
      release(2, 100, 'main 1'),
      release(3, 200, 'main 2'),
    ];
    const all = [
      ...release(1, 10),
      ...[...second, ...third].filter(item => !isReview(item)),
      ...claim(third.filter(isReview)),
    ];

    it('does not make the finding less certain', () => {
      const { status, counts, reason } = evaluate(all);
      expect([status, counts]).toEqual([
        'not-satisfied',
        { satisfied: 1, notAssessed: 0, notSatisfied: 2 },
      ]);
      expect(reason.params).not.toHaveProperty('unproven');
    });

    it('does not make it unknown, if their risk is accepted', () => {
      const acceptance = {
        id: 'RA-1',
        controlId: definition.id,
        acceptedBy: 'user:default/anna',
        rationale: 'It is replaced in June.',
        from: at(0),
        until: at(20_000),
        recordedAt: at(0),
      };
      const { status, counts, reason } = evaluate(all, definition, {
        acceptances: [acceptance],
      });
      expect([status, counts]).toEqual([
        'risk-accepted',
        { satisfied: 1, notAssessed: 0, notSatisfied: 0, riskAccepted: 2 },
      ]);
      expect(reason.code).not.toBe('evidence-unverified');
    });
  });

  it('does not matter for members of which there is no evidence at all', () => {
    const read = (minutes: number) =>
      evidence('branch-protection-observed', at(minutes), {
        complete: true,
        branch: 'main',
        protected: true,
      });
    const branches = assertingOver(
      { each: 'branch', from: 'branch-protection-observed', within: 'P2D' },
      'member.protected',
    );
    const other = 'https://github.com/bank/other';
    const { reason } = evaluate(
      [read(9_990), ...claim([read(9_900)])],
      branches,
      { asset: { ...asset, repositories: [...asset.repositories, other] } },
    );
    expect(reason.code).toBe('state-not-observed');
  });
});
