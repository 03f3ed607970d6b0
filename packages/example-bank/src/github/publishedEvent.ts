import { buildRepository, buildUser } from './names';

/** Payload of `registry_package`: an image was published. */
export function publishedEvent(published: {
  service: string;
  commit: string;
  digest: string;
  sender: string;
  at: string;
}) {
  const { service, commit, digest, sender, at } = published;
  const page = `https://github.com/orgs/meridian-bank/packages/container/${service}`;
  const repository = buildRepository(service);
  return {
    action: 'published',
    registry_package: {
      name: service,
      package_type: 'CONTAINER',
      html_url: page,
      package_version: {
        version: digest,
        html_url: page,
        created_at: at,
        target_commitish: 'main',
        target_oid: commit,
        container_metadata: {
          tag: { name: commit.slice(0, 7), digest },
          labels: {
            revision: commit,
            source: repository.html_url,
            all_labels: {
              'org.opencontainers.image.revision': commit,
              'org.opencontainers.image.source': repository.html_url,
            },
          },
        },
      },
    },
    repository,
    sender: buildUser(sender),
  };
}
