import type {
  Identity,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Commit, toIdentity, type Repository, User } from '../fields';
import { readCoAuthors, toPerson } from '../commitPeople';

const Person = z.looseObject({
  name: z.string().nullish(),
  email: z.string().nullish(),
});

/** A commit as GitHub lists it; an account it can't tell is null or empty. */
export const CommitAnswer = z.looseObject({
  sha: Commit,
  commit: z.looseObject({
    message: z.string(),
    author: Person.nullable(),
    committer: Person.nullable(),
    verification: z
      .looseObject({ verified: z.boolean(), reason: z.string().optional() })
      .optional(),
  }),
  author: z.union([User, z.strictObject({})]).nullish(),
  committer: z.union([User, z.strictObject({})]).nullish(),
});

export type CommitAnswer = z.output<typeof CommitAnswer>;

/** Commits that are reachable from one commit and not from another. */
export const Comparison = z
  .looseObject({
    total_commits: z.number().int().nonnegative(),
    commits: z.array(CommitAnswer),
  })
  .transform(({ total_commits: total, commits: items }) => ({ items, total }));

/** The same where it may list less than there are; its reader counts them. */
export const ComparedCommits = Comparison.transform(({ items }) => ({ items }));

type ChangeCommit =
  Statement<'change-commits-observed'>['predicate']['commits'][number];

/** A commit of a change, with the account and the signature GitHub knows. */
export function changeCommit(
  { sha, commit, author, committer }: CommitAnswer,
  repository: Repository,
): ChangeCommit {
  const { message, verification } = commit;
  return {
    commit: sha,
    author: accountOr(commit.author, author, repository),
    committer: accountOr(commit.committer, committer, repository),
    coAuthors: readCoAuthors(message, repository),
    title: message.split('\n')[0] ?? '',
    ...(verification && {
      signature: {
        verified: verification.verified,
        ...(verification.reason && { reason: verification.reason }),
      },
    }),
  };
}

/** A commit as a push webhook would list it. */
export function pushedCommit(answer: CommitAnswer) {
  const { sha, commit, author, committer } = answer;
  const person = (
    who: CommitAnswer['commit']['author'],
    account: CommitAnswer['author'],
  ) => ({ ...who, username: readLogin(account) });
  return {
    id: sha,
    message: commit.message,
    author: person(commit.author, author),
    committer: person(commit.committer, committer),
  };
}

function accountOr(
  person: CommitAnswer['commit']['author'],
  account: CommitAnswer['author'],
  repository: Repository,
): Identity {
  const login = readLogin(account);
  const written = toPerson({ ...person, username: login }, repository);
  if (!login) {
    return written;
  }
  const known = toIdentity(account as User, repository);
  const kind = written.kind === 'bot' ? written.kind : known.kind;
  return { ...written, ...known, kind };
}

/** The account of a person of a commit, if GitHub knows one. */
export function readLogin(account: CommitAnswer['author']): string | undefined {
  return (account as User | undefined)?.login;
}
