import { z } from 'zod';
import { type BuildJson, readBuildJson } from './BuildJson';
import { readEach } from './parseLeniently';

const Items = z.array(z.unknown());

const Numbered = z.looseObject({ number: z.number().int().positive() });

const Listing = z.union([
  z
    .looseObject({ builds: Items })
    .transform(({ builds }) => [{ place: 'builds', items: builds }]),
  z
    .looseObject({ allBuilds: Items })
    .transform(({ allBuilds }) => [{ place: 'allBuilds', items: allBuilds }]),
  z
    .looseObject({ jobs: z.array(z.looseObject({ builds: Items.nullish() })) })
    .transform(({ jobs }) =>
      jobs.map(({ builds }, index) => ({
        place: `jobs.${index}.builds`,
        items: builds ?? [],
      })),
    ),
]);

/** Builds of an answer, newest first in each job. */
export type BuildList = {
  readonly builds: readonly BuildJson[];
  /** Builds that can't be read, by their place, and what is wrong with each. */
  readonly unread: readonly string[];
  /** What plugins add to a build in a form we don't know. */
  readonly flaws: readonly string[];
  /** How many builds are listed, those that can't be read included. */
  readonly length: number;
  /** Numbers of the builds that are listed first and last, where reported. */
  readonly first?: number;
  readonly last?: number;
};

/**
 * The builds in an answer: of a job, or of the branches of a multibranch
 * project. Undefined when it is no such answer. A build that can't be read
 * leaves the others alone.
 */
export function buildsIn(body: unknown): BuildList | undefined {
  const lists = Listing.safeParse(body).data;
  if (!lists) {
    return undefined;
  }
  const flaws: string[] = [];
  const unread: string[] = [];
  const builds = lists.flatMap(({ place, items }) => {
    const placeAt = (index: number, item: unknown) =>
      `${place}.${index}${inWords(readNumber(item))}`;
    const list = readEach(items, placeAt, item => {
      const { data, flaws: odd } = readBuildJson(item);
      return { data: { build: data, odd }, flaws: [] };
    });
    unread.push(...list.flaws);
    return list.read.map(({ build, odd }) => {
      flaws.push(...odd.map(flaw => `build ${build.number}: ${flaw}`));
      return build;
    });
  });
  const numbers = lists.flatMap(({ items }) => items.map(readNumber));
  const [first] = numbers;
  const last = numbers.at(-1);
  return {
    builds,
    unread,
    flaws,
    length: numbers.length,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  };
}

function readNumber(item: unknown): number | undefined {
  return Numbered.safeParse(item).data?.number;
}

function inWords(number: number | undefined): string {
  return number === undefined ? '' : ` (build ${number})`;
}
