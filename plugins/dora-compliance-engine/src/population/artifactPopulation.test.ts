import type {
  Instant,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { cutToNeeds } from '../evaluate/cutToNeeds';
import { assertingOver, assess, explainStatus, tell } from '../testing/assess';
import { at, deployed, evidence } from '../testing/story';

const DAY = 24 * 60;
const NOW = at(100 * DAY);
const hoursAgo = (hours: number) => at(100 * DAY - hours * 60);
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

const fromPipeline = assertingOver(
  {
    each: 'running-artifact',
    within: 'P1D',
    where: { environment: 'production' },
  },
  'artifact.origin.satisfied',
);

type Artifacts = Predicate<'environment-observed'>['artifacts'];

function runs(
  artifacts: Artifacts,
  observedAt: Instant = hoursAgo(1),
  more: Partial<Predicate<'environment-observed'>> = {},
) {
  const environment = { name: 'production', production: true };
  return evidence(
    'environment-observed',
    observedAt,
    { complete: true, environment, artifacts, ...more },
    [{ kind: 'environment', uri: 'https://k8s/production' }],
  );
}

const ledger = (letter: string) => ({
  name: 'ghcr.io/bank/ledger',
  digest: digest(letter),
  workload: 'Deployment ledger',
});

const release = (minutes: number, letter?: string) =>
  deployed(minutes, `commit ${minutes}`, {
    environment: { name: 'production', production: true },
    artifact: {
      name: 'ghcr.io/bank/ledger',
      ...(letter && { digest: digest(letter) }),
    },
  });

describe('what runs in production', () => {
  it('was deployed by a pipeline', () => {
    const item = release(90 * DAY, 'a');
    const seen = runs([ledger('a')]);
    const { status, rows, validUntil } = assess(
      fromPipeline,
      [seen, item],
      NOW,
    );
    expect([status, validUntil]).toEqual(['satisfied', hoursAgo(-23)]);
    expect(rows[0]).toMatchObject({
      member: { kind: 'artifact', title: 'Deployment ledger (production)' },
      checks: [{ evidence: [item.id, seen.id] }],
    });
  });

  it('was changed past the pipeline if no deployment has its digest', () => {
    const all = [runs([ledger('b')]), release(90 * DAY, 'a')];
    expect(explainStatus(fromPipeline, all, NOW)).toBe(
      `ghcr.io/bank/ledger runs in production with the digest ${digest(
        'b',
      )}, but no pipeline reported a deployment of it. Somebody may have changed production directly.`,
    );
  });

  it('was changed past the pipeline if an earlier version came back', () => {
    const all = [
      runs([ledger('a')]),
      release(80 * DAY, 'a'),
      release(90 * DAY, 'b'),
    ];
    expect(tell(fromPipeline, all, NOW)).toBe(
      'not-satisfied: artifact-replaced',
    );
    const again = release(95 * DAY, 'a');
    expect(tell(fromPipeline, [...all, again], NOW)).toContain(
      'satisfied: all',
    );
    const rollout = release(100 * DAY - 61, 'b');
    expect(tell(fromPipeline, [...all, again, rollout], NOW)).toContain(
      'satisfied: all',
    );
  });

  it('may have been replaced by a deployment that names no artifact', () => {
    const unnamed = (minutes: number, letter: string) =>
      deployed(minutes, `unnamed ${minutes}`, {
        artifact: { digest: digest(letter) },
      });
    const all = [
      runs([ledger('a')]),
      unnamed(80 * DAY, 'a'),
      unnamed(90 * DAY, 'b'),
    ];
    expect(tell(fromPipeline, all, NOW)).toBe(
      'not-assessed: artifact-replaced',
    );
  });

  it('is nothing until the reading is too old to show it', () => {
    expect(assess(fromPipeline, [runs([])], NOW).validUntil).toBe(
      hoursAgo(-23),
    );
  });

  it('is not covered by a deployment after it was seen, or elsewhere', () => {
    const later = release(100 * DAY - 30, 'a');
    expect(tell(fromPipeline, [runs([ledger('a')]), later], NOW)).toBe(
      'not-assessed: deployments-unheard',
    );
    const elsewhere = deployed(90 * DAY, 'm', {
      environment: { name: 'eu', production: true },
      artifact: { digest: digest('a') },
    });
    const { rows } = assess(
      fromPipeline,
      [runs([ledger('a')]), elsewhere],
      NOW,
    );
    // Nobody reads the other environment.
    expect(rows.map(row => row.reason.code).sort()).toEqual([
      'deployments-unheard',
      'state-not-observed',
    ]);
    expect(tell(fromPipeline, [runs([ledger('a')]), elsewhere], NOW)).toContain(
      'not-assessed',
    );
  });

  it.each<[string, Artifacts, ReturnType<typeof release>]>([
    [
      'artifact-without-digest',
      [{ name: 'ledger', version: '1.2' }],
      release(90 * DAY, 'a'),
    ],
    ['deployments-without-digest', [ledger('a')], release(90 * DAY)],
  ])('is not assessed: %s', (code, artifacts, item) => {
    expect(tell(fromPipeline, [runs(artifacts), item], NOW)).toBe(
      `not-assessed: ${code}`,
    );
  });

  it('is what the latest reading of each environment says', () => {
    const all = [
      runs([ledger('x')], hoursAgo(3)),
      runs([ledger('a')]),
      release(90 * DAY, 'a'),
    ];
    expect(tell(fromPipeline, all, NOW)).toContain('satisfied: all');
  });

  it('is not assessed when it was read too long ago, or not at all', () => {
    const all = [runs([ledger('a')], hoursAgo(24)), release(90 * DAY, 'a')];
    expect(tell(fromPipeline, all, NOW)).toBe('not-assessed: evidence-stale');
    expect(tell(fromPipeline, [release(90 * DAY, 'a')], NOW)).toBe(
      'not-assessed: state-not-observed',
    );
  });

  it('is nothing, or not production', () => {
    expect(tell(fromPipeline, [runs([])], NOW)).toBe(
      'not-applicable: nothing-runs',
    );
    const test = { environment: { name: 'test', production: false } };
    expect(tell(fromPipeline, [runs([ledger('a')], NOW, test)], NOW)).toBe(
      'not-assessed: state-not-observed',
    );
  });

  it('is not known in an environment that may be production', () => {
    const live = { environment: { name: 'live', production: false } };
    const { rows } = assess(
      fromPipeline,
      [runs([ledger('a')], NOW, live)],
      NOW,
    );
    expect(rows.map(row => row.reason)).toEqual([
      { code: 'environment-unclassified', params: { environment: 'live' } },
    ]);
  });

  it('is not what the control excepts by name, such as a sidecar', () => {
    const sidecar = { name: 'docker.io/istio/proxyv2', digest: digest('c') };
    const all = [runs([ledger('a'), sidecar]), release(90 * DAY, 'a')];
    expect(tell(fromPipeline, all, NOW)).toBe(
      'not-satisfied: artifact-never-deployed',
    );
    const { population } = fromPipeline;
    const without = {
      ...fromPipeline,
      population: { ...population, except: ['docker.io/istio/'] },
    };
    expect(tell(without, all, NOW)).toContain('satisfied: all');
  });

  it('was deployed by a pipeline any time ago', () => {
    const needs = compileControl(fromPipeline).needs;
    const old = release(-4 * 365 * DAY, 'a');
    const all = cutToNeeds([runs([ledger('a')]), old], needs, {
      asOf: NOW,
      keys: new Set(),
    });
    expect(tell(fromPipeline, all, NOW)).toContain('satisfied: all');
  });

  it('is also what was deployed long ago to an environment that nobody reads', () => {
    const eu = deployed(-4 * 365 * DAY, 'm', {
      environment: { name: 'eu', production: true },
      artifact: { digest: digest('a') },
    });
    const all = [runs([ledger('a')]), release(90 * DAY, 'a'), eu];
    expect(tell(fromPipeline, all, NOW)).toBe(
      'not-assessed: state-not-observed',
    );
  });

  it('was deployed once, though two systems report it', () => {
    const item = release(90 * DAY, 'a');
    const again = {
      ...release(90 * DAY + 5, 'a'),
      sourceId: 'argo-cd',
      predicate: {
        ...release(90 * DAY + 5, 'a').predicate,
        deployment: {
          ...item.predicate.deployment,
          artifact: { name: 'ghcr.io/bank/ledger' },
        },
      },
      subjects: item.subjects,
    } as typeof item;
    const seen = runs([ledger('a')]);
    const { status, rows } = assess(fromPipeline, [seen, item, again], NOW);
    expect(status).toBe('satisfied');
    expect(rows[0]?.checks[0]?.evidence).toEqual([item.id, again.id, seen.id]);
  });

  it('is forgotten when it was not read for ninety days', () => {
    const readOnDay = (day: number) => [runs([ledger('a')], at(day * DAY))];
    expect(tell(fromPipeline, readOnDay(11), NOW)).toBe(
      'not-assessed: evidence-stale',
    );
    expect(tell(fromPipeline, readOnDay(10), NOW)).toBe(
      'not-assessed: state-not-observed',
    );
  });

  it('can not comply while it was not read completely', () => {
    const part = { complete: false, problem: 'the list was cut' };
    const all = [
      runs([ledger('a')], hoursAgo(1), part),
      release(90 * DAY, 'a'),
    ];
    expect(tell(fromPipeline, all, NOW)).toBe(
      'not-assessed: evidence-incomplete',
    );
    const none = runs([], hoursAgo(1), part);
    expect(tell(fromPipeline, [none], NOW)).toBe(
      'not-assessed: evidence-incomplete',
    );
  });
});
