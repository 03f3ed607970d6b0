import { type Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  at,
  deployed,
  evidence,
  person,
  pushed,
  release,
  reviewed,
  sha,
} from '../testing/story';
import { traceDeployment, traceProduction } from './traceProduction';

const ASKED = { asOf: at(10_000), limit: 10 };

const trace = (all: readonly Evidence[]) =>
  traceProduction({ evidence: all, ...ASKED });

/** The state of each step of the latest chain, with the code of its reason. */
function tell(all: readonly Evidence[]) {
  const [chain] = trace(all).chains;
  return Object.fromEntries(
    chain!.steps.map(({ step, state, why }) => [
      step,
      why ? `${state} ${why.code}` : state,
    ]),
  );
}

const sound = release(1, 10);
const without = (...types: string[]) =>
  sound.filter(({ type }) => !types.includes(type));

describe('traceProduction', () => {
  it('knows each step of a sound release, from the commit to production', () => {
    const [chain] = trace(sound).chains;
    expect(chain!.steps.map(({ step, state }) => [step, state])).toEqual([
      ['commits', 'known'],
      ['change', 'known'],
      ['review', 'known'],
      ['build', 'known'],
      ['artifact', 'known'],
      ['approval', 'none'],
      ['deployment', 'known'],
    ]);
    expect(chain!.steps.map(({ items }) => items[0])).toEqual([
      {
        title: `${sha('main 1').slice(0, 7)} main 1`,
        uri: `https://github.com/bank/ledger/commit/${sha('main 1')}`,
        by: 'anna',
      },
      {
        title: '#1 Change 1',
        uri: 'https://github.com/bank/ledger/pull/1',
        by: 'anna',
        at: at(12),
      },
      {
        title: '#1',
        uri: 'https://github.com/bank/ledger/pull/1',
        by: 'marco',
        at: at(11),
        decision: 'approved',
      },
      expect.objectContaining({ title: 'Build', at: at(13) }),
      expect.objectContaining({ title: expect.stringMatching(/^sha256:/) }),
      undefined,
      {
        title: '14',
        uri: 'https://deploy/14',
        by: 'deployer[bot]',
        at: at(14),
      },
    ]);
  });

  it('names evidence for each step that is known', () => {
    const ids = new Set(sound.map(({ id }) => id));
    const known = trace(sound).chains[0]!.steps.filter(
      ({ state }) => state === 'known',
    );
    for (const { evidence: named } of known) {
      expect(named.length).toBeGreaterThan(0);
      expect(named.every(id => ids.has(id as never))).toBe(true);
    }
  });

  it.each([
    [['commits-pushed'], 'commits', 'missing release-range-unknown'],
    [['change-merged'], 'change', 'failed direct-push'],
    [['change-merged'], 'review', 'missing direct-push'],
    [['change-reviewed'], 'review', 'missing no-approval'],
    [['pipeline-run-finished'], 'build', 'missing run-not-finished'],
    [['provenance'], 'artifact', 'missing artifact-origin-unknown'],
  ])('without %s, %s is %s', (types, step, state) => {
    expect(tell(without(...types))[step]).toBe(state);
  });

  it('knows no step with less evidence that it did not know with more', () => {
    const listKnown = (all: readonly Evidence[]) =>
      trace(all).chains[0]!.steps.flatMap(({ step, state }) =>
        state === 'known' ? [step] : [],
      );
    const dropable = sound.slice(0, -1);
    for (const first of dropable) {
      const more = sound.filter(one => one !== first);
      for (const second of dropable) {
        const less = more.filter(one => one !== second);
        expect(listKnown(more)).toEqual(
          expect.arrayContaining(listKnown(less)),
        );
      }
    }
  });

  it('counts no approval that was dismissed, or came after the deployment', () => {
    const [, review] = sound as [Evidence, Evidence<'change-reviewed'>];
    const dismissed = reviewed(1, 12, person('marco'), 'head 1', {
      reviewId: review.predicate.reviewId,
      decision: 'dismissed',
    });
    const late = reviewed(1, 20, person('marco'), 'head 1');
    expect(tell([...sound, dismissed]).review).toBe(
      'missing approval-dismissed',
    );
    expect(tell([...without('change-reviewed'), late]).review).toBe(
      'missing approval-after-merge',
    );
    expect(tell([...sound, late]).review).toBe('known');
  });

  it('says that nothing is known of a deployment without a commit', () => {
    const [first] = without('change-merged').slice(-1) as [
      Evidence<'service-deployed'>,
    ];
    const { commit, artifact, ...deployment } = first.predicate.deployment;
    const bare = evidence('service-deployed', at(14), {
      ...first.predicate,
      deployment,
    });
    expect(tell([bare])).toEqual({
      commits: 'missing commit-unknown',
      change: 'missing commit-unknown',
      review: 'missing commit-unknown',
      build: 'missing commit-unknown',
      artifact: 'failed artifact-unidentified',
      approval: 'none deployment-approval-unreported',
      deployment: 'known',
    });
  });

  it('has the latest first, none to other environments, and names those nobody classified', () => {
    const second = release(2, 100, 'main 1');
    const elsewhere = deployed(200, 'main 2', {
      environment: { name: 'staging', production: false, classified: true },
    });
    const unnamed = deployed(300, 'main 2', {
      environment: { name: 'blue', production: false },
    });
    const all = [...sound, ...second, elsewhere, unnamed];
    const { chains, unclassified } = trace(all);
    expect(chains.map(({ deployment }) => deployment.at)).toEqual([
      at(104),
      at(14),
    ]);
    expect(unclassified).toEqual(['blue']);
    expect(
      traceProduction({ evidence: all, ...ASKED, limit: 1 }).chains,
    ).toHaveLength(1);
  });

  it('ends where a deployment before it is known to be good, as for the controls', () => {
    const there = (minute: number, commit: string, name: string) =>
      deployed(minute, commit, { environment: { name, production: true } });
    const next = release(2, 100, 'main 1').filter(
      ({ type }) => type !== 'service-deployed',
    );
    const after = (first: readonly Evidence[]) =>
      tell([...first, ...next, there(110, 'main 2', 'production-us')]).commits;
    expect(after(sound)).toBe('known');
    expect(
      after([
        ...without('commits-pushed', 'change-reviewed'),
        pushed(12, 'older', 'main 1', person('anna')),
      ]),
    ).toBe('missing baseline-unknown');
  });

  it('knows no step, and no deployment, that somebody only claims', () => {
    const claim = (item: Evidence) =>
      ({ ...item, verification: 'unverified' } as Evidence);
    const claimed = (type: string) =>
      sound.map(item => (item.type === type ? claim(item) : item));
    expect(tell(claimed('change-reviewed')).review).toBe('missing no-approval');
    expect(tell(claimed('pipeline-run-finished')).build).toMatch(/^missing/);
    const all = sound.map(claim);
    expect(trace(all)).toEqual({
      chains: [],
      unclassified: [],
      unproven: all.length,
    });
    expect(trace(sound).unproven).toBe(0);
  });

  it.each([
    ['dismissed after the merge: it was there', 13, 'known'],
    ['dismissed before the merge', 11.5, 'missing approval-dismissed'],
  ])('counts approvals as the controls do: %s', (_, minute, state) => {
    const approval = sound.find(
      (item): item is Evidence<'change-reviewed'> =>
        item.type === 'change-reviewed',
    )!;
    const dismissal = {
      ...approval,
      id: `sha256:${'d'.repeat(64)}`,
      observedAt: at(minute),
      predicate: {
        ...approval.predicate,
        decision: 'dismissed',
        submittedAt: at(minute),
      },
    } as Evidence;
    expect(tell([...sound, dismissal]).review).toBe(state);
  });

  it('spells out characters in names that turn the direction of a text', () => {
    const merged = sound.map(item =>
      item.type === 'change-merged'
        ? ({
            ...item,
            predicate: {
              ...item.predicate,
              change: { ...item.predicate.change, title: 'a\u202eb' },
            },
          } as Evidence)
        : item,
    );
    const [chain] = trace(merged).chains;
    expect(chain!.steps[1]!.items[0]!.title).toBe('#1 a[U+202E]b');
  });

  it.each([
    [['approved'], 'known'],
    [['approved', 'rejected'], 'failed deployment-rejected'],
  ] as const)(
    'has what reviewers of the environment decided: %s',
    (of, state) => {
      const decisions = of.map((decision, place) =>
        evidence('deployment-reviewed', at(13.2 + place / 10), {
          environment: { name: 'production', production: true },
          decision,
          reviewer: person(place === 0 ? 'marco' : 'sara'),
          commit: sha('main 1'),
          decidedAt: at(13.2 + place / 10),
        }),
      );
      const all = [...sound, ...decisions];
      expect(tell(all).approval).toBe(state);
      const step = trace(all).chains[0]!.steps.find(
        one => one.step === 'approval',
      )!;
      expect(step.items.map(({ by, decision }) => [by, decision])).toEqual(
        of.map((decision, place) => [place === 0 ? 'marco' : 'sara', decision]),
      );
      expect(step.evidence).toEqual(
        expect.arrayContaining(decisions.map(({ id }) => id)),
      );
    },
  );

  it('marks the commits for which no change request is known, and lists them first', () => {
    const direct = pushed(50, 'main 1', 'main 2', person('erik'));
    const commits = (all: readonly Evidence[]) =>
      trace(all).chains[0]!.steps[0]!.items.map(item => [
        item.by,
        item.withoutChange,
      ]);
    expect(commits(sound)).toEqual([['anna', undefined]]);
    const next = release(3, 100, 'main 2');
    expect(commits([...sound, direct, ...next])).toEqual([
      ['erik', true],
      ['anna', undefined],
    ]);
  });

  it('finds one deployment by its id, its environment and its time', () => {
    const all = [...sound, ...release(2, 100, 'main 1')];
    const find = (id: string, environment = 'production', time?: number) =>
      traceDeployment({
        evidence: all,
        asOf: ASKED.asOf,
        deployment: {
          id,
          environment,
          ...(time !== undefined && { at: at(time) }),
        },
      })?.chain.deployment.at;
    expect(find('14')).toBe(at(14));
    expect(find('104', 'production', 104)).toBe(at(104));
    expect(find('104', 'production', 14)).toBeUndefined();
    expect(find('104', 'staging')).toBeUndefined();
    expect(find('15')).toBeUndefined();
  });
});
