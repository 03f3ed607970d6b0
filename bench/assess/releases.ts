import { createHash } from 'node:crypto';
import {
  commitSubject,
  computeDigest,
  type EvidenceType,
  type Identity,
  type Instant,
  type Predicate,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { shiftInstant } from '../../plugins/dora-compliance-backend/src/kernel/worker/shiftInstant';
import { buildRepositoryUrl } from './bank';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The first release of an asset was so long ago, in milliseconds. */
const BEGIN = 80 * DAY;

/** The source in whose name the evidence is kept. */
const SOURCE = 'github';

const person = (login: string): Identity => ({
  system: 'github.com',
  login,
  kind: 'human',
});

const sha = (text: string) => createHash('sha1').update(text).digest('hex');

/** The commit by which a release arrived on the default branch. */
const computeTip = (asset: number, release: number) =>
  sha(`tip ${asset} ${release}`);

/** What all pieces of evidence of a release have in common. */
function createRelease(asset: number, release: number, at: Instant) {
  const url = buildRepositoryUrl(asset);
  const number = String(release + 1);
  const change = {
    number,
    title: `Release ${number}`,
    url: `${url}/pull/${number}`,
  };
  const repository: Subject = { kind: 'repository', uri: url };
  const tip = computeTip(asset, release);
  return {
    id: `${asset}-${release}`,
    url,
    change,
    repository,
    ofChange: [repository, { kind: 'change', uri: change.url }] as Subject[],
    tip,
    ofTip: [repository, commitSubject(tip)] as Subject[],
    before: release > 0 ? computeTip(asset, release - 1) : undefined,
    head: sha(`head ${asset} ${release}`),
    author: person(`developer-${asset % 500}`),
    lead: person(`lead-${asset % 50}`),
    isSelfApproved: (asset + release) % 10 === 0,
    isNamed: (asset + release) % 7 !== 0,
    after: (minutes: number) => shiftInstant(at, minutes * MINUTE),
  };
}

type Release = ReturnType<typeof createRelease>;

function createStatement<T extends EvidenceType>(
  type: T,
  observedAt: Instant,
  subjects: Subject[],
  predicate: Predicate<T>,
): Statement {
  const statement = { type, subjects, predicate, observedAt, sourceId: SOURCE };
  return statement as unknown as Statement;
}

/** Its change is opened, updated, approved and merged. */
function reviewRelease(release: Release): Statement[] {
  const { id, change, ofChange, head, tip, author, lead, after } = release;
  const first = sha(`first ${id}`);
  const updated = (minutes: number, headCommit: string, before?: string) =>
    createStatement('change-updated', after(minutes), ofChange, {
      change,
      pushedBy: author,
      headCommit,
      ...(before && { before }),
    });
  return [
    updated(0, first),
    updated(10, head, first),
    createStatement('change-commits-observed', after(30), ofChange, {
      complete: true,
      change,
      headCommit: head,
      total: 1,
      commits: [{ commit: head, author, coAuthors: [], title: change.title }],
    }),
    createStatement('change-reviewed', after(20), ofChange, {
      change,
      reviewId: id,
      reviewer: release.isSelfApproved ? author : lead,
      decision: 'approved',
      commit: head,
      submittedAt: after(20),
      mayWrite: true,
    }),
    createStatement(
      'change-merged',
      after(30),
      [...ofChange, commitSubject(tip)],
      {
        change,
        author,
        mergedBy: lead,
        mergedAt: after(30),
        headCommit: head,
        mergeCommit: tip,
        targetBranch: 'main',
        commitCount: 1,
      },
    ),
  ];
}

/** It is pushed, built and deployed. */
function deployRelease(release: Release): Statement[] {
  const { id, url, change, ofTip, tip, before, author, lead, after } = release;
  return [
    createStatement('commits-pushed', after(30), ofTip, {
      branch: 'main',
      ...(before && { before }),
      after: tip,
      forced: false,
      pushedBy: lead,
      commits: [{ commit: tip, author, coAuthors: [], title: change.title }],
    }),
    createStatement('pipeline-run-finished', after(40), ofTip, {
      pipeline: { name: 'Build', path: '.github/workflows/build.yml' },
      run: { id, attempt: 1, url: `${url}/actions/runs/${id}` },
      outcome: 'success',
      commit: tip,
      branch: 'main',
      trigger: 'push',
      finishedAt: after(40),
    }),
    ...(release.isNamed
      ? [
          createStatement('provenance', after(40), ofTip, {
            artifact: { digest: computeDigest(tip) },
            predicateType: 'https://slsa.dev/provenance/v1',
            sourceRepository: url,
            sourceCommit: tip,
            runUrl: `${url}/actions/runs/${id}`,
            signatureChecked: false,
          }),
        ]
      : []),
    createStatement('service-deployed', after(50), ofTip, {
      deployment: {
        id,
        url: `${url}/deployments/${id}`,
        commit: tip,
        ref: 'main',
        environment: { name: 'production', production: true },
        deployer: { ...person('deploy[bot]'), kind: 'bot' },
        ...(release.isNamed && {
          artifact: { name: 'service', digest: computeDigest(tip) },
        }),
      },
      deployedAt: after(50),
    }),
  ];
}

/**
 * All that is reported of the releases of the nth asset, which are spread over the
 * last eighty days. The author approves every tenth one, and every seventh does
 * not name its artifact.
 */
export function buildReleases(
  asset: number,
  releases: number,
  now: Instant,
): Statement[] {
  return Array.from({ length: releases }, (_, n) => {
    const ago = BEGIN - (n * BEGIN) / releases - (asset % 1000) * MINUTE;
    const release = createRelease(asset, n, shiftInstant(now, -ago));
    return [...reviewRelease(release), ...deployRelease(release)];
  }).flat();
}
