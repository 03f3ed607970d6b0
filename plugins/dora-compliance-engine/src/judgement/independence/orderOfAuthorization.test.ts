import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evaluateControl } from '../../evaluate/evaluateControl';
import { independence } from '../../testing/controls';
import {
  asset,
  at,
  built,
  commitsObserved,
  deployed,
  evidence,
  merged,
  person,
  pushed,
  release,
  reviewed,
  sha,
  updated,
} from '../../testing/story';

const judge = (all: readonly Evidence[]) => {
  const { status, reason } = evaluateControl(independence, {
    asset,
    evidence: all,
    asOf: at(10_000),
    sourceHeard: true,
    gaps: [],
    people: [],
  });
  return `${status}: ${reason.code}`;
};

const own = {
  commit: sha('h'),
  author: person('anna'),
  coAuthors: [],
  title: 'h',
};

/** Change 1 of anna: approved, merged and deployed at some minutes. */
const story = (approval: number, merge: number, deployment: number) => [
  updated(1, 0, 'anna', 'h'),
  commitsObserved(1, 2, [own]),
  reviewed(1, approval, person('marco'), 'h'),
  merged(1, merge, 'anna', 'h', 'm'),
  pushed(2, undefined, 'm', person('anna')),
  deployed(deployment, 'm'),
];

const SOUND = 'satisfied: all-members-satisfied';

describe('what happened after the deployment authorizes nothing', () => {
  it.each([
    [SOUND, story(10, 20, 30)],
    [SOUND, story(10, 30, 30)],
    ['not-satisfied: merged-after-deployment', story(10, 40, 30)],
    ['not-satisfied: merged-after-deployment', story(35, 40, 30)],
  ])('%s (%#)', (result, all) => {
    expect(judge(all)).toBe(result);
  });

  it('an approval between deployment and merge does not count', () => {
    const { rows } = evaluateControl(independence, {
      asset,
      evidence: story(35, 40, 30),
      asOf: at(10_000),
      sourceHeard: true,
      gaps: [],
      people: [],
    });
    expect(rows[0]?.checks.map(({ cause }) => cause.code)).toContain(
      'approval-after-deployment',
    );
  });
});

describe('a dismissal', () => {
  const dismissed = (minute: number) =>
    reviewed(1, minute, person('marco'), 'h', {
      reviewId: 'r',
      decision: 'dismissed',
    });
  const approved = [
    updated(1, 0, 'anna', 'h'),
    commitsObserved(1, 2, [own]),
    reviewed(1, 10, person('marco'), 'h', { reviewId: 'r' }),
    merged(1, 20, 'anna', 'h', 'm'),
    pushed(20, undefined, 'm', person('anna')),
    deployed(30, 'm'),
  ];

  it('before the merge takes the approval back', () => {
    expect(judge([...approved, dismissed(15)])).toBe(
      'not-satisfied: approval-dismissed',
    );
  });

  it('after the merge does not change what was true then', () => {
    expect(judge([...approved, dismissed(25)])).toBe(SOUND);
  });
});

describe('the reviewers of an environment', () => {
  const decided = (
    minute: number,
    decision: 'approved' | 'rejected',
    more: Partial<Predicate<'deployment-reviewed'>> = {},
  ) =>
    evidence('deployment-reviewed', at(minute), {
      environment: { name: 'production', production: true },
      decision,
      reviewer: person('erik'),
      run: { id: '7', url: 'https://ci/7', attempt: 1 },
      decidedAt: at(minute),
      ...more,
    });
  const deploying = built(35, 'main 1', 'success', 'Deploy', {
    run: { id: '7', url: 'https://ci/7', attempt: 1 },
  });
  const sound = [
    ...release(1, 0).filter(({ type }) => type !== 'service-deployed'),
    deploying,
  ];
  const deployment = deployed(30, 'main 1', { runUrl: 'https://ci/7' });
  const allowed = (...decisions: Evidence[]) =>
    judge([...sound, deployment, ...decisions]);
  const REJECTED = 'not-satisfied: deployment-rejected';
  const run = (id: string, attempt = 1) => ({
    run: { id, url: `https://ci/${id}`, attempt },
  });

  it.each<[string, Evidence[], string]>([
    ['approved', [decided(20, 'approved')], SOUND],
    ['rejected', [decided(20, 'rejected')], REJECTED],
    [
      'rejected beside an approval',
      [
        decided(20, 'rejected'),
        decided(21, 'approved', { reviewer: person('eve') }),
      ],
      REJECTED,
    ],
    [
      'changed their mind',
      [decided(20, 'rejected'), decided(21, 'approved')],
      SOUND,
    ],
    [
      'approved another attempt',
      [
        decided(20, 'rejected'),
        decided(21, 'approved', { ...run('7', 2), reviewer: person('eve') }),
      ],
      SOUND,
    ],
    ['rejected another run', [decided(20, 'rejected', run('8'))], SOUND],
    ['rejected afterwards', [decided(40, 'rejected')], SOUND],
    [
      'rejected another environment',
      [
        decided(20, 'rejected', {
          environment: { name: 'staging', production: false },
        }),
      ],
      SOUND,
    ],
    [
      'are not named',
      [decided(20, 'rejected', { reviewer: undefined })],
      REJECTED,
    ],
  ])('%s', (_, decisions, result) => {
    expect(allowed(...decisions)).toBe(result);
  });

  it('are found by the commit where the deployment names no run', () => {
    const { commit } = deployment.predicate.deployment;
    const all = [...sound, deployed(30, 'main 1')];
    expect(judge([...all, decided(20, 'rejected', { commit })])).toBe(REJECTED);
    expect(judge([...all, decided(20, 'rejected')])).toBe(SOUND);
  });
});
