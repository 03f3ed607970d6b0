import type {
  DiscoveryReport,
  DiscoveryView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Visibility } from '../permissions/Visibility';

/** Port. The state of pipeline discovery, by CI system. */
export interface DiscoveryStore {
  /** Stores a report; an older report changes nothing. */
  note(report: DiscoveryReport): Promise<void>;

  /**
   * All CI systems that ever reported, by name. If the caller may not read all
   * assets, only those with an asset that may be read, without counts and
   * messages about everything that was found.
   */
  list(visible?: Visibility): Promise<DiscoveryView[]>;
}
