import type {
  Instant,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CommitId,
  Moment as AnyMoment,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

export { CommitId };

/** The source all statements are made in the name of. */
export const SOURCE_ID = 'gitlab';

/**
 * A moment as GitLab writes it: RFC 3339, `2021-02-25 21:23:34 UTC` or with an
 * offset in place of UTC. Cut to seconds: webhooks report no more, and the API
 * is to say the same.
 */
export const Moment = z.preprocess(
  value => (typeof value === 'string' ? rfc3339(value) : value),
  AnyMoment.transform(
    instant => instant.replace(/\.\d{3}Z$/, '.000Z') as Instant,
  ),
);

function rfc3339(text: string): string {
  return text
    .replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:)/, '$1T$2')
    .replace(/ UTC$/, 'Z')
    .replace(/ ([+-]\d{2}):?(\d{2})$/, '$1:$2');
}

/** An address for people, e.g. `https://gitlab.com/bank/ledger`. */
export const WebAddress = z
  .string()
  .regex(/^https?:\/\/[^/?#\s]+(\/\S*)?$/i, 'must be an http address')
  .refine(hasNoNul, 'must have no NUL');

/** The path of a project, which becomes a part of addresses. */
export const ProjectPath = z
  .string()
  .min(1)
  .refine(hasNoNul, 'must have no NUL');

/** No address has one, and databases keep none. */
function hasNoNul(text: string): boolean {
  return !text.includes('\0');
}

/** What every version reports about the project of an event. */
export const EventProject = z.looseObject({
  web_url: WebAddress,
  default_branch: z.string().nullish(),
});

export type EventProject = z.output<typeof EventProject>;

export const Project = EventProject.extend({
  id: z.number().int().nullish(),
  path_with_namespace: z.string().min(1),
  ci_config_path: z.string().nullish(),
});

export type Project = z.output<typeof Project>;

/** The host of an address names the system its accounts belong to. */
export function parseSystem(address: string): string {
  return /^https?:\/\/([^/?#\s]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
}

/** Address of the GitLab a project lies on; it may lie below a path. */
export function readInstance(project: Project): string {
  const { web_url: url, path_with_namespace: path } = project;
  return url.toLowerCase().endsWith(`/${path.toLowerCase()}`)
    ? url.slice(0, -path.length - 1)
    : url.replace(/^(https?:\/\/[^/?#]+)[^]*$/i, '$1');
}

export function projectSubject(project: EventProject): Subject {
  return { kind: 'repository', uri: project.web_url };
}

/** A text that can be part of an address, also where it is no valid Unicode. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
