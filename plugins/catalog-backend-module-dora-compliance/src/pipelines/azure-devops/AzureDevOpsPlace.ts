import { z } from 'zod';
import { DiscoveryError } from '../DiscoveryError';

/** Where reading goes on: in a project, or in the one after it. */
type AzureDevOpsPlace = {
  /** Id of the project read last. */
  after?: string;
  /** The project that is read in part, and the token of its rest. */
  within?: { id: string; name: string; token: string };
};

const Place = z.strictObject({
  after: z.string().optional(),
  within: z
    .strictObject({ id: z.string(), name: z.string(), token: z.string() })
    .optional(),
});

export function parseCursor(cursor: string = '{}'): AzureDevOpsPlace {
  try {
    return Place.parse(JSON.parse(cursor));
  } catch (cause) {
    throw new DiscoveryError('unexpected', 'no cursor of Azure DevOps', {
      cause,
    });
  }
}

export function writeCursor(place: AzureDevOpsPlace): string {
  return JSON.stringify(place);
}
