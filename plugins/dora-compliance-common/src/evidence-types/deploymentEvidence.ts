import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';
import { Deployment } from './Deployment';
import { EnvironmentReference } from './EnvironmentReference';
import { RunReference } from './RunReference';

/**
 * Somebody asked for a deployment.
 *
 * @public
 */
export const DeploymentRequested = z.object({
  deployment: Deployment,
  requestedAt: Instant,
});

/**
 * Somebody decided whether a deployment may go ahead (CDEvents
 * `approval.closed`).
 *
 * @public
 */
export const DeploymentReviewed = z.object({
  environment: EnvironmentReference,
  decision: z.enum(['approved', 'rejected']),
  /** Absent if the source reports only the decision. */
  reviewer: Identity.optional(),
  comment: z.string().optional(),
  run: RunReference.optional(),
  commit: z.string().optional(),
  decidedAt: Instant,
});

/**
 * A deployment succeeded (CDEvents `service.deployed`, `service.upgraded`).
 *
 * @public
 */
export const ServiceDeployed = z.object({
  deployment: Deployment,
  deployedAt: Instant,
});

/**
 * A service was brought back to an earlier version (CDEvents
 * `service.rolledback`).
 *
 * @public
 */
export const ServiceRolledBack = z.object({
  deployment: Deployment,
  rolledBackAt: Instant,
});

/**
 * A deployment ended without success.
 *
 * @public
 */
export const DeploymentFailed = z.object({
  deployment: Deployment,
  outcome: z.enum(['failure', 'error']),
  failedAt: Instant,
});
