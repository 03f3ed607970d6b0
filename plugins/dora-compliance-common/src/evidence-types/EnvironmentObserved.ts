import { z } from 'zod';
import { Instant } from '../time/Instant';
import { Completeness } from './Completeness';
import { EnvironmentReference } from './EnvironmentReference';

/**
 * What runs in an environment at one time, as the platform reports it: Kubernetes,
 * Argo CD. It shows what runs, however it got there.
 *
 * @public
 */
export const EnvironmentObserved = Completeness.extend({
  environment: EnvironmentReference,
  /** Empty if nothing runs. */
  artifacts: z.array(
    z.object({
      /** Image or package, without its tag, e.g. `ghcr.io/bank/ledger`. */
      name: z.string().min(1),
      /** `algorithm:hex`; absent if the platform reports a tag only. */
      digest: z.string().optional(),
      /** Tag or version, which does not identify it. */
      version: z.string().optional(),
      /** What runs it, e.g. `Deployment ledger`. */
      workload: z.string().optional(),
      /** Since when it has been running, if reported. */
      since: Instant.optional(),
    }),
  ),
});
