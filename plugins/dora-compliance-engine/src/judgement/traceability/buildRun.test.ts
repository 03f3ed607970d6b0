import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { shorten } from '../../lineage/keys';
import { at, built, deployed, nameRun, sha } from '../../testing/story';
import { C, without, judge, tell, elsewhere } from '../../testing/soundChain';

describe('the run that built', () => {
  const CHECK = 'built-by-successful-run';
  const params = { commit: shorten(sha(C)), pipeline: 'Build' };
  const linked = without('pipeline-run-finished');
  const unlinked = without('pipeline-run-finished', 'provenance');
  const attempt = (
    number: number,
    outcome: Predicate<'pipeline-run-finished'>['outcome'],
    minutes = 13,
  ) =>
    built(minutes, C, outcome, 'Build', {
      run: { id: '1', attempt: number, url: nameRun(C) },
    });

  it('counts by its last attempt', () => {
    const [failed, good] = [attempt(1, 'failure', 12), attempt(2, 'success')];
    expect(tell(CHECK, [...linked, good, failed])).toEqual([
      true,
      'run-succeeded',
      params,
    ]);
    const again = attempt(3, 'cancelled', 13.5);
    expect(tell(CHECK, [...linked, good, failed, again])).toEqual([
      false,
      'run-failed',
      { ...params, outcome: 'cancelled' },
    ]);
  });

  it('is not an attempt that began after the deployment', () => {
    const again = (minutes: number) =>
      built(20, C, 'failure', 'Build', {
        run: { id: '1', attempt: 2, url: nameRun(C) },
        startedAt: at(minutes),
      });
    const good = built(13, C, 'success', 'Build', {
      run: { id: '1', attempt: 1, url: nameRun(C) },
      startedAt: at(12),
    });
    expect(tell(CHECK, [...linked, good, again(15)])[1]).toBe('run-succeeded');
    expect(tell(CHECK, [...linked, good, again(14)])[1]).toBe('run-failed');
  });

  it('lists what decides first', () => {
    const bad = attempt(2, 'failure');
    const { evidence: ids } = judge([
      ...linked,
      attempt(1, 'success', 12),
      bad,
    ])[CHECK]!;
    expect(ids[0]).toBe(bad.id);
    expect(ids).toHaveLength(4);
  });

  it('counts if it ended at the deployment, not after it', () => {
    expect(tell(CHECK, [...linked, built(14, C)])[1]).toBe('run-succeeded');
    expect(tell(CHECK, [...linked, built(15, C)])).toEqual([
      false,
      'run-after-deployment',
      params,
    ]);
  });

  const begun = (minutes: number | undefined) =>
    built(20, C, 'success', 'Build', {
      startedAt: minutes === undefined ? undefined : at(minutes),
    });

  it.each([
    [null, 'run-not-linked', 14],
    [false, 'run-after-deployment', 15],
    [false, 'run-after-deployment', undefined],
  ])('may have built before it ended: %s, %s', (passed, code, minutes) => {
    for (const all of [linked, unlinked]) {
      expect(tell(CHECK, [...all, begun(minutes)])).toEqual([
        passed,
        code,
        params,
      ]);
    }
  });

  it('is not known where the provenance names a run that was not received', () => {
    expect(tell(CHECK, linked)).toEqual([
      null,
      'run-not-finished',
      { commit: params.commit },
    ]);
    expect(tell(CHECK, unlinked)).toEqual([
      null,
      'no-run',
      { commit: params.commit },
    ]);
  });

  it('is not linked by its success alone', () => {
    expect(tell(CHECK, [...unlinked, built(14, C)])).toEqual([
      null,
      'run-not-linked',
      params,
    ]);
    const bad = built(12, C, 'failure', 'Test');
    expect(tell(CHECK, [...unlinked, built(13, C), bad])).toEqual([
      null,
      'build-run-unclear',
      { commit: params.commit, failed: 'Test', succeeded: 'Build' },
    ]);
    const skipped = built(12, C, 'skipped', 'Test');
    expect(tell(CHECK, [...unlinked, built(13, C), skipped])[1]).toBe(
      'run-not-linked',
    );
    // What failed after the deployment says nothing about what was deployed.
    const later = built(15, C, 'failure', 'Test');
    expect(tell(CHECK, [...unlinked, built(13, C), later])[1]).toBe(
      'run-not-linked',
    );
  });

  it('failed, if all did; the last one is named', () => {
    const all = [
      ...unlinked,
      built(11, C, 'cancelled', 'Lint'),
      built(12, C, 'cancelled', 'Test'),
      built(13, C, 'failure'),
    ];
    expect(tell(CHECK, all)).toEqual([
      false,
      'run-failed',
      { ...params, outcome: 'failure' },
    ]);
  });

  it('is not one on another commit, on none, or of another repository', () => {
    const all = [
      ...unlinked,
      built(13, 'other'),
      built(13, C, 'success', 'Build', { commit: undefined }),
      elsewhere(built(13, C)),
    ];
    expect(tell(CHECK, all)[1]).toBe('no-run');
  });

  it('is found in any repository, if the deployment names none', () => {
    const deployment = deployed(14, C);
    const bare = {
      ...deployment,
      subjects: deployment.subjects.slice(1),
    } as Evidence;
    const all = [...without('service-deployed'), bare];
    expect(tell(CHECK, all)[1]).toBe('run-succeeded');
  });
});
