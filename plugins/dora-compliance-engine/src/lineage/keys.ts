import {
  commitSubject,
  type Evidence,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** One commit, one key, whatever the case it was written in. */
export function commitKey(commit: string): string {
  return subjectKey(commitSubject(commit));
}

export function isSameCommit(a: string | undefined, b: string): boolean {
  return a !== undefined && commitKey(a) === commitKey(b);
}

/** The key of the repository that evidence is about, if it names one. */
export function findRepository({ subjects }: Evidence): string | undefined {
  const subject = subjects.find(({ kind }) => kind === 'repository');
  return subject && subjectKey(subject);
}

/** The key of the change that evidence is about. */
export function findChangeKey({ subjects }: Evidence): string | undefined {
  const subject = subjects.find(({ kind }) => kind === 'change');
  return subject && subjectKey(subject);
}

/** A commit as sentences show it. */
export function shorten(commit: string): string {
  return commit.slice(0, 7);
}
