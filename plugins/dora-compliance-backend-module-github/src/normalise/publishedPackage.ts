import {
  commitSubject,
  type Instant,
  type Predicate,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireMoment } from './DeliveryContext';
import {
  toIdentity,
  Moment,
  Repository,
  repositorySubject,
  User,
  WebAddress,
} from './fields';
import { findCommit, Origin, findTarget } from './packageOrigin';

/** Not reported on each package of an organization. */
const Page = z.union([WebAddress, z.literal('')]).nullish();

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/i);

const Version = Origin.extend({
  version: z.string().nullish(),
  html_url: Page,
  prerelease: z.boolean().nullish(),
  created_at: Moment.nullish(),
  author: User.nullish(),
  container_metadata: Origin.shape.container_metadata
    .unwrap()
    .unwrap()
    .extend({
      tag: z
        .looseObject({
          name: z.string().nullish(),
          digest: z.string().nullish(),
        })
        .nullish(),
      manifest: z
        .looseObject({ digest: z.string().nullish() })
        .nullish()
        .catch(null),
    })
    .nullish(),
  package_files: z
    .array(
      z.looseObject({
        name: z.string(),
        download_url: z.string().nullish(),
        sha256: z.string().nullish(),
      }),
    )
    .nullish(),
});

type Version = z.output<typeof Version>;

const Package = z.looseObject({
  name: z.string().min(1),
  package_type: z.string().min(1),
  html_url: Page,
  package_version: Version.nullish(),
});

type Package = z.output<typeof Package>;

const Event = z.looseObject({
  action: z.string(),
  repository: Repository.nullish(),
  sender: User.nullish(),
});

/** `package`: published. */
export function readPackage(payload: unknown, context: DeliveryContext) {
  const { package: item } = z
    .looseObject({ package: z.unknown().optional() })
    .parse(payload);
  return readPublished(payload, item, context);
}

/** `registry_package`: published; the same under another name. */
export function readRegistryPackage(
  payload: unknown,
  context: DeliveryContext,
) {
  const { registry_package: item } = z
    .looseObject({ registry_package: z.unknown().optional() })
    .parse(payload);
  return readPublished(payload, item, context);
}

function readPublished(
  payload: unknown,
  published: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action, repository, sender } = Event.parse(payload);
  if (action !== 'published') {
    return [];
  }
  const item = Package.parse(published);
  const version = item.package_version ?? undefined;
  const publisher = version?.author?.login ? version.author : sender;
  const publishedAt = readCreatedAt(version) ?? requireMoment(context);
  const artifacts = version ? readArtifacts(item, version) : [];
  const commit = version && findCommit(version, repository ?? undefined);
  const target = version && findTarget(version, commit);
  const page = version?.html_url || item.html_url || undefined;
  const located = repository ?? (page ? { html_url: page } : undefined);
  return [
    {
      type: 'artifact-published',
      subjects: [
        // A package of an organization may belong to no repository.
        ...(repository ? [repositorySubject(repository)] : []),
        ...listSubjects(page, commit, artifacts),
      ],
      predicate: {
        package: {
          ecosystem: toEcosystem(item.package_type),
          name: item.name,
          ...readVersion(version),
          ...(page && { url: page }),
        },
        ...(target && { target }),
        ...(publisher &&
          located && { publishedBy: toIdentity(publisher, located) }),
        publishedAt,
        prerelease: version?.prerelease ?? false,
        artifacts,
      },
      observedAt: publishedAt,
      sourceId: 'github',
    },
  ];
}

/** Of a container the registry reports the year 1, which is no moment. */
function readCreatedAt(version: Version | undefined): Instant | undefined {
  const at = version?.created_at ?? undefined;
  return at && at >= '1970' ? at : undefined;
}

type Artifacts = Predicate<'artifact-published'>['artifacts'];

/** The image of a container, or the files of any other package. */
function readArtifacts(item: Package, version: Version): Artifacts {
  const digest = imageDigest(version);
  const url = version.html_url || item.html_url || '';
  const image = digest ? [{ name: item.name, url, digest }] : [];
  const files = (version.package_files ?? []).map(file => {
    const sha256 = Sha256.safeParse(file.sha256).data?.toLowerCase();
    return {
      name: file.name,
      url: WebAddress.safeParse(file.download_url).data ?? url,
      ...(sha256 && { digest: `sha256:${sha256}` }),
    };
  });
  return [...image, ...files];
}

/** A container is versioned by its digest; a tag is only reported beside it. */
function imageDigest(version: Version): string | undefined {
  const { tag, manifest } = version.container_metadata ?? {};
  return [tag?.digest, manifest?.digest, version.version]
    .map(told => /^sha256:([0-9a-f]{64})$/i.exec(told ?? '')?.[0])
    .find(Boolean)
    ?.toLowerCase();
}

function readVersion(version: Version | undefined) {
  const told = version?.container_metadata?.tag?.name || version?.version;
  return told ? { version: told } : {};
}

/** GitHub's kinds of registries in the words of purl. */
function toEcosystem(type: string): string {
  const kind = type.toLowerCase();
  switch (kind) {
    case 'docker':
    case 'container':
      return 'oci';
    case 'rubygems':
      return 'gem';
    default:
      return kind;
  }
}

function listSubjects(
  page: string | undefined,
  commit: string | undefined,
  artifacts: Artifacts,
): Subject[] {
  const digests = artifacts.flatMap(({ digest }) => digest ?? []);
  if (!page && digests.length === 0) {
    throw new TypeError(
      'package.html_url is missing, and the payload has no digest',
    );
  }
  return [
    ...(commit ? [commitSubject(commit)] : []),
    ...(page ? [{ kind: 'artifact' as const, uri: page }] : []),
    ...[...new Set(digests)].map(digest => ({
      kind: 'artifact' as const,
      digest,
    })),
  ];
}
