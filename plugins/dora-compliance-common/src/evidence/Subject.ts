import { z } from 'zod';

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
 * The key under which everything known about a subject is found: its digest,
 * or its URI without regard to case (Git hosts answer to both).
 *
 * @public
 */
export function subjectKey(subject: Subject): string {
  const name = subject.digest ?? subject.uri?.replace(/\/+$/, '').toLowerCase();
  if (!name) {
    throw new TypeError(`A ${subject.kind} needs a digest or a URI`);
  }
  return `${subject.kind}|${name}`;
}

/** @public */
export function commitSubject(sha: string): Subject {
  return { kind: 'commit', digest: `gitCommit:${sha.toLowerCase()}` };
}
