import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CollectedDocument,
  problemOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { Repository, repositorySubject } from '../normalise/fields';
import type { Page } from './pages';

/** What the repository itself tells; the first answer of every document. */
export const RepositoryAnswer = Repository.extend({
  default_branch: z.string().min(1),
  private: z.boolean(),
  owner: z.looseObject({ login: z.string(), type: z.string() }),
});

export type RepositoryAnswer = z.output<typeof RepositoryAnswer>;

/** Statements of a document, and what of it could not be read. */
export type Read = { statements: Statement[]; flaws: string[] };

/**
 * The answers of a collected document by what was asked of its repository.
 * An answer that is not what it should be is left out when the document says
 * that it is not complete; else it is thrown as a ZodError.
 */
export class Answers {
  readonly document: CollectedDocument;

  constructor(document: CollectedDocument) {
    this.document = document;
  }

  /** The repository; undefined when it could not be read. */
  get repository(): RepositoryAnswer | undefined {
    return this.one(/^$/, RepositoryAnswer);
  }

  /** The first good answer to a path within the repository. */
  one<T>(path: RegExp, shape: z.ZodType<T>): T | undefined {
    return this.all(path, shape)[0]?.body;
  }

  /** The items of all pages of a list. */
  list<T>(path: RegExp, shape: z.ZodType<Page<T>>, query = ''): T[] {
    return this.all(path, shape)
      .filter(answer => answer.query.includes(query))
      .flatMap(({ body }) => body.items);
  }

  /** The good answers to a path, with what the path matched. */
  all<T>(path: RegExp, shape: z.ZodType<T>) {
    const { answers, complete } = this.document;
    return answers.flatMap(({ request, status, body }) => {
      const asked = pathOf(request);
      const match = asked && path.exec(asked.path);
      if (!match || (status !== 200 && status !== 304)) {
        return [];
      }
      const found = complete
        ? { success: true as const, data: shape.parse(body) }
        : shape.safeParse(body);
      return found.success
        ? [{ match, query: asked.query, body: found.data }]
        : [];
    });
  }

  /** Whether a path was asked for, whatever came of it. */
  asked(path: RegExp): boolean {
    return this.document.answers.some(({ request }) =>
      path.test(pathOf(request)?.path ?? ''),
    );
  }

  /** Whether it is whole; the head of every observation. */
  get completeness() {
    const { complete, problem } = this.document;
    return { complete, ...(problem && { problem }) };
  }

  /** An observation of the repository at the time it was asked. */
  observation<T extends Statement['type']>(
    type: T,
    repository: RepositoryAnswer,
    predicate: Statement<T>['predicate'],
    subjects: Statement['subjects'] = [],
  ): Statement {
    return {
      type,
      subjects: [repositorySubject(repository), ...subjects],
      predicate,
      observedAt: this.document.collectedAt,
      sourceId: 'github',
    } as unknown as Statement;
  }
}

/** Reads each item; one that can't be read is a flaw of the document. */
export function readEach<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  read: (item: T) => Statement[],
): Read {
  const flaws: string[] = [];
  const statements = items.flatMap(item => {
    try {
      return read(item);
    } catch (error) {
      flaws.push(`${nameOf(item)}: ${problemOf(error)}`);
      return [];
    }
  });
  return { statements, flaws };
}

/**
 * What was asked, without the repository; after `org:` without its owner.
 * GitHub's own links name them by their numbers.
 */
function pathOf(request: string) {
  const match =
    /^GET (?:\/repos\/[^/?]+\/[^/?]+|\/repositories\/\d+|(\/orgs\/[^/?]+|\/organizations\/\d+))([^?]*)([^]*)$/.exec(
      request,
    );
  const [, owner, path = '', query = ''] = match ?? [];
  return match && { path: owner ? `org:${path}` : path, query };
}
