import {
  type PartialReading,
  readStatements,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import type { AzureDevOpsScope } from '../AzureDevOpsScope';
import { Repository } from '../fields';
import { pushStatements } from '../push';
import { Commit } from '../pushedCommit';
import { isProtected, RefUpdate } from '../refUpdate';
import { PATHS } from './paths';
import {
  type AzureDevOpsAnswers,
  itemsIn,
  type PartReader,
} from './AzureDevOpsAnswers';

/** Enough of a listed push to ask for its commits. */
export const ListedPush = z.looseObject({
  pushId: z.number().int(),
  refUpdates: z.array(RefUpdate),
});

type ListedPush = z.output<typeof ListedPush>;

/**
 * Pushes to protected branches and changes of tags and branches, in the words
 * of their event.
 */
export const readPushes: PartReader = (answers, scope) => {
  const repository = answers.one(PATHS.repository, Repository);
  if (!repository) {
    return [];
  }
  const { items, flaws } = answers.items(PATHS.pushes, ListedPush);
  const read = readStatements(
    items,
    ({ pushId }) => `push ${pushId}`,
    push => readOne(push, { answers, repository, scope }),
  );
  return {
    statements: read.statements.map(statement => answers.onTarget(statement)),
    flaws: [...flaws, ...read.flaws],
  };
};

/** A push with unknown commits gives no statement: no commits is something else. */
function readOne(
  push: ListedPush,
  context: {
    answers: AzureDevOpsAnswers;
    repository: z.output<typeof Repository>;
    scope: AzureDevOpsScope;
  },
): PartialReading {
  const { answers, repository, scope } = context;
  const own = answers.document.answers.filter(
    ({ request }) =>
      PATHS.pushCommits.exec(request)?.[1] === String(push.pushId),
  );
  // A refusal is not a list, so it is a flaw.
  const commits = itemsIn(
    own.map(({ body }) => body),
    Commit,
  );
  const isWhole = commits.flaws.length === 0;
  // Those to other branches were listed, but their commits not asked for.
  const isRead = isWhole && own.length > 0;
  const { statements, flaws } = pushStatements(
    { ...push, repository, commits: isWhole ? commits.items : [] },
    (update, of) => isRead && isProtected(update, of, scope.protectedBranches),
  );
  return {
    statements,
    flaws: isWhole ? flaws : [...flaws, 'its commits are not all known'],
  };
}
