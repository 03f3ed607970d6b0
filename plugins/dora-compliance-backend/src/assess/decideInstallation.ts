import type {
  CodeVersions,
  Digest,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A control and the code that decides it. */
export type ControlCode = {
  /** Of the control alone. */
  digest: Digest;
  /** Of the control and of the versions. */
  codeDigest: Digest;
  versions: CodeVersions;
};

/** What is installed, and when a replica with it last ran; unknown of older ones. */
export type StoredCode = {
  digest: Digest;
  codeDigest?: Digest | undefined;
  versions?: CodeVersions | undefined;
  seenAt?: Instant | undefined;
};

/** A replica that was not seen for so long has stopped, in milliseconds. */
const GONE_AFTER = 10 * 60_000;

/**
 * Whether a replica installs its own version of a control. While replicas of two
 * versions run, the newer code decides, so that they do not make everything due in
 * turns. The older code takes over when no replica with the newer one is left. Of two
 * versions of the control itself neither is newer: the one that started last decides.
 */
export function decideInstallation(
  own: ControlCode,
  stored: StoredCode | undefined,
  { now, isStart }: { now: Instant; isStart: boolean },
): 'install' | 'confirm' | 'leave' {
  if (!stored?.codeDigest || !stored.versions) {
    return 'install';
  }
  if (stored.codeDigest === own.codeDigest) {
    return 'confirm';
  }
  const isSameControl = stored.digest === own.digest;
  if (
    isAbandoned(stored, now) ||
    (isSameControl && isNewer(own.versions, stored.versions))
  ) {
    return 'install';
  }
  const isOlder = isSameControl && isNewer(stored.versions, own.versions);
  return isStart && !isOlder ? 'install' : 'leave';
}

/**
 * What becomes of a control that a replica installs: `code-changed` if only the code
 * that decides it is another. Undefined if it is not known whether that changed.
 */
export function tellChange(
  own: ControlCode,
  stored: StoredCode | undefined,
): 'added' | 'changed' | 'code-changed' | undefined {
  if (!stored) {
    return 'added';
  }
  if (stored.digest !== own.digest) {
    return 'changed';
  }
  return stored.codeDigest && stored.codeDigest !== own.codeDigest
    ? 'code-changed'
    : undefined;
}

/** Whether no replica is left that has the installed version of a control. */
export function isAbandoned({ seenAt }: StoredCode, now: Instant): boolean {
  return !seenAt || Date.parse(now) - Date.parse(seenAt) > GONE_AFTER;
}

/** No part is older, and one is newer. */
function isNewer(one: CodeVersions, other: CodeVersions): boolean {
  const names = Object.keys(one);
  const isComparable =
    names.length === Object.keys(other).length &&
    names.every(name => other[name] !== undefined);
  return (
    isComparable &&
    names.every(name => one[name]! >= other[name]!) &&
    names.some(name => one[name]! > other[name]!)
  );
}
