import type { RepositoryAnswer } from '../normalise/api/GithubAnswers';
import type { Span } from './Span';
import type { Inquiry } from './Inquiry';

/** What a part is asked with. */
export type PartContext = {
  /** Has the repository as its first answer. */
  readonly inquiry: Inquiry;
  readonly repository: RepositoryAnswer;
  /** E.g. `/repos/bank/ledger`. */
  readonly path: string;
  /** Branches whose pushes are read, beside the default branch. */
  readonly protectedBranches: readonly string[];
  /**
   * Whether the account that owns the repository is to be read. It is not if it was
   * read a short time ago, for another repository.
   */
  takeOwner(login: string): boolean;
};

/**
 * A part of a repository: one document of what `inquiry` asked, or a document
 * for each inquiry it yields.
 */
export type GithubPart = {
  readonly name: string;
  ask(asking: PartContext, span: Span): Promise<void> | AsyncIterable<Inquiry>;
};
