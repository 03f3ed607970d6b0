import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { compileControl } from '../control/compileControl';
import { inEnglish } from '../testing/inEnglish';
import {
  definition,
  independence,
  ownership,
  traceability,
} from '../testing/controls';
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
} from '../testing/story';
import { evaluateControl } from './evaluateControl';

const asOf = at(10_000);
const input = (all: readonly Evidence[]) => ({
  asset,
  evidence: all,
  asOf,
  sourceHeard: true,
  gaps: [],
  people: [],
});
const judge = (all: readonly Evidence[], control = independence) => {
  const { status, reason } = evaluateControl(control, input(all));
  return `${status}: ${reason.code}`;
};

describe('independent approval', () => {
  const author = person('anna');
  const story = (
    approval: Evidence[],
    push = pushed(30, undefined, 'm', author),
    deployment = deployed(40, 'm'),
  ) => [
    updated(1, 10, 'anna', 'h'),
    commitsObserved(1, 30, [
      { commit: sha('h'), author, coAuthors: [], title: 'h' },
    ]),
    ...approval,
    merged(1, 30, 'anna', 'h', 'm'),
    push,
    deployment,
  ];

  it('is satisfied by another person', () => {
    expect(judge(story([reviewed(1, 20, person('marco'), 'h')]))).toBe(
      'satisfied: all-members-satisfied',
    );
  });

  it.each([
    ['no-approval', []],
    ['self-approval', [reviewed(1, 20, author, 'h')]],
    ['stale-approval', [reviewed(1, 20, person('marco'), 'earlier')]],
    ['approval-after-merge', [reviewed(1, 35, person('marco'), 'h')]],
    ['approval-by-machine', [reviewed(1, 20, person('lint[bot]', 'bot'), 'h')]],
    [
      'approval-without-write-access',
      [reviewed(1, 20, person('guest'), 'h', { mayWrite: false })],
    ],
    [
      'approval-dismissed',
      [
        reviewed(1, 20, person('marco'), 'h', { reviewId: 'r' }),
        reviewed(1, 25, person('marco'), 'h', {
          reviewId: 'r',
          decision: 'dismissed',
        }),
      ],
    ],
    [
      'approval-withdrawn',
      [
        reviewed(1, 20, person('marco'), 'h'),
        reviewed(1, 25, person('marco'), 'h', {
          decision: 'changes-requested',
        }),
      ],
    ],
  ])('says %s', (code, approval) => {
    expect(judge(story(approval))).toBe(`not-satisfied: ${code}`);
  });

  it('accepts an approval that was given again after it was dismissed', () => {
    const marco = person('marco');
    const review = { reviewId: 'r' };
    const dismissed = { ...review, decision: 'dismissed' as const };
    const approval = [
      reviewed(1, 20, marco, 'h', review),
      reviewed(1, 22, marco, 'h', dismissed),
      reviewed(1, 25, marco, 'h', review),
    ];
    expect(judge(story(approval))).toBe('satisfied: all-members-satisfied');
    const again = reviewed(1, 25, marco, 'h', dismissed);
    expect(judge(story([...approval, again]))).toBe(
      'not-satisfied: approval-dismissed',
    );
  });

  it('counts who pushed last among the authors', () => {
    const all = [
      updated(1, 15, 'marco', 'h'),
      ...story([reviewed(1, 20, person('marco'), 'h')]),
    ];
    expect(judge(all)).toBe('not-satisfied: self-approval');
  });

  it('counts co-authors among the authors', () => {
    const push = pushed(30, undefined, 'm', author, [person('marco')]);
    const all = story([reviewed(1, 20, person('marco'), 'h')], push);
    expect(judge(all)).toBe('not-satisfied: self-approval');
  });

  it('counts a person who deploys among the authors', () => {
    const deployment = deployed(40, 'm', { deployer: person('marco') });
    const all = story(
      [reviewed(1, 20, person('marco'), 'h')],
      undefined,
      deployment,
    );
    expect(judge(all)).toBe('not-satisfied: self-approval');
  });

  it('does not know with an author without account', () => {
    const unlinked = {
      system: 'github.com',
      email: 'x@y',
      kind: 'unknown' as const,
    };
    const push = pushed(30, undefined, 'm', unlinked);
    const all = story([reviewed(1, 20, person('marco'), 'h')], push);
    expect(judge(all)).toBe('not-assessed: author-unlinked');
  });

  it('sees a push without a change between two deployments', () => {
    const all = [
      ...release(1, 10),
      pushed(50, 'main 1', 'hotfix', person('erik')),
      ...release(2, 60, 'hotfix'),
    ];
    expect(judge(all)).toBe('not-satisfied: direct-push');
  });

  it('does not know when a push is missing between two deployments', () => {
    const all = [...release(1, 10), ...release(2, 60, 'unseen')];
    expect(judge(all)).toBe('not-assessed: release-range-incomplete');
  });

  it('does not know a commit nobody pushed', () => {
    expect(judge([deployed(40, 'm')])).toBe(
      'not-assessed: release-range-unknown',
    );
  });

  it('ignores deployments elsewhere', () => {
    const staging = { name: 'staging', production: false };
    expect(judge([deployed(40, 'm', { environment: staging })])).toBe(
      'not-applicable: population-empty',
    );
  });
});

