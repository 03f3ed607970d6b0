import type {
  EvidenceGap,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Interval } from './Interval';

/**
 * Port. Times during which sources could not reach the backend, and which of
 * them polling has covered since. When a gap opens or closes, the affected
 * assets become due.
 */
export interface SilenceStore {
  /**
   * Records that this replica receives from some sources. A source from which
   * no replica received for longer than tolerated has a gap, and its targets
   * are due for collection. Returns the longest of these gaps. A shorter time
   * is no gap, but the delivery log of a source that has one is read.
   */
  recordHeartbeat(options: {
    replica: string;
    now: Instant;
    /** Milliseconds. */
    tolerance: number;
    sourceIds: readonly string[];
    /**
     * Sources with a delivery log, and after how many milliseconds to read it.
     */
    logs?: { sourceIds: readonly string[]; after: number };
  }): Promise<Interval | undefined>;

  /**
   * Records at the start which sources are received from. Each other source
   * that pushed before has a gap until it delivers again: it is off, only
   * polled now, or no longer installed.
   */
  recordSetups(
    setups: { receiving: readonly string[] },
    now: Instant,
  ): Promise<void>;

  /**
   * Records targets without a complete round since an instant as silent. If the
   * source pushes, a target that no round ever covered is not silent: it counts
   * as a source without a collector. Returns how many became silent.
   */
  recordSilentCollectors(options: {
    since: Instant;
    now: Instant;
    /** Sources that push to the backend. */
    receiving: readonly string[];
  }): Promise<number>;

  /** Marks gaps that are covered as closed. Returns how many. */
  closeGaps(now: Instant): Promise<number>;

  /**
   * For each asset, the intervals in which one of its sources may have reported
   * something that was not received and not collected since, in order. A source
   * concerns an asset if it ever reported on it, or is polled for it. A time
   * before anything was known about an asset, or about its repositories and
   * pipelines, is not a gap. Takes a constant number of statements. Assets
   * without gaps are left out.
   */
  findGaps(assets: readonly IctAsset[]): Promise<Map<string, EvidenceGap[]>>;
}
