import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evaluateControl } from '../../evaluate/evaluateControl';
import { traceability } from '../../testing/controls';
import {
  asset,
  at,
  built,
  deployed,
  evidence,
  attested,
  release,
  sha,
} from '../../testing/story';

const judge = (all: readonly Evidence[]) => {
  const { status, reason } = evaluateControl(traceability, {
    asset,
    evidence: all,
    asOf: at(10_000),
    sourceHeard: true,
    gaps: [],
    people: [],
  });
  return `${status}: ${reason.code}`;
};

const sound = release(1, 10);
const without = (...types: string[]) =>
  sound.filter(({ type }) => !types.includes(type));
const commit = 'main 1';
const label = built(13, commit, 'success', 'Label');
const SOUND = 'satisfied: all-members-satisfied';

/** As if another repository or another source reported it. */
const elsewhere = (item: Evidence) =>
  ({
    ...item,
    subjects: [{ kind: 'repository', uri: 'https://github.com/other/ledger' }],
  } as unknown as Evidence);

describe('CHG-05: what was deployed was built from its change', () => {
  const oneRun = (more: Partial<Predicate<'pipeline-run-finished'>> = {}) => [
    ...without('pipeline-run-finished', 'service-deployed', 'provenance'),
    attested(12, commit, { runUrl: undefined }),
    built(16, commit, 'success', 'Release', more),
    deployed(14, commit, { runUrl: 'https://ci/Release/main%201' }),
  ];
  const published = evidence('artifact-published', at(13), {
    package: { ecosystem: 'oci', name: 'ledger' },
    target: sha(commit),
    publishedAt: at(13),
    prerelease: false,
    artifacts: [
      { name: 'ledger', url: 'https://r', digest: computeDigest(commit) },
    ],
  });

  it.each<[string, string, Evidence[]]>([
    ['an unbroken chain', SOUND, sound],
    ['a label beside the build', SOUND, [...sound, label]],
    [
      'an invented digest',
      'not-assessed: artifact-origin-unknown',
      [
        ...without('service-deployed'),
        deployed(14, commit, {
          artifact: { digest: computeDigest('invented') },
          runUrl: 'https://ci/Build/main%201',
        }),
      ],
    ],
    [
      'a failed build beside a succeeded label',
      'not-satisfied: run-failed',
      [
        ...without('pipeline-run-finished'),
        built(13, commit, 'failure'),
        label,
      ],
    ],
    [
      'the same without provenance',
      'not-assessed: build-run-unclear',
      [
        ...without('pipeline-run-finished', 'provenance'),
        built(13, commit, 'failure'),
        label,
      ],
    ],
    [
      'a label alone',
      'not-assessed: run-not-linked',
      [...without('pipeline-run-finished', 'provenance'), label, published],
    ],
    [
      'provenance that names another repository',
      'not-satisfied: provenance-elsewhere',
      [
        ...without('provenance', 'service-deployed'),
        attested(13, commit, {
          sourceRepository: 'https://github.com/other/ledger',
          runUrl: undefined,
        }),
        deployed(14, commit, { runUrl: 'https://ci/Build/main%201' }),
      ],
    ],
    [
      'provenance of another commit',
      'not-satisfied: provenance-elsewhere',
      [
        ...without('provenance', 'service-deployed'),
        attested(13, commit, { sourceCommit: sha('other') }),
        deployed(14, commit, { runUrl: 'https://ci/Build/main%201' }),
      ],
    ],
    [
      'a run of another repository',
      'not-assessed: run-not-finished',
      [...without('pipeline-run-finished'), elsewhere(built(13, commit))],
    ],
    [
      'a run that another source reports otherwise',
      'not-satisfied: run-failed',
      [
        ...sound,
        { ...built(13, commit, 'failure'), sourceId: 'cdevents' } as Evidence,
      ],
    ],
    ['one workflow that builds and deploys', SOUND, oneRun()],
    [
      'one workflow whose end was not received',
      'not-assessed: run-not-finished',
      oneRun().filter(({ type }) => type !== 'pipeline-run-finished'),
    ],
    [
      'a run that was not received',
      'not-assessed: no-run',
      without('pipeline-run-finished', 'provenance'),
    ],
    [
      'a change that was not received',
      'not-assessed: change-not-received',
      without('change-merged', 'commits-pushed'),
    ],
    [
      'a push without a change',
      'not-satisfied: change-unknown',
      without('change-merged'),
    ],
    [
      'a run that began before the deployment and ended after it',
      'not-assessed: run-not-linked',
      [
        ...without('pipeline-run-finished', 'provenance'),
        built(20, commit, 'success', 'Build', { startedAt: at(11) }),
        published,
      ],
    ],
    [
      'two reports that name different artifacts',
      'not-assessed: artifact-contradicted',
      [
        ...sound,
        {
          ...deployed(15, commit, {
            artifact: { digest: computeDigest('other') },
          }),
          sourceId: 'cdevents',
        } as Evidence,
      ],
    ],
    [
      'a publication and the run that deployed',
      SOUND,
      [...oneRun().filter(({ type }) => type !== 'provenance'), published],
    ],
  ])('%s: %s', (_, result, all) => {
    expect(judge(all)).toBe(result);
  });
});
