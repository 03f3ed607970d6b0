import type {
  ChangePath,
  LinkRelation,
  NamedRef,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A link with the titles of both ends. */
export type NamedLink = {
  from: NamedRef;
  to: NamedRef;
  relation: LinkRelation;
};

type Way = ChangePath['because'];

/** No more steps are shown. */
const LONGEST = 12;

/**
 * A shortest way from one entity to each that can be reached over some links. Of two that
 * are as short, the one whose links come first.
 */
export function findWays(
  from: string,
  links: readonly NamedLink[],
): ReadonlyMap<string, Way> {
  const uses = new Map<string, NamedLink[]>();
  for (const link of links) {
    const { entityRef } = link.from;
    uses.set(entityRef, [...(uses.get(entityRef) ?? []), link]);
  }
  const first = uses.get(from)?.[0]?.from;
  const ways = new Map<string, Way>(first && [[from, [first]]]);
  // Entries that are added meanwhile are visited too.
  for (const [ref, way] of ways) {
    if (way.length === LONGEST) {
      continue;
    }
    for (const { to, relation } of uses.get(ref) ?? []) {
      if (!ways.has(to.entityRef)) {
        ways.set(to.entityRef, [...way, { ...to, relation }]);
      }
    }
  }
  return ways;
}