describe('traceability', () => {
  const chain = release(1, 10);
  const without = (type: string) => chain.filter(item => item.type !== type);
  const ownRun = built(20, 'main 1', 'success', 'Deploy');

  it('is satisfied by an unbroken chain', () => {
    expect(judge(chain, traceability)).toBe('satisfied: all-members-satisfied');
  });

  it.each([
    ['change-unknown', without('change-merged')],
    [
      'run-failed',
      [...without('pipeline-run-finished'), built(13, 'main 1', 'failure')],
    ],
    [
      'run-after-deployment',
      [...without('pipeline-run-finished'), built(99, 'main 1')],
    ],
    [
      'artifact-unidentified',
      [
        ...without('service-deployed'),
        deployed(14, 'main 1', { artifact: undefined }),
      ],
    ],
  ])('says %s', (code, all) => {
    expect(judge(all, traceability)).toBe(`not-satisfied: ${code}`);
  });

  it.each([
    ['run-not-finished', without('pipeline-run-finished')],
    [
      'no-run',
      without('pipeline-run-finished').filter(
        ({ type }) => type !== 'provenance',
      ),
    ],
    [
      'change-not-received',
      without('change-merged').filter(({ type }) => type !== 'commits-pushed'),
    ],
    ['artifact-origin-unknown', [...without('provenance'), ownRun]],
  ])('does not know with %s', (code, all) => {
    expect(judge(all, traceability)).toContain('not-assessed: ');
    const { rows } = evaluateControl(traceability, input(all));
    expect(rows[0]?.checks.map(({ cause }) => cause.code)).toContain(code);
  });
});

describe('ownership', () => {
  const observed = (
    predicate: Partial<Predicate<'ownership-observed'>>,
    minutes = 5000,
  ) =>
    evidence('ownership-observed', at(minutes), {
      entityRef: asset.entityRef,
      ...predicate,
    });
  const group = (memberCount: number) => ({
    ownerRef: 'group:default/a',
    owner: { kind: 'group' as const, title: 'A', memberCount },
  });

  it.each([
    ['satisfied: all-checks-passed', observed(group(2))],
    ['not-satisfied: owner-too-few-members', observed(group(1))],
    ['not-satisfied: owner-missing', observed({})],
    [
      'not-satisfied: owner-unresolved',
      observed({ ownerRef: 'group:default/gone' }),
    ],
    ['not-assessed: evidence-stale', observed(group(2), -60 * 24 * 31)],
  ])('says %s', (answer, item) => {
    expect(judge([item], ownership)).toBe(answer);
  });

  it('goes by the latest', () => {
    const all = [observed(group(1), 10), observed(group(3), 20)];
    expect(judge(all, ownership)).toBe('satisfied: all-checks-passed');
    expect(judge([], ownership)).toBe('not-assessed: not-yet-observed');
  });
});

