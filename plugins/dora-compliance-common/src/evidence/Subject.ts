import { z } from 'zod';
import { computeDigest } from './Digest';

/**
 * What evidence is about (CDEvents, in-toto), named by a digest where one
 * exists and by a stable URI otherwise.
 *
 * @public
 */
export const Subject = z.object({
  kind: z.enum([
    'organization',
    'repository',
    'branch',
    'commit',
    'change',
    'artifact',
    'pipeline',
    'pipeline-run',
    'pipeline-task',
    'test-suite',
    'finding',
    'environment',
    'deployment',
    'release',
    'tag',
    'incident',
    'alert',
    'entity',
  ]),
  /** Stable address; the web address where the system has one. */
  uri: z
    .string()
    .min(1)
    .refine(uri => !uri.includes('\0'), { message: 'must have no NUL' })
    .optional(),
  /** in-toto digest as `algorithm:value`, e.g. `gitCommit:…`, `sha256:…`. */
  digest: z
    .string()
    .regex(/^[A-Za-z0-9]+:[0-9a-f]+$/, 'must be algorithm:hex')
    .optional(),
});

/** @public */
export type Subject = z.output<typeof Subject>;

/**
 * Longer names stand in a key by their digest: PostgreSQL indexes no more than
 * 2704 bytes of a row, and a character of UTF-16 is at most 3 bytes of UTF-8.
 */
const LONGEST_NAME = 500;

/**
 * The key under which everything known about a subject is found: its digest,
 * or its URI without regard to case (Git hosts answer to both). A name of more
 * than 500 characters is replaced by its digest.
 *
 * @public
 */
export function subjectKey(subject: Subject): string {
  const name =
    subject.digest ?? subject.uri?.replace(/(?<!\/)\/+$/, '').toLowerCase();
  if (!name) {
    throw new TypeError(`A ${subject.kind} needs a digest or a URI`);
  }
  return `${subject.kind}|${
    name.length > LONGEST_NAME ? computeDigest(name) : name
  }`;
}

/** @public */
export function commitSubject(sha: string): Subject {
  return { kind: 'commit', digest: `gitCommit:${sha.toLowerCase()}` };
}
