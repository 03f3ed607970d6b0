import type {
  Evidence,
  Identity,
  Predicate,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { judgeIndependence } from '../judgement/independence/independence';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import {
  at,
  commitsObserved,
  evidence,
  merged,
  person,
  reviewed,
  sha,
  updated,
} from './story';

export const anna = person('anna');
export const marco = person('marco');
export const erik = person('erik');

/** The checks of the last deployment of a story, by name. */
export function judge(all: readonly Evidence[]) {
  const index = new EvidenceIndex(all, at(10_000));
  const last = index.deployments.at(-1)!;
  const checks = judgeIndependence(last.first, index);
  const types = new Map(all.map(({ id, type }) => [id, type]));
  return Object.fromEntries(
    checks.map(({ check, passed, cause, evidence: ids, since }) => [
      check,
      {
        passed,
        code: cause.code,
        params: cause.params,
        types: ids.map(id => types.get(id as Evidence['id'])),
        ids,
        since,
      },
    ]),
  );
}

export const write = (
  name: string,
  author: Identity = anna,
  more: Partial<PushedCommit> = {},
): PushedCommit => ({
  commit: sha(name),
  author,
  coAuthors: [],
  title: name,
  ...more,
});
export const push = (
  commits: PushedCommit[],
  more: Partial<Predicate<'commits-pushed'>> = {},
  minutes = 30,
) =>
  evidence('commits-pushed', at(minutes), {
    branch: 'main',
    after: commits.at(-1)!.commit,
    forced: false,
    pushedBy: erik,
    commits,
    ...more,
  });
export const merge = (
  more: Partial<Predicate<'change-merged'>> = {},
  number = 1,
  head = 'h',
  commit = 'm',
) => {
  const { predicate, subjects } = merged(number, 30, 'anna', head, commit);
  return evidence(
    'change-merged',
    at(30),
    { ...predicate, ...more },
    subjects.slice(1),
  );
};
export const list = (
  commits = [write('h')],
  more: Partial<Predicate<'change-commits-observed'>> = {},
) => commitsObserved(1, 31, commits, { headCommit: sha('h'), ...more });
export const byHost = { merge: { commit: sha('m'), isMadeByHost: true } };

/** A change of anna, approved by marco, that arrives by a merge commit. */
export const opened = updated(1, 1, 'anna', 'h');
export const approved = reviewed(1, 20, marco, 'h');
export const arrives = push([write('h'), write('m', erik)]);
export const story = (...more: Evidence[]) => [
  opened,
  approved,
  merge(),
  arrives,
  ...more,
];
