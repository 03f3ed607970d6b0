import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { RepositoryAnswer } from '../collected/Answers';
import type { Inquiry } from './Inquiry';

/** What a part is asked with. */
export type Asking = {
  /** Has the repository as its first answer. */
  readonly inquiry: Inquiry;
  readonly repository: RepositoryAnswer;
  /** E.g. `/repos/bank/ledger`. */
  readonly path: string;
  /** What happened since is recent. */
  readonly recent: Instant;
};

/**
 * A part of a repository: one document of what `inquiry` asked, or a document
 * for each inquiry it yields.
 */
export type GithubPart = {
  readonly name: string;
  ask(asking: Asking): Promise<void> | AsyncIterable<Inquiry>;
};
