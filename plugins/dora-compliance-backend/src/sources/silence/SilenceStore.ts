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
   * Notes that this replica receives from some sources. Those no replica
   * received from for longer than tolerated have a gap, and their targets are
   * due to be collected. Answers the longest of these gaps. A shorter time is
   * none, but the delivery log of a source that keeps one is to be read.
   */
  recordHeartbeat(options: {
    replica: string;
    now: Instant;
    /** Milliseconds. */
    tolerance: number;
    sourceIds: readonly string[];
    /** Sources that keep a log, and after how many milliseconds to read it. */
    logs?: { sourceIds: readonly string[]; after: number };
  }): Promise<Interval | undefined>;

  /**
   * Notes at a start which sources are received from. Each other that pushed
   * before has a gap until it is received from again: it is off, only polled
   * now, or not installed any more.
   */
  recordSetups(
    setups: { receiving: readonly string[] },
    now: Instant,
  ): Promise<void>;

  /**
   * Notes the targets that were not read whole since an instant as silent.
   * Where the source pushes, a target of which no round ever covered is none:
   * it is heard as if it had no collector. Answers how many fell silent anew.
   */
  recordSilentCollectors(options: {
    since: Instant;
    now: Instant;
    /** Sources that push to us. */
    receiving: readonly string[];
  }): Promise<number>;

  /** Notes which gaps are made good. Answers how many. */
  closeGaps(now: Instant): Promise<number>;

  /**
   * Of each asset, the times in which one of its sources may have told things
   * we did not hear and have not asked for since, in order. A source concerns
   * an asset when it ever told of it, or is asked about it. A time before
   * anything was known of an asset, or of its repositories and pipelines, is no
   * gap of it. Takes a constant number of statements. Assets without gaps are
   * left out.
   */
  findGaps(assets: readonly IctAsset[]): Promise<Map<string, EvidenceGap[]>>;
}
