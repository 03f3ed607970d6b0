import { z } from 'zod';
import { Instant } from '../time/Instant';
import { Deployment } from './Deployment';

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
 * A deployment succeeded (CDEvents `service.deployed`).
 *
 * @public
 */
export const ServiceDeployed = z.object({
  deployment: Deployment,
  deployedAt: Instant,
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
