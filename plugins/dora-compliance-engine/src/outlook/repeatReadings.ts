import {
  addDuration,
  canonicalJson,
  type Digest,
  type Duration,
  type Evidence,
  type Instant,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compareEvidence } from '../lineage/compareEvidence';
import { isReading } from '../lineage/isReading';

/** What was not read for longer may not be read again. */
const GOES_ON = 'P3D' as Duration;

/** Gates look at the times between readings; of the rest the last one counts. */
const STEP = 'P1D' as Duration;

/**
 * Later readings of a source until an instant, if they always find what it found
 * last: settings are read again and again, so they do not become
 * stale by themselves. What has stopped already does not go on.
 */
export function repeatReadings(
  evidence: readonly Evidence[],
  { now, until }: { now: Instant; until: Instant },
): Evidence[] {
  const since = subtractDuration(now, GOES_ON);
  const latest = new Map<string, Evidence>();
  for (const item of evidence) {
    if (isReading(item)) {
      const key = identify(item);
      const known = latest.get(key);
      if (!known || compareEvidence(known, item) < 0) {
        latest.set(key, item);
      }
    }
  }
  return [...latest.values()]
    .filter(({ observedAt }) => observedAt > since && observedAt <= now)
    .flatMap(item =>
      listTimes(item, now, until).map(at => repeatAt(item, at, now)),
    );
}

/** The same thing, read by the same source. */
function identify({ type, sourceId, subjects, predicate }: Evidence): string {
  const branch = 'branch' in predicate ? predicate.branch : undefined;
  const things = subjects.map(subjectKey).sort();
  return canonicalJson([type, sourceId, things, String(branch ?? '')]);
}

function listTimes(
  { type }: Evidence,
  now: Instant,
  until: Instant,
): Instant[] {
  const times = [until];
  if (type === 'branch-protection-observed') {
    for (let at = addDuration(now, STEP); at < until; ) {
      times.push(at);
      at = addDuration(at, STEP);
    }
  }
  return times;
}

function repeatAt(item: Evidence, at: Instant, now: Instant): Evidence {
  const id = `${item.id}@${at}` as Digest;
  return { ...item, id, observedAt: at, recordedAt: now };
}
