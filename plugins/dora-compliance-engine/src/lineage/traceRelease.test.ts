import type {
  Evidence,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  at,
  deployed,
  evidence,
  merged,
  person,
  pushed,
  release,
  sha,
} from '../testing/story';
import { EvidenceIndex } from './EvidenceIndex';
import { traceRelease } from './traceRelease';

const anna = person('anna');

const trace = (
  deployment: Evidence<'service-deployed'>,
  index: EvidenceIndex,
) => traceRelease(index.findDeployment(deployment)!, index);

/** What a deployment brought, one text for each step, and the gap. */
function told(deployment: Evidence<'service-deployed'>, all: Evidence[]) {
  const index = new EvidenceIndex([...all, deployment], at(10_000));
  const { steps, gap } = trace(deployment, index);
  return [
    ...steps.map(({ changes: [change] }) =>
      change ? `#${change.predicate.change.number}` : 'direct',
    ),
    ...(gap ? [gap.code] : []),
  ];
}

function buildPush(
  minutes: number,
  names: string[],
  more: { before?: string; after?: string; branch?: string } = {},
) {
  const commits: PushedCommit[] = names.map(name => ({
    commit: sha(name),
    author: anna,
    coAuthors: [],
    title: name,
  }));
  return evidence('commits-pushed', at(minutes), {
    branch: more.branch ?? 'main',
    ...(more.before && { before: sha(more.before) }),
    after: sha(more.after ?? names.at(-1) ?? ''),
    forced: false,
    pushedBy: anna,
    commits,
  });
}

