import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { AzureDevOpsScope } from '../normalise/AzureDevOpsScope';
import { normaliseServiceHook } from '../normalise/normaliseServiceHook';

const SCOPE: AzureDevOpsScope = {
  productionEnvironments: ['live'],
  nonProductionEnvironments: ['green'],
  protectedBranches: ['release'],
};

/** What an event says. */
export function normaliseEvent(event: unknown, scope = SCOPE): Normalised {
  const body = new TextEncoder().encode(JSON.stringify(event));
  return normaliseServiceHook(body, scope);
}

/** The statements of an event of which nothing may be missing. */
export function readEvent(
  event: unknown,
  scope?: AzureDevOpsScope,
): Statement[] {
  const found = normaliseEvent(event, scope);
  if (found.outcome === 'rejected' || found.flaws) {
    throw new Error(JSON.stringify(found));
  }
  return found.statements;
}
