import type {
  DiscoveryReport,
  DiscoveryView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Port. How the discovery of pipelines goes, by CI system. */
export interface DiscoveryStore {
  /** Keeps a report; one older than what is known changes nothing. */
  note(report: DiscoveryReport): Promise<void>;

  /** All CI systems that ever reported, by name. */
  list(): Promise<DiscoveryView[]>;
}
