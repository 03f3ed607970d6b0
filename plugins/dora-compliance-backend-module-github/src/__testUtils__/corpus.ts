import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { corporaFolder } from '@ict-assurance/corpora';

/** A payload of GitHub, as a delivery. */
export type CorpusDelivery = Delivery & { file: string; event: string };

/**
 * An id as GitHub gives its deliveries: a UUID of version 1, of 12 May 2021
 * at 20:33:43.920.
 */
export const DELIVERY_ID = '58474f00-b361-11eb-836d-0e4f3503ccbe';

/** When that was. */
export const HAPPENED_AT = '2021-05-12T20:33:43.920Z';

/** A payload as GitHub would deliver it. */
export function deliver(
  event: string,
  payload: unknown,
  file = event,
): CorpusDelivery {
  return {
    file,
    event,
    headers: { 'x-github-event': event, 'x-github-delivery': DELIVERY_ID },
    body: new TextEncoder().encode(JSON.stringify(payload)),
  };
}

/**
 * Real payloads of GitHub. They lie beside the checkout; DORA_SHARED names
 * another place. Without them the tests fail.
 */
export function readCorpus(): CorpusDelivery[] {
  const folder = corpusFolder();
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => ({
      ...deliver(file.split('.')[0] ?? '', {}, file),
      body: Uint8Array.from(readFileSync(path.join(folder, file))),
    }));
}

/** One of them, for tests that change it. */
export function readPayload(file: string): any {
  return JSON.parse(readFileSync(path.join(corpusFolder(), file), 'utf8'));
}

function corpusFolder(): string {
  return path.join(corporaFolder(), 'github-webhooks');
}
