import {
  type Evidence,
  identityLabel,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
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
import { traceProduction } from './traceProduction';

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
      ['deployment', 'known'],
    ]);
    expect(chain!.steps.map(({ items }) => items[0])).toEqual([
      { title: `${sha('main 1').slice(0, 7)} main 1`, by: 'anna' },
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
    for (const { evidence: named } of trace(sound).chains[0]!.steps) {
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
    expect(tell([...sound, dismissed]).review).toBe('missing no-approval');
    expect(tell([...without('change-reviewed'), late]).review).toBe(
      'missing no-approval',
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

  it('ends where a deployment before it is known to be good, if the caller says so', () => {
    const first = [
      ...without('commits-pushed'),
      pushed(12, 'older', 'main 1', person('anna')),
    ];
    const other = deployed(30, 'main 1', {
      environment: { name: 'production-eu', production: true },
    });
    const next = release(2, 100, 'main 1').filter(
      ({ type }) => type !== 'service-deployed',
    );
    const there = deployed(110, 'main 2', {
      environment: { name: 'production-us', production: true },
    });
    const all = [...first, other, ...next, there];
    expect(tell(all).commits).toBe('missing baseline-unknown');
    const { chains } = traceProduction({
      evidence: all,
      ...ASKED,
      isKnownGood: ({ environment }) => environment === 'production-eu',
    });
    expect(chains[0]!.steps[0]!.state).toBe('known');
    expect(identityLabel(chains[0]!.deployment.deployers[0]!)).toBe(
      'deployer[bot]',
    );
  });
});
