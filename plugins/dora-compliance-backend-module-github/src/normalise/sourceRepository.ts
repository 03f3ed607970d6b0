import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type Repository, WebAddress } from './fields';

/** Where the commits of a change are; null where that repository is gone. */
export const Head = z.looseObject({ html_url: WebAddress.nullish() }).nullish();

type SourceRepository =
  Statement<'change-merged'>['predicate']['sourceRepository'];

/**
 * Undefined where it is not reported. The repository of a change is never gone.
 */
export function readSourceRepository(
  head: z.output<typeof Head>,
  repository: Repository,
): SourceRepository {
  if (head === null) {
    return { fork: true };
  }
  const url = head?.html_url;
  return url
    ? { url, fork: url.toLowerCase() !== repository.html_url.toLowerCase() }
    : undefined;
}
