import { CommitId } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import type { BuildJson } from './BuildJson';
import { toBranchName } from './fields';
import { repositoryUrl } from './repositoryUrl';

/** What a build was made from, as far as it is sure. */
type BuildSource = {
  readonly repository?: string;
  readonly commit?: string;
  readonly branch?: string;
  /** Why nothing is sure, though Jenkins reports on commits. */
  readonly flaw?: string;
};

/**
 * The repository and commit of a build. Jenkins lists every checkout, those of
 * shared libraries too. The one of the repository of the job is taken, else the
 * one of the commit that a branch was to be built of, else a single one; one
 * that can't be read may be the one that is built.
 */
export function readBuildSource(
  build: BuildJson,
  repository?: string,
): BuildSource {
  const all = build.actions.filter(
    ({ lastBuiltRevision, remoteUrls }) => lastBuiltRevision || remoteUrls,
  );
  const checkouts = all.flatMap(checkoutIn);
  const ofBranch = checkouts.filter(({ commit }) => commit === findHead(build));
  const isFound = repository !== undefined || ofBranch.length > 0;
  const own = repository
    ? checkouts.filter(checkout => isSame(checkout.repository, repository))
    : (isFound && ofBranch) || checkouts;
  const [first] = own;
  const isSure =
    new Set(own.map(toKey)).size === 1 &&
    (isFound || checkouts.length === all.length);
  if (!first || !isSure) {
    return {
      ...(repository && { repository }),
      ...(checkouts.length > 0 && {
        flaw: `Build ${build.url} names several checkouts; which one was built is not told`,
      }),
    };
  }
  const from = repository ?? first.repository;
  return {
    commit: first.commit,
    ...(from && { repository: from }),
    ...(first.branch && { branch: first.branch }),
  };
}

const Revision = z.looseObject({ hash: CommitId });

/** The commit that a branch was to be built of, where the build reports. */
function findHead({ actions }: BuildJson): string | undefined {
  const hashes = actions
    .filter(({ _class }) => _class === 'jenkins.scm.api.SCMRevisionAction')
    .flatMap(({ revision }) => Revision.safeParse(revision).data?.hash ?? []);
  return hashes.length === 1 ? hashes[0]!.toLowerCase() : undefined;
}

/** The commit and repository of a checkout; none where one is not sure. */
function checkoutIn({
  lastBuiltRevision: revision,
  remoteUrls,
}: BuildJson['actions'][number]) {
  const commit = CommitId.safeParse(revision?.SHA1).data;
  const urls = new Set(
    (remoteUrls ?? []).flatMap(url => repositoryUrl(url) ?? []),
  );
  return commit && urls.size < 2
    ? [
        {
          commit: commit.toLowerCase(),
          repository: [...urls][0],
          branch: toBranchName(revision?.branch?.[0]?.name),
        },
      ]
    : [];
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function toKey({
  commit,
  repository,
}: {
  commit: string;
  repository?: string;
}) {
  return `${repository?.toLowerCase()} ${commit}`;
}
