import {
  commitSubject,
  computeDigest,
  type Evidence,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at, attested, deployed, evidence, sha } from '../../testing/story';
import {
  C,
  without,
  REPOSITORY,
  judge,
  tell,
  elsewhere,
  sound,
} from '../../testing/soundChain';

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
