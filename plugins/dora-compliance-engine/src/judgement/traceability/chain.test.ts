import {
  commitSubject,
  computeDigest,
  type Evidence,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { shorten } from '../../lineage/keys';
import {
  at,
  attested,
  built,
  deployed,
  evidence,
  merged,
  nameRun,
  person,
  pushed,
  release,
  sha,
} from '../../testing/story';
import { judgeTraceability } from './traceability';

const C = 'main 1';
const sound = release(1, 10);
const without = (...types: string[]) =>
  sound.filter(({ type }) => !types.includes(type));
const REPOSITORY = 'https://github.com/bank/ledger';

function judge(all: readonly Evidence[]) {
  const index = new EvidenceIndex(all, at(10_000));
  const { first } = index.deployments.at(-1)!;
  const types = new Map(all.map(({ id, type }) => [id, type]));
  return Object.fromEntries(
    judgeTraceability(first, index).map(one => [
      one.check,
      { ...one, types: one.evidence.map(id => types.get(id as never)) },
    ]),
  );
}
const tell = (check: string, all: readonly Evidence[]) => {
  const { passed, cause } = judge(all)[check]!;
  return [passed, cause.code, cause.params];
};
const elsewhere = <T extends Evidence>(item: T): T => ({
  ...item,
  id: `${item.id}-elsewhere`,
  subjects: [
    { kind: 'repository', uri: 'https://github.com/other/ledger' },
    ...item.subjects.slice(1),
  ],
});

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

describe('where an artifact comes from', () => {
  const CHECK = 'artifact-origin';
  const digest = computeDigest(C);
  const bare = without('provenance');
  const published = (
    more: Partial<Predicate<'artifact-published'>> = {},
    subjects = [commitSubject(sha('none'))],
  ) =>
    evidence(
      'artifact-published',
      at(13),
      {
        package: { ecosystem: 'oci', name: 'ledger' },
        target: sha(C),
        publishedAt: at(13),
        prerelease: false,
        artifacts: [
          { name: 'sources', url: 'https://r/s' },
          { name: 'ledger', url: 'https://r', digest: digest.toUpperCase() },
        ],
        ...more,
      },
      subjects,
    );
  const KNOWN = [true, 'artifact-origin-known', { digest }];
  const UNKNOWN = [null, 'artifact-origin-unknown', { digest }];
  const stranger = (passed: boolean | null, repository: string) => [
    passed,
    'provenance-elsewhere',
    { digest, repository },
  ];
  const OTHER = 'https://github.com/other/ledger';

  it.each<[string, unknown[], Evidence[]]>([
    ['nothing', UNKNOWN, []],
    ['provenance', KNOWN, [attested(13, C)]],
    [
      'provenance without a repository',
      KNOWN,
      [attested(13, C, { sourceRepository: undefined })],
    ],
    [
      'provenance without a commit',
      UNKNOWN,
      [attested(13, C, { sourceCommit: undefined })],
    ],
    [
      'provenance of another commit',
      stranger(false, REPOSITORY),
      [attested(13, C, { sourceCommit: sha('x') })],
    ],
    [
      'provenance of another commit, without a repository',
      stranger(false, sha('x')),
      [
        attested(13, C, {
          sourceCommit: sha('x'),
          sourceRepository: undefined,
        }),
      ],
    ],
    [
      'provenance of another repository',
      stranger(false, OTHER),
      [attested(13, C, { sourceRepository: OTHER })],
    ],
    [
      'provenance of another repository, without a commit',
      stranger(false, OTHER),
      [attested(13, C, { sourceRepository: OTHER, sourceCommit: undefined })],
    ],
    [
      'provenance of another repository beside a matching one',
      stranger(null, OTHER),
      [attested(13, C), attested(13, C, { sourceRepository: OTHER })],
    ],
    [
      'provenance of another artifact',
      UNKNOWN,
      [
        attested(13, C, {
          artifact: { digest: computeDigest('x') },
          sourceCommit: sha(C),
        }),
      ],
    ],
    ['a publication that targets the commit', KNOWN, [published()]],
    [
      'a publication that targets the commit in upper case',
      KNOWN,
      [published({ target: sha(C).toUpperCase() })],
    ],
    [
      'a publication about the commit',
      KNOWN,
      [published({ target: 'main' }, [commitSubject(sha(C))])],
    ],
    [
      'a publication about the commit and others',
      KNOWN,
      [
        published({ target: undefined }, [
          commitSubject(sha('x')),
          commitSubject(sha(C)),
        ]),
      ],
    ],
    [
      'a publication that targets a branch',
      UNKNOWN,
      [published({ target: 'main' })],
    ],
    [
      'a publication without a target',
      UNKNOWN,
      [published({ target: undefined })],
    ],
    ['a publication of another repository', UNKNOWN, [elsewhere(published())]],
    ['a publication without files', UNKNOWN, [published({ artifacts: [] })]],
  ])('is told by %s', (_, answer, more) => {
    expect(tell(CHECK, [...bare, ...more])).toEqual(answer);
  });

  it('lists what names something else first', () => {
    const other = attested(12, C, { sourceRepository: OTHER });
    const all = [...sound, other];
    expect(judge(all)[CHECK]!.evidence[0]).toBe(other.id);
    expect(judge(all)[CHECK]!.evidence).toHaveLength(3);
  });

  it('is not compared with a repository that the deployment does not name', () => {
    const deployment = deployed(14, C);
    const nameless = {
      ...deployment,
      subjects: deployment.subjects.slice(1),
    } as Evidence;
    const all = [
      ...without('service-deployed', 'provenance'),
      attested(13, C, { sourceRepository: OTHER }),
      nameless,
    ];
    expect(tell(CHECK, all)).toEqual(KNOWN);
  });

  it('is not asked of an artifact that two reports name differently', () => {
    const other = {
      ...deployed(15, C, { artifact: { digest: computeDigest('x') } }),
      sourceId: 'argo',
    } as Evidence;
    const checks = judge([...sound, other]);
    expect(checks).not.toHaveProperty(CHECK);
    expect(checks['artifact-identified']).toMatchObject({
      passed: null,
      cause: {
        code: 'artifact-contradicted',
        params: { digest, other: computeDigest('x') },
      },
    });
  });

  it('is not asked of an artifact without a digest', () => {
    const tagged = deployed(14, C, { artifact: { name: 'ledger:latest' } });
    const checks = judge([...without('service-deployed'), tagged]);
    expect(checks).not.toHaveProperty(CHECK);
    expect(checks['artifact-identified']).toMatchObject({
      passed: false,
      cause: { code: 'artifact-unidentified' },
      evidence: [tagged.id],
    });
    // Without a digest no provenance says which run built it.
    expect(checks['built-by-successful-run']!.cause.code).toBe(
      'run-not-linked',
    );
  });

  it('is not known to be of the commit, where the deployment names none', () => {
    const nameless = deployed(14, C, { commit: undefined });
    const all = [...without('service-deployed', 'provenance'), nameless];
    expect(tell(CHECK, [...all, published()])).toEqual(UNKNOWN);
    expect(tell(CHECK, [...all, attested(13, C)])).toEqual(KNOWN);
  });
});
