import type {
  EvidenceGap,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Interval } from './Interval';

/**
 * Port. When we could not hear the sources, and what of it was made good by
 * asking. When a gap opens or closes, the assets it concerns become due.
 */
export interface SilenceStore {
  /**
   * Notes that this replica receives. When no replica said so for longer than
   * tolerated, that is a gap of all these sources; answers it.
   */
  beat(options: {
    replica: string;
    now: Instant;
    /** Milliseconds. */
    tolerance: number;
    sourceIds: readonly string[];
  }): Promise<Interval | undefined>;

  /**
   * Notes at a start which sources are on and which are off. One that is off
   * and told of something before has a gap until it is on again.
   */
  noteSetups(
    setups: { on: readonly string[]; off: readonly string[] },
    now: Instant,
  ): Promise<void>;

  /**
   * Notes the targets that were not read whole since an instant as silent.
   * Answers how many fell silent anew.
   */
  noteSilentCollectors(since: Instant, now: Instant): Promise<number>;

  /** Notes which gaps are made good. Answers how many. */
  settle(now: Instant): Promise<number>;

  /**
   * Of each asset, the times in which one of its sources may have told things
   * we did not hear and have not asked for since, in order. A source concerns
   * an asset when it ever told of it, or is asked about it. Takes a constant
   * number of statements. Assets without gaps are left out.
   */
  gapsOf(assets: readonly IctAsset[]): Promise<Map<string, EvidenceGap[]>>;
}
