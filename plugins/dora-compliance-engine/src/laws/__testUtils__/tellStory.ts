import type {
  Evidence,
  Predicate,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  at,
  built,
  commitsObserved,
  deployed,
  evidence,
  merged,
  nameRun,
  person,
  attested,
  reviewed,
  sha,
  updated,
} from '../../testing/story';
import type { Episode } from './planStory';

/** Minutes from one episode to the next. */
const HOUR = 60;

/** The instant from which a story is looked back at. */
export const lookingBack = at(40 * HOUR);

const toCommit = (name: string, author: string): PushedCommit => ({
  commit: sha(name),
  author: person(author),
  committer: person(author),
  coAuthors: [],
  title: name,
});

/** All evidence of a story, each piece once, as every source reports it. */
export function tellStory(episodes: readonly Episode[]): Evidence[] {
  const told: Evidence[] = [];
  const deployedCommits: string[] = [];
  let tip: string | undefined;
  episodes.forEach((episode, place) => {
    const number = place + 1;
    const start = number * HOUR;
    if (episode.kind === 'change') {
      told.push(...tellChange(episode, number, { start, tip }));
      tip = nameArrival(episode, number);
    } else if (episode.kind === 'direct') {
      tip = `direct ${number}`;
      told.push(
        tellPush(start + 20, {
          before: nameTip(episodes, place),
          commits: [toCommit(tip, episode.author)],
          by: episode.author,
        }),
        ...tellBuild(episode, tip, start + 30),
      );
    }
    const commit =
      episode.kind === 'back' ? deployedCommits.at(-2) ?? tip : tip;
    const isLast = place === episodes.length - 1;
    if (commit && (episode.isDeployed || isLast)) {
      deployedCommits.push(commit);
      told.push(...tellDeployment(episode, commit, start + 50));
    }
  });
  return told;
}

/** The tip of the main branch before an episode. */
function nameTip(
  episodes: readonly Episode[],
  place: number,
): string | undefined {
  const last = episodes.findLastIndex(
    ({ kind }, index) =>
      index < place && (kind === 'change' || kind === 'direct'),
  );
  const episode = episodes[last];
  if (!episode) {
    return undefined;
  }
  return episode.kind === 'direct'
    ? `direct ${last + 1}`
    : nameArrival(episode, last + 1);
}

function nameArrival({ style }: Episode, number: number): string {
  return style === 'fast-forward' ? `head ${number}` : `main ${number}`;
}

function tellChange(
  episode: Episode,
  number: number,
  { start, tip }: { start: number; tip: string | undefined },
): Evidence[] {
  const { style, author, secondPusher, secondAuthor, approver, isFinal } =
    episode;
  const isListed = episode.access === 'list';
  const head = `head ${number}`;
  const first = secondPusher ? `first ${number}` : head;
  const own = [
    toCommit(first, author),
    ...(secondPusher ? [toCommit(head, secondAuthor)] : []),
  ];
  const arrival = nameArrival(episode, number);
  const change = merged(number, start + 20, author, head, arrival);
  const isMerge = style === 'merge';
  return [
    updated(number, start, author, first),
    ...(secondPusher
      ? [updated(number, start + 5, secondPusher, head, first)]
      : []),
    reviewed(number, start + 10, person(approver), isFinal ? head : first, {
      ...(isListed && { mayWrite: undefined }),
    }),
    ...(isListed ? [tellAccess(start + 11)] : []),
    {
      ...change,
      predicate: {
        ...change.predicate,
        mergedBy: person(episode.mergedBy),
        commitCount: own.length,
      },
    } as Evidence,
    tellPush(start + 20, {
      before: tip,
      commits: [
        ...(style === 'squash' ? [] : own),
        ...(style === 'fast-forward' ? [] : [toCommit(arrival, author)]),
      ],
      by: episode.mergedBy,
    }),
    commitsObserved(number, start + 21, own, {
      headCommit: sha(head),
      total: own.length,
      ...(isMerge && {
        merge: { commit: sha(arrival), isMadeByHost: true },
      }),
    } as Partial<Predicate<'change-commits-observed'>>),
    ...tellBuild(episode, arrival, start + 30),
  ];
}

/** The members of the repository; each of them may write. */
function tellAccess(minutes: number): Evidence {
  return evidence('repository-access-observed', at(minutes), {
    complete: true,
    members: ['anna', 'marco', 'erik'].map(login => ({
      account: person(login),
      role: 'write',
      admin: false,
      mayWrite: true,
    })),
  });
}

function tellPush(
  minutes: number,
  {
    before,
    commits,
    by,
  }: { before: string | undefined; commits: PushedCommit[]; by: string },
): Evidence {
  return evidence('commits-pushed', at(minutes), {
    branch: 'main',
    ...(before && { before: sha(before) }),
    after: commits.at(-1)?.commit ?? '',
    forced: false,
    pushedBy: person(by),
    commits,
    commitCount: commits.length,
  } as Predicate<'commits-pushed'>);
}

function tellBuild(
  { built: outcome, starter }: Episode,
  commit: string,
  minutes: number,
): Evidence[] {
  const label = built(minutes + 1, commit, 'success', 'Label');
  if (outcome === 'at-once') {
    const run = built(minutes + 25, commit, 'success', 'Build', {
      startedAt: at(minutes),
      ...(starter && {
        trigger: 'workflow_dispatch',
        triggeredBy: person(starter),
      }),
    });
    const made = attested(minutes, commit, { runUrl: undefined });
    return [run, made];
  }
  return outcome === 'label-only'
    ? [built(minutes, commit, 'failure'), label]
    : [built(minutes, commit, outcome), attested(minutes, commit)];
}

function tellDeployment(
  { environment: name, deployer, isToldTwice, built: how }: Episode,
  commit: string,
  minutes: number,
): Evidence[] {
  const more = {
    environment: { name, production: true },
    ...(how === 'at-once' && { runUrl: nameRun(commit) }),
    deployer: person(deployer, deployer.endsWith(']') ? 'bot' : 'human'),
  };
  const again = {
    ...deployed(minutes + 2, commit, { ...more, deployer: undefined }),
    sourceId: 'cdevents',
    id: `sha256:again${minutes}`,
  } as unknown as Evidence;
  return [deployed(minutes, commit, more), ...(isToldTwice ? [again] : [])];
}
