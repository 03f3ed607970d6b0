import { judgeTraceability } from './traceability';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import {
  computeDigest,
  type Evidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { shorten } from '../../lineage/keys';
import { at, deployed, merged, person, pushed, sha } from '../../testing/story';
import {
  C,
  sound,
  without,
  judge,
  tell,
  elsewhere,
} from '../../testing/soundChain';

describe('a sound chain', () => {
  it('has the checks, the reasons and the evidence that it rests on', () => {
    const checks = judge(sound);
    expect(Object.keys(checks)).toEqual([
      'change-known',
      'built-by-successful-run',
      'artifact-identified',
      'artifact-origin',
    ]);
    const digest = computeDigest(C);
    expect(checks['change-known']).toMatchObject({
      passed: true,
      cause: { code: 'change-known', params: { change: '1' } },
      types: ['change-merged', 'commits-pushed', 'service-deployed'],
      since: at(12),
    });
    expect(checks['built-by-successful-run']).toMatchObject({
      passed: true,
      cause: {
        code: 'run-succeeded',
        params: { commit: shorten(sha(C)), pipeline: 'Build' },
      },
      types: ['pipeline-run-finished', 'provenance', 'service-deployed'],
      since: at(13),
    });
    expect(checks['artifact-identified']).toMatchObject({
      passed: true,
      cause: { code: 'artifact-identified', params: { digest } },
      types: ['service-deployed'],
    });
    expect(checks['artifact-origin']).toMatchObject({
      passed: true,
      cause: { code: 'artifact-origin-known', params: { digest } },
      types: ['provenance', 'service-deployed'],
    });
  });

  it('is not judged where nobody said whether it is production', () => {
    const live = { name: 'live', production: false };
    const all = [
      ...without('service-deployed'),
      deployed(14, C, { environment: live }),
    ];
    const checks = judge(all);
    expect(Object.keys(checks)).toEqual(['environment-classified']);
    expect(checks['environment-classified']).toMatchObject({
      passed: null,
      cause: {
        code: 'environment-unclassified',
        params: { environment: 'live' },
      },
      types: ['service-deployed'],
    });
  });

  it('is nothing of what is no deployment', () => {
    const index = new EvidenceIndex(sound, at(10_000));
    expect(judgeTraceability(sound[0]!, index)).toEqual([]);
  });

  it('is not known without a commit', () => {
    const deployment = deployed(14, C, { commit: undefined });
    const checks = judge([...without('service-deployed'), deployment]);
    for (const check of ['change-known', 'built-by-successful-run']) {
      expect(checks[check]).toMatchObject({
        passed: null,
        cause: { code: 'commit-unknown' },
        evidence: [deployment.id],
      });
    }
  });
});

describe('the change of a commit', () => {
  it('is not known past all changes, or where nothing was received', () => {
    const params = { commit: shorten(sha(C)) };
    expect(tell('change-known', without('change-merged'))).toEqual([
      false,
      'change-unknown',
      params,
    ]);
    expect(
      tell('change-known', without('change-merged', 'commits-pushed')),
    ).toEqual([null, 'change-not-received', params]);
  });

  it('is the one that a commit in the middle of a push came through', () => {
    const anna = person('anna');
    const own = (name: string) => ({
      commit: sha(name),
      author: anna,
      coAuthors: [],
      title: name,
    });
    const push = pushed(12, undefined, 'm2', anna);
    const queue = {
      ...push,
      predicate: { ...push.predicate, commits: ['a', 'm', 'b', 'm2'].map(own) },
    } as Evidence;
    const changes = [
      merged(1, 12, 'anna', 'a', 'm'),
      merged(2, 12, 'anna', 'b', 'm2'),
    ];
    const find = (name: string) =>
      tell('change-known', [queue, ...changes, deployed(20, name)])[2];
    expect([find('a'), find('m'), find('b'), find('m2')]).toEqual([
      { change: '1' },
      { change: '1' },
      { change: '2' },
      { change: '2' },
    ]);
  });

  it('is known though its push was not received', () => {
    expect(tell('change-known', without('commits-pushed'))).toEqual([
      true,
      'change-known',
      { change: '1' },
    ]);
  });

  it('is found where the deployment names no repository', () => {
    const deployment = deployed(14, C);
    const bare = {
      ...deployment,
      subjects: deployment.subjects.slice(1),
    } as Evidence;
    const all = [...without('service-deployed'), bare];
    expect(tell('change-known', all)[0]).toBe(true);
  });

  it('is not that of the same commit in another repository', () => {
    const all = [
      ...without('change-merged'),
      elsewhere(merged(7, 12, 'anna', 'h', C)),
    ];
    expect(tell('change-known', all)[1]).toBe('change-unknown');
  });
});