describe('laws', () => {
  const stories: Evidence[] = [
    ...release(1, 10),
    pushed(50, 'main 1', 'hotfix', person('erik')),
    ...release(2, 60, 'hotfix'),
    ...release(3, 90, 'main 2'),
    reviewed(3, 92, person('anna'), 'head 3'),
    built(200, 'main 3', 'failure'),
  ];

  it.each([independence, traceability])(
    'order and repetition change nothing (%#)',
    control => {
      const expected = evaluateControl(control, input(stories));
      fc.assert(
        fc.property(
          fc.shuffledSubarray(stories, { minLength: stories.length }),
          fc.subarray(stories),
          (shuffled, again) => {
            expect(
              evaluateControl(control, input([...shuffled, ...again])),
            ).toEqual(expected);
          },
        ),
      );
    },
  );

  it.each([independence, traceability, ownership])(
    'without evidence nothing is satisfied (%#)',
    control => {
      fc.assert(
        fc.property(fc.boolean(), fc.boolean(), (linked, sourceHeard) => {
          const { status } = evaluateControl(control, {
            ...input([]),
            asset: { ...asset, linked },
            sourceHeard,
          });
          expect(status).not.toBe('satisfied');
        }),
      );
    },
  );

  it('evidence left out never leads to a throw or a false "satisfied"', () => {
    const flawed = release(1, 10).filter(
      item => item.type !== 'change-reviewed',
    );
    fc.assert(
      fc.property(fc.subarray(flawed), some => {
        const { status, reason } = evaluateControl(independence, input(some));
        expect(status).not.toBe('satisfied');
        expect(reason.code).not.toBe('evaluation-failed');
      }),
    );
  });

  it('what is recorded later does not count before', () => {
    const all = release(1, 10).map(item =>
      item.type === 'change-reviewed'
        ? { ...item, recordedAt: at(20_000) }
        : item,
    ) as Evidence[];
    expect(judge(all)).toBe('not-satisfied: no-approval');
  });

  it('rows are listed worst first and counted in full', () => {
    const { rows, counts } = evaluateControl(independence, input(stories));
    expect(rows.map(row => row.status)).toEqual([
      'not-satisfied',
      'satisfied',
      'satisfied',
    ]);
    expect(counts).toEqual({ satisfied: 2, notAssessed: 0, notSatisfied: 1 });
  });

  it('is valid until the oldest member leaves the window', () => {
    const { validUntil } = evaluateControl(independence, input(stories));
    expect(validUntil).toBe('2026-05-30T00:14:00.000Z');
  });
});

describe('what goes wrong', () => {
  it('a throw is a reason', () => {
    const control = {
      ...independence,
      clauses: independence.clauses.map(clause => ({
        ...clause,
        requirements: [
          {
            id: 'broken',
            judgements: [],
            listRead: () => '',
            evaluate: () => {
              throw new Error('boom');
            },
          },
        ],
      })),
    };
    const { status, reason } = evaluateControl(control, input(release(1, 10)));
    expect(status).toBe('not-assessed');
    expect(inEnglish.sentence(reason)).toContain('boom');
  });

  it('an assertion without a value is a reason', () => {
    const control = compileControl({
      ...definition,
      assess: [
        {
          id: 'odd',
          text: 'Odd.',
          assert: 'size(asset.kind) % 0 == 1',
        },
      ],
    });
    expect(judge(release(1, 10), control)).toBe(
      'not-assessed: assertion-error',
    );
  });

  it.each(['change.independence.satisfied &&', 'true', 'change.unknown.ok'])(
    'the assertion %s is refused',
    assert => {
      expect(() =>
        compileControl({
          ...definition,
          assess: [{ id: 'odd', text: 'Odd.', assert }],
        }),
      ).toThrow('assess.0.assert');
    },
  );

  it('an unlinked or silent asset is not assessed', () => {
    const unlinked = { ...input([]), asset: { ...asset, linked: false } };
    expect(evaluateControl(independence, unlinked).reason.code).toBe(
      'asset-not-linked',
    );
    const silent = { ...input([]), sourceHeard: false };
    expect(evaluateControl(independence, silent).reason.code).toBe(
      'source-silent',
    );
  });

  it('an unknown reason is told as such', () => {
    expect(inEnglish.sentence({ code: 'constructor', params: {} })).toContain(
      'No sentence is known',
    );
  });
});
