import { findChain } from './chains';
import { earlierReleases } from './earlierReleases';
import { makeCommitSha } from './github/names';
import { type Release, releases } from './Release';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The number of the first change of the last two months. */
const FIRST_NUMBER = 101;

const NO_COMMIT = '0'.repeat(40);

/** Tells the time, in minutes from the deployment to production. */
export type Clock = (minutesFromDeployment: number) => string;

/** A release, with the names and times of what happened. */
export type Story = {
  release: Release;
  /** The number of its change. */
  number: number;
  /** The last commit of the main branch before. */
  before: string;
  /** The commit of the main branch that was deployed. */
  after: string;
  /** The commit with which the change was opened, and the one that was pushed later. */
  first: string;
  second: string;
  clock: Clock;
};

/** All releases up to a day, with the commits before and after each. */
export function listStories(midnight: number): Story[] {
  const tips = new Map<string, string>();
  return [...earlierReleases, ...releases].map((release, index) => {
    const { service } = release;
    const number = index + FIRST_NUMBER - earlierReleases.length;
    const before = tips.get(service) ?? NO_COMMIT;
    const second = makeCommitSha(`${service} ${number} second`);
    const after =
      findChain(service).source === 'github'
        ? makeCommitSha(`${service} ${number} main`)
        : // A change is one commit there, and the main branch is moved to it.
          second;
    tips.set(service, after);
    const deployedAt = midnight - release.daysAgo * DAY + 14 * 60 * MINUTE;
    return {
      release,
      number,
      before,
      after,
      first: makeCommitSha(`${service} ${number} first`),
      second,
      clock: minutes =>
        new Date(deployedAt + minutes * MINUTE)
          .toISOString()
          .replace('.000', ''),
    };
  });
}
