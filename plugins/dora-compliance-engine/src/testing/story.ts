import {
  canonicalJson,
  commitSubject,
  computeDigest,
  type Evidence,
  type EvidenceType,
  type IctAsset,
  type Identity,
  type Instant,
  type Predicate,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Instants of a story: minutes after it begins. */
export function at(minutes: number): Instant {
  return new Date(
    Date.UTC(2026, 2, 1) + minutes * 60_000,
  ).toISOString() as Instant;
}

const repository: Subject = {
  kind: 'repository',
  uri: 'https://github.com/bank/ledger',
};

export const asset: IctAsset = {
  id: 'urn:backstage:component:default:ledger',
  declared: {},
  problems: [],
  entityRef: 'component:default/ledger',
  kind: 'component',
  title: 'Ledger',
  type: 'service',
  repositories: ['https://github.com/bank/ledger'],
  linked: true,
};

export const sha = (name: string) =>
  computeDigest(name).slice('sha256:'.length, 'sha256:'.length + 40);

export function person(
  login: string,
  kind: Identity['kind'] = 'human',
): Identity {
  return { system: 'github.com', login, kind };
}

export function evidence<T extends EvidenceType>(
  type: T,
  observedAt: Instant,
  predicate: Predicate<T>,
  subjects: Subject[] = [],
): Evidence<T> {
  const statement = {
    type,
    subjects: [repository, ...subjects],
    predicate,
    observedAt,
    sourceId: 'github',
  };
  return {
    ...statement,
    id: computeDigest(canonicalJson(statement)),
    recordedAt: observedAt,
    documentDigest: computeDigest('document'),
    verification: 'authenticated',
    proof: 'secret',
  } as unknown as Evidence<T>;
}

const change = (number: number) => ({
  number: String(number),
  title: `Change ${number}`,
  url: `https://github.com/bank/ledger/pull/${number}`,
});

const changeSubject = (number: number): Subject => ({
  kind: 'change',
  uri: change(number).url,
});

export function updated(
  number: number,
  minutes: number,
  by: string,
  head: string,
  before?: string,
) {
  return evidence(
    'change-updated',
    at(minutes),
    {
      change: change(number),
      pushedBy: person(by),
      headCommit: sha(head),
      ...(before && { before: sha(before) }),
    },
    [changeSubject(number)],
  );
}

export function reviewed(
  number: number,
  minutes: number,
  reviewer: Identity,
  head: string,
  more: Partial<Predicate<'change-reviewed'>> = {},
) {
  return evidence(
    'change-reviewed',
    at(minutes),
    {
      change: change(number),
      reviewId: `${number}-${minutes}`,
      reviewer,
      decision: 'approved',
      commit: sha(head),
      submittedAt: at(minutes),
      mayWrite: true,
      ...more,
    },
    [changeSubject(number)],
  );
}

/** The list of the commits of a change, read after its merge. */
export function commitsObserved(
  number: number,
  minutes: number,
  commits: Predicate<'change-commits-observed'>['commits'],
  more: Partial<Predicate<'change-commits-observed'>> = {},
) {
  return evidence(
    'change-commits-observed',
    at(minutes),
    {
      complete: true,
      change: change(number),
      headCommit: sha('h'),
      commits,
      ...more,
    },
    [changeSubject(number)],
  );
}

export function merged(
  number: number,
  minutes: number,
  author: string,
  head: string,
  commit: string,
) {
  return evidence(
    'change-merged',
    at(minutes),
    {
      change: change(number),
      author: person(author),
      mergedAt: at(minutes),
      headCommit: sha(head),
      mergeCommit: sha(commit),
      targetBranch: 'main',
    },
    [changeSubject(number), commitSubject(sha(commit))],
  );
}

export function pushed(
  minutes: number,
  before: string | undefined,
  after: string,
  author: Identity,
  coAuthors: Identity[] = [],
) {
  return evidence(
    'commits-pushed',
    at(minutes),
    {
      branch: 'main',
      ...(before && { before: sha(before) }),
      after: sha(after),
      forced: false,
      pushedBy: author,
      commits: [{ commit: sha(after), author, coAuthors, title: after }],
    },
    [commitSubject(sha(after))],
  );
}

/** The address of a run of a pipeline on a commit. */
export const nameRun = (commit: string, name = 'Build') =>
  encodeURI(`https://ci/${name}/${commit}`);

export function built(
  minutes: number,
  commit: string,
  outcome: Predicate<'pipeline-run-finished'>['outcome'] = 'success',
  name = 'Build',
  more: Partial<Predicate<'pipeline-run-finished'>> = {},
) {
  return evidence('pipeline-run-finished', at(minutes), {
    pipeline: { name },
    run: { id: commit, attempt: 1, url: nameRun(commit, name) },
    outcome,
    commit: sha(commit),
    trigger: 'push',
    finishedAt: at(minutes),
    ...more,
  });
}

/** What a build says of the artifact that it made of a commit. */
export function attested(
  minutes: number,
  commit: string,
  more: Partial<Predicate<'provenance'>> = {},
) {
  const digest = more.artifact?.digest ?? computeDigest(commit);
  return evidence(
    'provenance',
    at(minutes),
    {
      artifact: { digest },
      predicateType: 'https://slsa.dev/provenance/v1',
      sourceRepository: repository.uri,
      sourceCommit: sha(commit),
      runUrl: nameRun(commit),
      signatureChecked: false,
      ...more,
    },
    [{ kind: 'artifact', digest }],
  );
}

export function deployed(
  minutes: number,
  commit: string,
  more: Partial<Predicate<'service-deployed'>['deployment']> = {},
) {
  return evidence(
    'service-deployed',
    at(minutes),
    {
      deployment: {
        id: String(minutes),
        url: `https://deploy/${minutes}`,
        commit: sha(commit),
        ref: 'main',
        environment: { name: 'production', production: true },
        deployer: person('deployer[bot]', 'bot'),
        artifact: { digest: computeDigest(commit) },
        ...more,
      },
      deployedAt: at(minutes),
    },
    [commitSubject(sha(commit))],
  );
}

/** A sound release: changed, approved, merged, built and deployed. */
export function release(number: number, start: number, before?: string) {
  const head = `head ${number}`;
  const commit = `main ${number}`;
  const anna = person('anna');
  const own = { commit: sha(head), author: anna, coAuthors: [], title: head };
  return [
    updated(number, start, 'anna', head),
    reviewed(number, start + 1, person('marco'), head),
    merged(number, start + 2, 'anna', head, commit),
    pushed(start + 2, before, commit, anna),
    commitsObserved(number, start + 2, [own], { headCommit: sha(head) }),
    built(start + 3, commit),
    attested(start + 3, commit),
    deployed(start + 4, commit),
  ];
}

const entity: Subject = { kind: 'entity', uri: asset.entityRef };

/** The record of the asset: complete, classified, nothing else known of it. */
export function recordObserved(
  more: Partial<Predicate<'asset-record-observed'>> = {},
  minutes = 0,
) {
  return evidence(
    'asset-record-observed',
    at(minutes),
    {
      entityRef: asset.entityRef,
      record: computeDigest('record'),
      missing: [],
      problems: [],
      declared: 'important',
      because: [],
      ...more,
    },
    [entity],
  );
}

export function recordReviewed(
  day: string,
  more: Partial<Predicate<'review-completed'>> = {},
) {
  const reviewedAt = `${day}T10:00:00.000Z` as Instant;
  const reviewer = person('marco');
  const record = computeDigest('record');
  return evidence(
    'review-completed',
    reviewedAt,
    { entityRef: asset.entityRef, record, reviewer, reviewedAt, ...more },
    [entity],
  );
}
