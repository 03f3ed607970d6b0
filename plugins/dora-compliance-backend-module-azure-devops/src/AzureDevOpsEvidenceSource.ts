import {
  COLLECTED_HEADER,
  type Delivery,
  eventsFrom,
  type EvidenceSource,
  JsonBody,
  type SourceSecret,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { authenticateHook } from './authenticateHook';
import { createAzureDevOpsPages } from './createAzureDevOpsPages';
import { normaliseAzureDevOpsApi } from './normalise/api/normaliseAzureDevOpsApi';
import type { AzureDevOpsScope } from './normalise/AzureDevOpsScope';
import { normaliseServiceHook } from './normalise/normaliseServiceHook';

/**
 * How an Azure DevOps source is set up.
 *
 * @public
 */
export type AzureDevOpsOptions = AzureDevOpsScope & {
  /** A delivery may come with any of these, so that they can be rotated. */
  webhookSecrets: readonly SourceSecret[];
  /** Whether to listen to the topic `azureDevOps` of the events service. */
  events: boolean;
  /** Hosts whose pages people are sent to; none if absent. */
  hosts?: readonly string[];
};

/**
 * Azure DevOps as a source of evidence: its service hooks, and what was
 * collected from its API.
 *
 * @public
 */
export function createAzureDevOpsEvidenceSource(
  options: AzureDevOpsOptions,
): EvidenceSource {
  return {
    id: 'azure-devops',
    askedWith: 'credentials for its organization under integrations.azure',
    receives: options.webhookSecrets.length > 0 || options.events,
    pages: createAzureDevOpsPages(options.hosts ?? []),
    keepHeaders: [],
    authenticate: delivery =>
      authenticateHook(delivery, options.webhookSecrets),
    deliveryId,
    normalise: ({ headers, body }) =>
      headers[COLLECTED_HEADER]
        ? normaliseAzureDevOpsApi(body, options)
        : normaliseServiceHook(body, options),
    ...(options.events && { events: eventsFrom('azureDevOps') }),
  };
}

const Identified = z.looseObject({
  id: z.string().min(1),
  subscriptionId: z.string().nullish(),
});

/**
 * The event's id, which stays when it is sent again. Subscriptions may send
 * the same event with more or fewer details, so theirs belongs to it.
 */
function deliveryId({ body }: Delivery): string | undefined {
  try {
    const { id, subscriptionId } = Identified.parse(JsonBody.of(body).payload);
    return subscriptionId ? `${subscriptionId}/${id}` : id;
  } catch {
    return undefined;
  }
}
