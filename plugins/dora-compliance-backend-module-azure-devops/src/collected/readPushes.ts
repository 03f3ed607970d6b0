import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import type { AzureDevOpsScope } from '../normalise/AzureDevOpsScope';
import { Repository } from '../normalise/fields';
import { pushStatements } from '../normalise/push';
import { Commit } from '../normalise/pushedCommit';
import { isProtected, RefUpdate } from '../normalise/refUpdate';
import { attempt, itemsAt, itemsIn, oneAt, PATHS } from './answers';
import { type CollectedReader, onTarget } from './CollectedReader';

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
export const readPushes: CollectedReader = (document, scope) => {
  const repository = oneAt(document, PATHS.repository, Repository);
  if (!repository) {
    return { statements: [], flaws: [] };
  }
  const { items, flaws } = itemsAt(document, PATHS.pushes, ListedPush);
  const statements = items.flatMap(push =>
    attempt(`push ${push.pushId}`, flaws, () => {
      const read = readOne(push, { document, repository, scope });
      flaws.push(...read.flaws.map(flaw => `push ${push.pushId}: ${flaw}`));
      return read.statements;
    }),
  );
  return {
    statements: statements.map(statement => onTarget(document, statement)),
    flaws,
  };
};

/** Without its commits nothing is said of a push: none is not unknown. */
function readOne(
  push: ListedPush,
  context: {
    document: CollectedDocument;
    repository: z.output<typeof Repository>;
    scope: AzureDevOpsScope;
  },
): { statements: Statement[]; flaws: string[] } {
  const { document, repository, scope } = context;
  const answers = document.answers.filter(
    ({ request }) =>
      PATHS.pushCommits.exec(request)?.[1] === String(push.pushId),
  );
  // A refusal is no list, and so a flaw.
  const commits = itemsIn(
    answers.map(({ body }) => body),
    Commit,
  );
  const isWhole = commits.flaws.length === 0;
  // Those to other branches were listed, but their commits not asked for.
  const isRead = isWhole && answers.length > 0;
  const { statements, flaws } = pushStatements(
    { ...push, repository, commits: isWhole ? commits.items : [] },
    (update, of) => isRead && isProtected(update, of, scope.protectedBranches),
  );
  return {
    statements,
    flaws: isWhole ? flaws : [...flaws, 'its commits are not all known'],
  };
}
