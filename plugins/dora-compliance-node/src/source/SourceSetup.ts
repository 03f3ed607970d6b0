import type { SourceGives } from './SourceGives';

/**
 * How an installed source is configured, as its module reports it to the
 * backend, on or off. It is shown on the page Evidence.
 *
 * @public
 */
export type SourceSetup = {
  /** As `EvidenceSource.id`, e.g. `azure-devops`. */
  readonly sourceId: string;
  /** The name of the source for people, e.g. `Azure DevOps`. */
  readonly title: string;
  /** The key below `doraCompliance` that its module reads. */
  readonly configKey: string;
  /** What it can give when it is on. */
  readonly gives?: SourceGives;
  /** Absent when the source is on. */
  readonly off?: {
    /** Whether it is off because what is configured is wrong. */
    readonly isMisconfigured: boolean;
    /** Why it is off, and what to set. */
    readonly reason: string;
  };
  /** What of the configuration of a source that is on needs attention. */
  readonly notices: readonly string[];
};
