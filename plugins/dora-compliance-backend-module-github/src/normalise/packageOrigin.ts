import { z } from 'zod';
import { Commit, type Repository } from './fields';

const Labels = z.looseObject({
  revision: z.string().nullish(),
  source: z.string().nullish(),
  all_labels: z.record(z.string(), z.unknown()).nullish(),
});

/** What a version of a package reports about its source. */
export const Origin = z.looseObject({
  target_commitish: z.string().nullish(),
  target_oid: z.string().nullish(),
  container_metadata: z
    .looseObject({ labels: Labels.nullish().catch(null) })
    .nullish(),
});

type Origin = z.output<typeof Origin>;

const REVISION = 'org.opencontainers.image.revision';
const SOURCE = 'org.opencontainers.image.source';

/**
 * The commit a package was made from. An image reports it in its labels; where
 * GitHub names the target of an image, it may mean the digest of the image
 * itself. Whatever the version calls a digest is no commit.
 */
export function findCommit(
  version: Origin,
  repository: Repository | undefined,
): string | undefined {
  const image = version.container_metadata;
  const digests = digestsIn(version);
  const told = [
    image && findRevision(image.labels, repository),
    version.target_oid,
  ];
  return told
    .map(id => Commit.safeParse(id).data?.toLowerCase())
    .find(id => id && !digests.has(id) && !(image && isSha256(id)));
}

/** The branch or commit a package was made from, in the words of GitHub. */
export function findTarget(
  version: Origin,
  commit: string | undefined,
): string | undefined {
  const told = version.target_commitish || undefined;
  return told && !isDigest(told) ? told : commit;
}

/**
 * The revision in the labels of an image. Labels are inherited from the image
 * below: those that name another source are of another repository.
 */
function findRevision(
  labels: z.output<typeof Labels> | null | undefined,
  repository: Repository | undefined,
): unknown {
  const all = labels?.all_labels;
  const source = all?.[SOURCE] || labels?.source;
  const isForeign =
    repository &&
    typeof source === 'string' &&
    source &&
    toRepositoryPath(source) !== toRepositoryPath(repository.html_url);
  return isForeign ? undefined : all?.[REVISION] || labels?.revision;
}

/** `host/owner/name` of an address in any of the forms git knows. */
function toRepositoryPath(address: string): string {
  const [host, owner, name] = address
    .trim()
    .toLowerCase()
    .replace(/^[a-z+]+:\/\//, '')
    .replace(/^[^@/]+@/, '')
    .replace(':', '/')
    .split(/[/?#]/);
  return `${host}/${owner}/${name?.replace(/\.git$/, '')}`;
}

/** All that is called `sha256:…` or `sha256` anywhere in a version. */
function digestsIn(version: Origin): Set<string> {
  const text = JSON.stringify(version);
  const digests = text.matchAll(/sha256(?::|\\?":\\?")([0-9a-f]{64})\b/gi);
  return new Set([...digests].map(([, hex]) => hex!.toLowerCase()));
}

function isDigest(text: string): boolean {
  return /^[a-z0-9+._-]+:[0-9a-f]+$/i.test(text) || isSha256(text);
}

function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text);
}
