import {
  commitSubject,
  type Evidence,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { findRepository, isSameCommit } from '../../lineage/keys';
import type { TimedCheck } from '../../registry/Judgement';
import { listIds } from '../listIds';
import { reason } from './reasons';

/** Identifies exactly one artifact; a tag such as `latest` does not. */
const DIGEST = /^sha(256|384|512):[0-9a-f]{64,}$/i;

type Provenance = Evidence<'provenance'>;

/** What is known of how the artifact of a deployment was made. */
export type Origin = {
  digest?: string;
  /** Another digest, where two reports of the deployment disagree. */
  other?: string;
  /** Provenance that names the repository or the commit that was deployed. */
  matching: readonly Provenance[];
  /** Provenance that names another repository or commit. */
  elsewhere: readonly Provenance[];
  /** Publications from the deployed commit. */
  published: readonly Evidence<'artifact-published'>[];
};

export function findOrigin(
  { digests, commit, repository }: KnownDeployment,
  index: EvidenceIndex,
): Origin {
  const [digest, other] = digests.filter(one => DIGEST.test(one));
  if (digest === undefined) {
    return { matching: [], elsewhere: [], published: [] };
  }
  const made = index.findBy(
    'provenance',
    {
      by: 'digest',
      toKeys: ({ predicate }) => [predicate.artifact.digest.toLowerCase()],
    },
    digest,
  );
  const elsewhere = made.filter(({ predicate }) => {
    const { sourceRepository: from, sourceCommit } = predicate;
    return (
      (from !== undefined && repository !== undefined
        ? toKey(from) !== repository
        : false) ||
      (sourceCommit !== undefined &&
        commit !== undefined &&
        !isSameCommit(sourceCommit, commit))
    );
  });
  return {
    digest,
    ...(other && { other }),
    elsewhere,
    matching: made.filter(
      item =>
        !elsewhere.includes(item) &&
        // The repository alone does not say which commit it was made of.
        item.predicate.sourceCommit !== undefined,
    ),
    published: index
      .findBy(
        'artifact-published',
        {
          by: 'digest',
          toKeys: ({ predicate }) =>
            predicate.artifacts.flatMap(one => one.digest?.toLowerCase() ?? []),
        },
        digest,
      )
      .filter(
        item =>
          findRepository(item) === repository &&
          commit !== undefined &&
          isOfCommit(item, commit),
      ),
  };
}

function isOfCommit(
  { subjects, predicate }: Evidence<'artifact-published'>,
  commit: string,
): boolean {
  const wanted = subjectKey(commitSubject(commit));
  return (
    isSameText(predicate.target, commit) ||
    subjects.some(
      subject => subject.kind === 'commit' && subjectKey(subject) === wanted,
    )
  );
}

export function checkArtifact(
  { reports }: KnownDeployment,
  origin: Origin,
): TimedCheck[] {
  const { digest, other } = origin;
  const evidence = listIds(reports);
  const check = 'artifact-identified';
  if (digest === undefined) {
    const cause = reason('artifact-unidentified');
    return [{ check, passed: false, cause, evidence }];
  }
  if (other !== undefined) {
    const cause = reason('artifact-contradicted', { digest, other });
    return [{ check, passed: null, cause, evidence }];
  }
  const cause = reason('artifact-identified', { digest });
  return [
    { check, passed: true, cause, evidence },
    checkOrigin(digest, origin, reports),
  ];
}

/** Whether something besides the deployment says that the artifact was made. */
function checkOrigin(
  digest: string,
  { matching, elsewhere, published }: Origin,
  reports: readonly Evidence[],
): TimedCheck {
  const known = [...matching, ...published];
  const [stranger] = elsewhere;
  const check = 'artifact-origin';
  const evidence = listIds([...elsewhere, ...known, ...reports]);
  if (stranger) {
    const { sourceRepository, sourceCommit = '' } = stranger.predicate;
    const repository = sourceRepository ?? sourceCommit;
    return {
      check,
      passed: known.length > 0 ? null : false,
      cause: reason('provenance-elsewhere', { digest, repository }),
      evidence,
    };
  }
  return known.length > 0
    ? {
        check,
        passed: true,
        cause: reason('artifact-origin-known', { digest }),
        evidence,
      }
    : {
        check,
        passed: null,
        cause: reason('artifact-origin-unknown', { digest }),
        evidence,
      };
}

function toKey(uri: string): string {
  return subjectKey({ kind: 'repository', uri });
}

function isSameText(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}
