import type {
  DiscoveryReport,
  DiscoveryView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Visibility } from '../permissions/Visibility';

/** Port. How the discovery of pipelines goes, by CI system. */
export interface DiscoveryStore {
  /** Keeps a report; one older than what is known changes nothing. */
  note(report: DiscoveryReport): Promise<void>;

  /**
   * All CI systems that ever reported, by name. Where not all assets may be
   * read, those in which one lies that may, without what is counted and said
   * of all that was found.
   */
  list(visible?: Visibility): Promise<DiscoveryView[]>;
}
