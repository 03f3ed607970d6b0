import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { sharedFolder } from '@ict-assurance/backstage-plugin-dora-compliance-node/testUtils';

/** A real payload of GitHub, as a delivery. */
export type CorpusDelivery = Delivery & { file: string; event: string };

/**
 * Real payloads of GitHub. They lie beside the checkout; DORA_SHARED names
 * another place. Without them the tests fail.
 */
export function readCorpus(): CorpusDelivery[] {
  const folder = path.join(sharedFolder(), 'corpora/github-webhooks');
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => {
      const event = file.split('.')[0] ?? '';
      return {
        file,
        event,
        headers: { 'x-github-event': event, 'x-github-delivery': file },
        body: Uint8Array.from(readFileSync(path.join(folder, file))),
      };
    });
}
