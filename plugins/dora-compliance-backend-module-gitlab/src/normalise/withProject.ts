import { z } from 'zod';
import { WebAddress } from './fields';

const Text = z.string().nullish().catch(undefined);

/** A project under one of the names that versions of GitLab give it. */
const Place = z.looseObject({
  web_url: Text,
  homepage: Text,
  git_http_url: Text,
  http_url: Text,
  url: Text,
});

const Event = z.looseObject({
  project: z.unknown().optional(),
  repository: Place.nullish().catch(undefined),
  object_attributes: z
    .looseObject({ target: Place.nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
});

/**
 * The payload with its `project`. Older versions of GitLab report it as the
 * target of a merge request or as `repository` only.
 */
export function withProject(payload: unknown): unknown {
  const event = Event.safeParse(payload);
  if (!event.success || event.data.project) {
    return payload;
  }
  const { object_attributes: attributes, repository } = event.data;
  for (const place of [attributes?.target, repository]) {
    const address = place && readAddress(place);
    if (address) {
      return { ...event.data, project: { ...place, web_url: address } };
    }
  }
  return payload;
}

/** The web address of a project, by whatever name it is reported. */
export function readAddress(project: unknown): string | undefined {
  const place = Place.safeParse(project);
  if (!place.success) {
    return undefined;
  }
  const { web_url, homepage, git_http_url, http_url, url } = place.data;
  return [web_url, homepage, git_http_url, http_url, url]
    .map(address => WebAddress.safeParse(address).data?.replace(/\.git$/, ''))
    .find(Boolean);
}