describe('traceRelease', () => {
  it('brings every change since the deployment before', () => {
    const all = [
      ...release(1, 10),
      ...release(2, 20, 'main 1').slice(0, -1),
      ...release(3, 30, 'main 2').slice(0, -1),
    ];
    expect(told(deployed(40, 'main 3'), all)).toEqual(['#3', '#2']);
  });

  it('goes by the deployment before in the same environment', () => {
    const environment = { name: 'production-eu', production: true };
    const all = [
      ...release(1, 10),
      ...release(2, 20, 'main 1').slice(0, -1),
      deployed(25, 'main 2', { environment }),
      ...release(3, 30, 'main 2').slice(0, -1),
    ];
    expect(told(deployed(40, 'main 3'), all)).toEqual(['#3', '#2']);
  });

  it('is its own push when it is the first, a repeated one or a return', () => {
    const all = [...release(1, 10), ...release(2, 20, 'main 1')];
    expect(told(deployed(14, 'main 1'), release(1, 10))).toEqual(['#1']);
    expect(told(deployed(40, 'main 2'), all)).toEqual(['#2']);
    expect(told(deployed(40, 'main 1'), all)).toEqual(['#1']);
  });

  it('two pushes in the same second are no return', () => {
    const all = [
      ...release(1, 10),
      pushed(12, 'main 1', 'direct', anna),
      merged(2, 12, 'anna', 'head 2', 'main 2'),
      pushed(12, 'direct', 'main 2', anna),
    ];
    expect(told(deployed(40, 'main 2'), all)).toEqual(['#2', 'direct']);
  });

  it('is a change alone when no push was received', () => {
    const all = [merged(1, 10, 'anna', 'head', 'main 1')];
    expect(told(deployed(40, 'main 1'), all)).toEqual([
      '#1',
      'release-range-unknown',
    ]);
    expect(told(deployed(40, 'main 1'), [])).toEqual(['release-range-unknown']);
  });

  it('finds the commit whatever the case it is written in', () => {
    const commit = sha('main 1').toUpperCase();
    expect(told(deployed(40, '', { commit }), release(1, 10))).toEqual(['#1']);
  });

  it('ends at a loop and at the start of a branch with what it has', () => {
    const loop = [
      ...release(1, 10),
      pushed(20, 'b', 'a', anna),
      pushed(21, 'a', 'b', anna),
    ];
    expect(told(deployed(40, 'b'), loop)).toEqual([
      'direct',
      'direct',
      'release-range-incomplete',
    ]);
    const branch = [...release(1, 10), pushed(20, undefined, 'a', anna)];
    expect(told(deployed(40, 'a'), branch)).toEqual(['direct']);
  });

  it('gives up after a thousand pushes', () => {
    const chain = Array.from({ length: 1100 }, (_, place) =>
      pushed(20 + place, `c${place - 1}`, `c${place}`, anna),
    );
    const all = [...release(1, 10), ...chain];
    const steps = told(deployed(5000, 'c1099'), all);
    expect(steps).toHaveLength(1001);
    expect(steps.at(-1)).toBe('release-range-incomplete');
  });

  it('sees what a later push to another branch would skip', () => {
    const all = [
      ...release(1, 10),
      pushed(20, 'main 1', 'direct', anna),
      ...release(2, 30, 'direct').slice(0, -1),
      buildPush(50, ['direct', 'main 2'], {
        before: 'main 1',
        branch: 'release',
      }),
    ];
    expect(told(deployed(60, 'main 2'), all)).toEqual(['#2', 'direct']);
  });

  it('parts a push into the changes it brought', () => {
    const queue = [
      merged(1, 20, 'anna', 'head 1', 'q1'),
      merged(2, 20, 'anna', 'head 2', 'q2'),
      buildPush(20, ['own 1', 'q1', 'own 2', 'q2']),
    ];
    expect(told(deployed(40, 'q2'), queue)).toEqual(['#1', '#2']);
    const beside = [
      merged(1, 20, 'anna', 'head 1', 'q1'),
      buildPush(20, ['own 1', 'q1', 'stray']),
    ];
    expect(told(deployed(40, 'stray'), beside)).toEqual(['#1', 'direct']);
  });

  it('takes a change into another branch as part of the one around it', () => {
    const inner = merged(1, 15, 'anna', 'head 1', 'inner');
    const elsewhere = {
      ...inner,
      predicate: { ...inner.predicate, targetBranch: 'feature' },
    } as Evidence<'change-merged'>;
    const all = [
      elsewhere,
      merged(2, 20, 'anna', 'head 2', 'outer'),
      buildPush(20, ['own', 'inner', 'outer']),
    ];
    expect(told(deployed(40, 'outer'), all)).toEqual(['#2']);
  });

  it('knows the change of a push that lists no commits', () => {
    const all = [
      merged(1, 20, 'anna', 'head 1', 'm'),
      buildPush(20, [], { after: 'm', before: 'l' }),
    ];
    expect(told(deployed(40, 'm'), all)).toEqual(['#1', 'push-incomplete']);
  });

  describe('beside pushes to other branches', () => {
    const fastForward = (commit: string) =>
      merged(2, 30, 'anna', commit, commit);

    it('a fast-forwarded change is judged on the branch it was merged into', () => {
      const all = [
        ...release(1, 10),
        buildPush(20, ['a', 'b'], { branch: 'feature' }),
        fastForward('b'),
        buildPush(30, ['a', 'b'], { before: 'main 1' }),
      ];
      expect(told(deployed(40, 'b'), all)).toEqual(['#2']);
      expect(told(deployed(40, 'b', { ref: 'feature' }), all)).toEqual(['#2']);
    });

    it('a change whose push was not received is not replaced by a push to its own branch', () => {
      const all = [
        ...release(1, 10),
        buildPush(20, ['a', 'b'], { branch: 'feature' }),
        fastForward('b'),
      ];
      expect(told(deployed(40, 'b'), all)).toEqual([
        '#2',
        'release-range-unknown',
      ]);
    });

    it('a direct push is seen though its commits were on a feature branch before', () => {
      const all = [
        ...release(1, 10),
        buildPush(15, ['direct'], { branch: 'feature' }),
        pushed(20, 'main 1', 'direct', anna),
        ...release(2, 30, 'direct').slice(0, -1),
      ];
      expect(told(deployed(60, 'main 2'), all)).toEqual(['#2', 'direct']);
      expect(told(deployed(60, 'direct', { ref: undefined }), all)).toEqual([
        'direct',
      ]);
    });

    const into = (branch: string, number: number, minutes: number) => {
      const change = merged(number, minutes, 'anna', 'h7', 'main 7');
      return {
        ...change,
        predicate: { ...change.predicate, targetBranch: branch },
      } as Evidence<'change-merged'>;
    };
    const evil = buildPush(20, ['c0', 'main 1', 'evil'], {
      before: 'main 0',
      branch: 'hot',
    });
    const reviewedInto = [
      into('hot', 7, 30),
      buildPush(30, ['main 7'], { before: 'evil', branch: 'hot' }),
    ];

    it.each([['hot'], ['v7'], [undefined]])(
      'a direct commit pushed together with the commit deployed before is seen: %s',
      ref => {
        const all = [...release(1, 10), evil, ...reviewedInto];
        expect(told(deployed(40, 'main 7', { ref }), all)).toEqual([
          '#7',
          '#1',
          'direct',
        ]);
      },
    );

    it('a change into another branch is judged by the push to the branch that was deployed', () => {
      const all = [
        ...release(1, 10),
        evil,
        ...reviewedInto,
        buildPush(35, ['evil', 'h7', 'main 7'], { before: 'main 1' }),
      ];
      const member = deployed(40, 'main 7');
      const index = new EvidenceIndex([...all, member], at(10_000));
      const [step] = trace(member, index).steps;
      expect(step?.commits.map(({ title }) => title)).toEqual([
        'evil',
        'h7',
        'main 7',
      ]);
    });

    it('a later merge of the commit deployed before makes no return of a release', () => {
      const all = [
        buildPush(10, ['c1', 'main 1'], { before: 'main 0' }),
        deployed(14, 'c1'),
        buildPush(20, ['evil'], { before: 'main 0', branch: 'hot' }),
        ...reviewedInto,
        buildPush(35, ['c1', 'main 1', 'x'], {
          before: 'main 7',
          branch: 'hot',
        }),
      ];
      expect(told(deployed(40, 'main 7', { ref: 'hot' }), all)).toContain(
        'direct',
      );
    });

    it('a direct push is not hidden by the lost push of a change', () => {
      const all = [
        ...release(1, 10),
        pushed(20, 'main 1', 'direct', anna),
        merged(2, 30, 'anna', 'head 2', 'main 2'),
      ];
      expect(told(deployed(40, 'main 2'), all)).toEqual([
        '#2',
        'release-range-unknown',
      ]);
    });

    it('a release from a branch without a change is direct', () => {
      const all = [
        ...release(1, 10),
        buildPush(20, ['hotfix'], { before: 'main 1', branch: 'hotfix' }),
      ];
      expect(
        told(deployed(40, 'hotfix', { ref: 'refs/heads/hotfix' }), all),
      ).toEqual(['direct']);
    });

    it('a branch that starts at a released commit brings nothing', () => {
      const all = [
        buildPush(12, [], { after: 'main 1', branch: 'support' }),
        ...release(1, 10).filter(({ type }) => type !== 'change-merged'),
      ];
      expect(told(deployed(40, 'main 1'), all)).toEqual(['direct']);
      expect(told(deployed(40, 'main 1'), all.slice(0, 1))).toEqual([
        'release-range-unknown',
      ]);
    });
  });
});
