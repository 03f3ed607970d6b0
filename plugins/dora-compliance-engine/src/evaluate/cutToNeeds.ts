import {
  type Evidence,
  type Instant,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compareEvidence } from '../lineage/compareEvidence';
import type { Need, Needs } from '../registry/Needs';

const NONE: ReadonlySet<string> = new Set();

/** The time of the question, and what it is about. */
type Place = {
  asOf: Instant;
  keys: ReadonlySet<string>;
  /** Of the organizations that own its repositories. */
  organizations?: ReadonlySet<string>;
};

/**
 * What a control reads of some evidence of an asset, so that its result never
 * depends on what was loaded for others: history about the asset as far back as the
 * control asks, and the latest of states. What deployments go back to is kept: how
 * far that reaches is in the evidence.
 *
 * @param keys - the keys of subjects that identify the asset
 */
export function cutToNeeds(
  evidence: readonly Evidence[],
  needs: Needs,
  place: Place,
): readonly Evidence[] {
  if (!needs.evidence.some(isLimited)) {
    return evidence;
  }
  const kept = new Set(
    needs.evidence.flatMap(need =>
      selectNeeded(
        evidence.filter(({ type }) => need.types.includes(type)),
        need,
        place,
      ),
    ),
  );
  return evidence.filter(item => kept.has(item));
}

function isLimited({ key, read, within }: Need): boolean {
  return read !== 'history' || (key === 'asset' && within !== undefined);
}

const described = new WeakMap<Needs, string>();

/** Equal texts for needs that read the same. */
export function describeNeeds(needs: Needs): string {
  const known = described.get(needs);
  const text =
    known ??
    needs.evidence
      .map(({ types, key, read, within }) =>
        [
          [...types].sort(),
          key === 'asset' || key === 'organization' ? key : 'lineage',
          read,
          within,
        ].join(),
      )
      .sort()
      .join(' ');
  described.set(needs, text);
  return text;
}

function selectNeeded(
  some: readonly Evidence[],
  { key, read, within }: Need,
  { asOf, keys, organizations = NONE }: Place,
): readonly Evidence[] {
  if (read === 'history') {
    const since =
      key === 'asset' && within ? subtractDuration(asOf, within) : undefined;
    return since ? some.filter(({ observedAt }) => observedAt > since) : some;
  }
  const own = key === 'organization' ? organizations : keys;
  const isOwn = (subject: string) => own.has(subject);
  return keepLatest(some, asOf, subjects =>
    read === 'latest' ? subjects.filter(isOwn) : listOthers(subjects, isOwn),
  );
}

/** What else evidence is about; undefined if it is about nothing else. */
function listOthers(
  subjects: readonly string[],
  isOwn: (subject: string) => boolean,
): string[] | undefined {
  const others = subjects.filter(subject => !isOwn(subject));
  return others.length > 0 ? others : undefined;
}

/**
 * The latest of each type and each level about each thing, until an instant and after
 * it. Evidence about no thing is kept.
 */
function keepLatest(
  some: readonly Evidence[],
  asOf: Instant,
  listThings: (subjects: readonly string[]) => readonly string[] | undefined,
): Evidence[] {
  const latest = new Map<string, Evidence>();
  for (const item of some) {
    const things = listThings(item.subjects.map(subjectKey)) ?? [item.id];
    for (const thing of things) {
      const place = JSON.stringify([
        item.type,
        item.verification,
        item.observedAt > asOf,
        thing,
      ]);
      const known = latest.get(place);
      if (!known || compareEvidence(known, item) < 0) {
        latest.set(place, item);
      }
    }
  }
  return [...new Set(latest.values())];
}
