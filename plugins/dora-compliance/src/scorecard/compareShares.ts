/** How a share compares with an earlier one. */
type ShareChange = {
  direction: 'higher' | 'lower' | 'same' | 'began' | 'ended' | 'none';
  /** The difference of the two as they are shown: whole percentage points. */
  points: number;
};

/**
 * A share in whole percent. It is cut and not rounded up, so that 100% means all and
 * nothing is left.
 */
export function cutPercent(share: number): number {
  // 0.29 * 100 is a little less than 29 in binary.
  return Math.floor(share * 100 + 1e-9);
}

/** Compares a share with an earlier one; either may have no value. */
export function compareShares(
  now: number | undefined,
  earlier: number | undefined,
): ShareChange {
  if (now === undefined) {
    return { direction: earlier === undefined ? 'none' : 'ended', points: 0 };
  }
  if (earlier === undefined) {
    return { direction: 'began', points: 0 };
  }
  if (now === earlier) {
    return { direction: 'same', points: 0 };
  }
  return {
    direction: now > earlier ? 'higher' : 'lower',
    points: Math.abs(cutPercent(now) - cutPercent(earlier)),
  };
}
