import type {
  Predicate,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  AnswerReader,
  type CollectedDocument,
  type Reading,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { Repository, repositorySubject } from '../fields';
import type { GithubScope } from '../GithubScope';
import type { Page } from './pages';

const Feature = z.looseObject({ status: z.string() }).nullish();

/** What the repository itself reports; the first answer of every document. */
export const RepositoryAnswer = Repository.extend({
  default_branch: z.string().min(1),
  private: z.boolean(),
  owner: z.looseObject({ login: z.string(), type: z.string() }),
  /** Reported to administrators only. */
  security_and_analysis: z
    .looseObject({
      secret_scanning: Feature,
      secret_scanning_push_protection: Feature,
    })
    .nullish(),
});

export type RepositoryAnswer = z.output<typeof RepositoryAnswer>;

/** Reads statements from the answers of one part. */
export type PartReader = (
  answers: GithubAnswers,
  scope: GithubScope,
) => Reading;

/** The answers of a collected document, by their path in the repository. */
export class GithubAnswers extends AnswerReader {
  constructor(document: CollectedDocument) {
    super(document, { sourceId: 'github', toPath: parsePath });
  }

  /** The repository; undefined when it could not be read. */
  get repository(): RepositoryAnswer | undefined {
    return this.one(/^$/, RepositoryAnswer);
  }

  /** The items of all pages of a list. */
  list<T>(path: RegExp, shape: z.ZodType<Page<T>>): T[] {
    return this.all(path, shape).flatMap(({ items }) => items);
  }

  /** The answers to requests that contain a text. */
  within(text: string): GithubAnswers {
    const answers = this.document.answers.filter(({ request }) =>
      request.includes(text),
    );
    return new GithubAnswers({ ...this.document, answers });
  }

  /** An observation of the repository at the time it was asked. */
  observation<T extends Statement['type']>(
    type: T,
    repository: RepositoryAnswer,
    predicate: Predicate<T>,
    subjects: Statement['subjects'] = [],
  ): Statement {
    return this.observed(
      type,
      [repositorySubject(repository), ...subjects],
      predicate,
    );
  }
}

/**
 * What was asked, without the repository and the query; after `org:` without
 * its owner. GitHub's own links name them by their numbers.
 */
function parsePath(request: string): string {
  const [, owner, path = ''] =
    /^GET (?:\/repos\/[^/?]+\/[^/?]+|\/repositories\/\d+|(\/orgs\/[^/?]+|\/organizations\/\d+))([^?]*)/.exec(
      request,
    ) ?? [undefined, undefined, request];
  return owner ? `org:${path}` : path;
}
